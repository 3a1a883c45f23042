import type { BulletinFigures, MovementKind } from '@/domain/bulletin'
import type { BulletinRow } from '@/domain/bulletin-rows'
import { type Annex, type Part, type SheetTable, taskPart } from '@/domain/bulletin-sheet'
import { BASIS_WORDS, MOVEMENT_WORDS } from '@/domain/bulletin-words'
import { noticeDeadline, officialDay } from '@/domain/notice-text'
import { numberText } from '@/domain/task-number'

type Column = SheetTable['columns'][number] & { cell: (row: BulletinRow) => Part[] }

/** The annexes that have rows, numbered on. */
export function bulletinAnnexes(figures: BulletinFigures): Annex[] {
  const { context, overdue, behind, movement, next } = figures
  const byNumber = new Map(figures.rows.map((row) => [row.number, row]))
  const name = new Map(context.departments.map((department) => [department.id, department.name]))
  const changed = changedBy(movement)
  const lead = (width: number): Column => ({ heading: '牵头部门', width, cell: (row) => [name.get(row.leadId) ?? ''] })
  const annexes = [
    annex('overdue', '逾期任务', overdue, `逾期${BASIS_WORDS[context.basis]}计；已申请办结的，天数停在完成日期。`, [
      number,
      title(4.8),
      lead(4.4),
      deadline(5.1),
      days('approved', '批准时限逾期（天）'),
      days('issued', '原定时限逾期（天）'),
      {
        heading: '联系人',
        width: 5.8,
        cell: ({ contact }) => [[contact.office, contact.contact, contact.phone].filter(Boolean).join('\n')],
      },
    ]),
    annex(
      'behind',
      '滞后任务',
      behind,
      `进展低于序时进度超过${context.thresholds.behindPoints}个百分点，不含已逾期的；序时进度按批准时限计。`,
      [
        number,
        title(7.9),
        lead(5.2),
        deadline(5.2),
        { heading: '进展', width: 2.5, align: 'center', cell: ({ progress }) => [`${progress}%`] },
        { heading: '序时进度', width: 2.5, align: 'center', cell: ({ expected }) => [expected === null ? '' : `${expected}%`] },
        {
          heading: '差距',
          width: 2.6,
          align: 'center',
          cell: ({ expected, progress }) => [expected === null ? '' : String(expected - progress)],
        },
      ],
    ),
    annex('movement', '本期变化', [...changed.keys()], movementNote(figures), [
      number,
      title(11.9),
      lead(6.5),
      { heading: '变化', width: 7.5, cell: (row) => [(changed.get(row.number) ?? []).map((kind) => MOVEMENT_WORDS[kind]).join('、')] },
    ]),
    annex(
      'next',
      '近期到期和待核验任务',
      [...next.due, ...next.claimed],
      `到期日在${officialDay(next.until)}以前（含当日）的在办任务，和已申请办结、等待核验的任务。`,
      [number, title(9.2), lead(5.5), deadline(5.7), { heading: '目前情况', width: 5.5, cell: stateOf }],
    ),
  ]
  return annexes.filter(({ table }) => table.rows.length > 0).map((one, index) => ({ ...one, label: `附件${index + 1}` }))

  function annex(id: string, heading: string, numbers: readonly number[], note: string, columns: Column[]): Annex {
    const rows = numbers.flatMap((one) => byNumber.get(one) ?? [])
    return {
      id,
      label: '',
      title: `${heading}（${rows.length}项）`,
      note,
      table: {
        id,
        columns: columns.map(({ cell, ...column }) => column),
        rows: rows.map((row) => ({ id: numberText(row.number), cells: columns.map(({ cell }) => cell(row)) })),
      },
    }
  }
}

/** What changed of each task, by number, ascending. */
function changedBy(movement: BulletinFigures['movement']): Map<number, MovementKind[]> {
  const changed = new Map<number, MovementKind[]>()
  for (const [kind, numbers] of Object.entries(movement ?? {}) as [MovementKind, number[]][])
    for (const one of numbers) changed.set(one, [...(changed.get(one) ?? []), kind])
  return new Map([...changed].sort(([a], [b]) => a - b))
}

const movementNote = ({ previous }: BulletinFigures): string =>
  previous ? `与第${previous.number}期（截至${officialDay(previous.asOf)}）相比。` : ''

const number: Column = { heading: '序号', width: 2.1, align: 'center', cell: (row) => [taskPart(row.number)] }
const title = (width: number): Column => ({ heading: '任务', width, cell: (row) => [row.title] })
const deadline = (width: number): Column => ({
  heading: '完成时限',
  width,
  cell: (row) => [noticeDeadline({ ...row.deadline, ...row }).replace('，', '\n')],
})
const days = (basis: 'approved' | 'issued', heading: string): Column => ({
  heading,
  width: 2.9,
  align: 'center',
  cell: (row) => [String(row.daysLate[basis])],
})
const stateOf = ({ state, progress }: BulletinRow): Part[] => [state === 'claimed' ? '已申请办结，待核验' : `进展${progress}%`]
