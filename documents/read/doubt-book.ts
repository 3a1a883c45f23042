import type { Doubt, DoubtCode, Place, SourcePosition } from '@/documents/recognition'
import type { SourceDocument } from '@/documents/source-document'
import type { ColumnRole } from '@/domain/plan-layout'

export type NewDoubt = {
  at: SourcePosition | null
  column?: ColumnRole | null
  number?: number | null
  code: DoubtCode
  /** True unless told otherwise. */
  blocking?: boolean
  values?: Doubt['values']
  suggestions?: string[]
}

/**
 * Gathers doubts. Of a cell that shows an error nothing else is said, and that but once. `sayOnce`: what one answer settles is one doubt, with all the cells that say it.
 */
export type DoubtBook = {
  say: (doubt: NewDoubt) => void
  sayOnce: (key: string, doubt: NewDoubt) => void
  /** In the order of the source; what concerns the whole comes first. */
  all: () => Doubt[]
}

export function doubtBook(document: SourceDocument): DoubtBook {
  const doubts: Doubt[] = []
  const place = placesIn(document)
  const failed = new Set<string>()
  const once = new Map<string, Doubt>()
  const say = ({ at, column = null, number = null, blocking = true, values = {}, suggestions = [], code }: NewDoubt): Doubt => {
    const doubt = { at, place: at && place(at), column, number, code, blocking, values, suggestions }
    const key = at && `${at.table} ${at.row} ${at.column}`
    if (key !== null && failed.has(key)) return doubt
    if (key !== null && code === 'cell-error') failed.add(key)
    doubts.push(doubt)
    return doubt
  }
  return {
    say,
    sayOnce: (key, doubt) => {
      const known = once.get(`${doubt.code} ${key}`)
      if (!known) once.set(`${doubt.code} ${key}`, say(doubt))
      else if (doubt.at) known.also = [...(known.also ?? []), doubt.at]
    },
    all: () => doubts.sort((a, b) => order(a.at, b.at)),
  }
}

const order = (a: SourcePosition | null, b: SourcePosition | null): number =>
  a && b ? a.table - b.table || a.row - b.row || a.column - b.column : Number(a !== null) - Number(b !== null)

/** Where positions are, as the file's own program counts. */
export function placesIn(document: SourceDocument): (at: SourcePosition) => Place {
  const lineOf = linesIn(document)
  return (at) => {
    const { kind, tables } = document
    if (kind === 'docx') return { kind, table: at.table + 1, row: at.row + 1, column: at.column + 1 }
    return kind === 'xlsx'
      ? { kind, sheet: tables[at.table]?.name ?? '', cell: `${letters(at.column)}${lineOf(at)}` }
      : { kind, line: lineOf(at) }
  }
}

/** The lines of the file where cells stand, from 1: rows of a sheet or of a Word table, lines of text. */
export function linesIn({ tables }: SourceDocument): (at: SourcePosition) => number {
  const own = tables.map(
    ({ cells }) => new Map(cells.filter(({ line }) => line).map(({ row, column, line }) => [`${row} ${column}`, line])),
  )
  return ({ table, row, column }) => {
    const source = tables[table]
    return own[table]?.get(`${row} ${column}`) ?? source?.lineOfRow?.[row] ?? (source?.firstLine ?? 1) + row
  }
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
