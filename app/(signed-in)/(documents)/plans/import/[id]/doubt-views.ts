import type { Locale } from 'next-intl'
import { positionsOf, ROWS_PER_PAGE } from '@/app/(signed-in)/(documents)/plans/import/[id]/table-view'
import type { Recognised } from '@/app/(signed-in)/(documents)/plans/import/kept-import'
import { hrefWith } from '@/app/list-query'
import type { AnswerView, DoubtView, Place } from '@/components/plans/import-view'
import { doubtText } from '@/documents/read/doubt-text'
import { cellKey } from '@/documents/read/read-departments'
import type { Doubt, DoubtCode, SourcePosition } from '@/documents/recognition'
import type { SourceDocument } from '@/documents/source-document'

const PLACES_SHOWN = 12

/** The doubts with what settles each, and the way to where they arise. */
export function doubtViews({ document, recognition, kept }: Recognised, into: 'new' | number, locale: Locale): DoubtView[] {
  const numberAt = new Map(recognition.rows.map(({ at, number }) => [`${at.table} ${at.row}`, number]))
  const path = `/plans/import/${kept.id}`
  const placeOf = ({ table, row }: SourcePosition): Place => {
    const source = document.tables[table]
    return {
      href: rowHref(path, into, table, row),
      row: source?.lineOfRow?.[row] ?? (source?.firstLine ?? 1) + row,
      number: numberAt.get(`${table} ${row}`) ?? null,
    }
  }
  const cellAt = cellsOf(document)
  return grouped(recognition.doubts).map(({ id, doubts, doubt }) => {
    const positions = doubts.flatMap(positionsOf)
    const places = new Map(positions.map(placeOf).map((place) => [place.href, place]))
    const cell = doubt.values.cell ?? (doubt.at ? cellAt(doubt.at) : '')
    return {
      id,
      text: doubtText({ ...doubt, place: null }, locale),
      blocking: doubt.blocking,
      settle: settledBy(doubt),
      written: String(doubt.values.text ?? ''),
      cell: String(cell),
      suggestions: doubt.suggestions,
      unlike: doubt.code === 'department-new' && doubt.suggestions.every((name) => name === doubt.values.text),
      places: [...places.values()].slice(0, PLACES_SHOWN),
      count: places.size,
    }
  })
}

export type DoubtGroup = { id: number; doubt: Doubt; doubts: Doubt[] }

/** Doubts about cells that say the same are one, numbered from 1. */
export function grouped(doubts: readonly Doubt[]): DoubtGroup[] {
  const groups = Map.groupBy(doubts.entries(), ([index, doubt]) =>
    settledBy(doubt) === 'cell' ? `${doubt.code} ${doubt.column} ${doubt.values.cell}` : index,
  )
  return [...groups.values()].flatMap((group, index) => {
    const own = group.map(([, doubt]) => doubt)
    return own[0] ? [{ id: index + 1, doubt: own[0], doubts: own }] : []
  })
}

function cellsOf({ tables }: SourceDocument): (at: SourcePosition) => string {
  const texts = tables.map(({ cells }) => new Map(cells.map(({ row, column, lines }) => [`${row} ${column}`, lines])))
  return ({ table, row, column }) => cellKey(texts[table]?.get(`${row} ${column}`) ?? [])
}

/** The page of the table on which a row stands, at that row. */
const rowHref = (path: string, into: 'new' | number, table: number, row: number): string => {
  const page = Math.floor(row / ROWS_PER_PAGE) + 1
  return `${hrefWith(path, {}, { into: into === 'new' ? undefined : into, table, page: page > 1 ? page : undefined })}#row-${table}-${row}`
}

const SETTLED_BY: Partial<Record<DoubtCode, DoubtView['settle']>> = {
  'department-alias': 'department',
  'department-new': 'department',
  'department-collective': 'department',
  'department-ambiguous': 'cell',
  'department-incomplete': 'cell',
  'department-unreadable': 'cell',
  'department-twice': 'cell',
  'departments-empty': 'cell',
  'deadline-unknown': 'deadline',
  'deadline-empty': 'deadline',
  'no-header': 'columns',
  'no-rows': 'columns',
  'column-unsure': 'columns',
  'column-missing': 'columns',
  'column-twice': 'columns',
  'title-missing': 'columns',
  'number-missing': 'numbers',
  'number-unreadable': 'numbers',
  'number-twice': 'numbers',
  'number-order': 'numbers',
  'number-gap': 'numbers',
  'goal-unnumbered': 'numbers',
  'goal-order': 'numbers',
}
const settledBy = ({ code }: Doubt): DoubtView['settle'] => SETTLED_BY[code] ?? 'file'

/** What was answered, to be looked at or asked anew. */
export function answerViews({ choices }: Recognised): AnswerView[] {
  const { departments = {}, cells = {}, deadlines = {} } = choices
  return [
    ...Object.entries(departments).map(([written, means]) => ({ about: 'departments' as const, written, means })),
    ...Object.entries(cells).map(([written, names]) => ({ about: 'cells' as const, written, means: names.join('、') })),
    ...Object.entries(deadlines).map(([written, means]) => ({ about: 'deadlines' as const, written, means })),
  ]
}
