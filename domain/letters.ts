// Letters to one department: the 催办函, which lists what it is behind with, and the 任务卡, which lists all that it has to do. Official documents,
// so their words are Chinese. No deadline is invented: a letter asks for a report, it does not set a day.
import type { Day } from '@/domain/calendar'
import { chineseNumeral } from '@/domain/chinese-numeral'
import { officialDay } from '@/domain/notice-text'
import { numberText } from '@/domain/task-number'
import type { Light } from '@/domain/words'

export const LETTER_KINDS = ['reminder', 'card'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** A task as a letter to one of its departments names it; everything that is a state is as of the letter's day. */
export type LetterTask = {
  number: number
  title: string
  measure: string
  /** The deadline as issued, and the one in force where it is another. */
  deadline: string
  approvedDueOn: Day | null
  light: Light
  progress: number
  expected: number | null
  daysLate: number
  daysLeft: number | null
  lastReportOn: Day | null
  leads: boolean
  /** The other departments: the lead with whom to call, or those that cooperate. */
  others: string
}

export type LetterTable = {
  heading: string
  rows: { number: string; task: string; measure: string; deadline: string; state: string; others: string }[]
}
export type Letter = {
  kind: LetterKind
  title: string
  department: string
  opening: string
  tables: LetterTable[]
  closing: string
  issuer: string
  writtenOn: string
  demo: boolean
}

export type LetterHead = { plans: readonly string[]; department: string; issuer: string; asOf: Day; demo: boolean }

/** What a reminder is about: what the department leads and is overdue, behind or due soon with, in that order. */
const URGENT = ['overdue', 'behind', 'due_soon'] as const
const URGENT_WORDS = { overdue: '逾期', behind: '滞后', due_soon: '即将到期' } as const

/** Null if there is nothing to remind of. */
export function reminderLetter(head: LetterHead, tasks: readonly LetterTask[]): Letter | null {
  const own = tasks.filter(({ leads }) => leads)
  const groups = URGENT.map((light) => ({ light, rows: own.filter((task) => task.light === light) })).filter(({ rows }) => rows.length > 0)
  if (groups.length === 0) return null
  const counted = groups.map(({ light, rows }) => `${URGENT_WORDS[light]}${rows.length}项`).join('、')
  return {
    ...base('reminder', head),
    title: `关于抓紧推进${about(head.plans)}任务的催办函`,
    opening: `截至${officialDay(head.asOf)}，你单位牵头的${named(head.plans)}任务中，${counted}，现予催办。`,
    tables: numbered(groups.map(({ light, rows }) => ({ heading: `${URGENT_WORDS[light]}任务`, rows: rows.map(reminderRow) }))),
    closing: '请对照任务和时限抓紧办理，并及时在督办台账中报送进展；确有困难的，请如实写明，或按程序申请延期。',
  }
}

/** All open tasks in which the department has a part; null if there are none. */
export function taskCard(head: LetterHead, tasks: readonly LetterTask[]): Letter | null {
  const open = tasks.filter(({ light }) => light !== 'closed' && light !== 'withdrawn')
  const [leading, cooperating] = [open.filter(({ leads }) => leads), open.filter(({ leads }) => !leads)]
  if (open.length === 0) return null
  const part = cooperating.length > 0 ? `，配合${cooperating.length}项` : ''
  return {
    ...base('card', head),
    title: `${about(head.plans)}任务卡`,
    opening: `截至${officialDay(head.asOf)}，你单位在${named(head.plans)}中尚有未办结任务${open.length}项，其中牵头${leading.length}项${part}。`,
    tables: numbered(
      [
        { heading: '牵头任务', rows: leading.map(rowOf) },
        { heading: '配合任务', rows: cooperating.map(rowOf) },
      ].filter(({ rows }) => rows.length > 0),
    ),
    closing: '',
  }
}

const base = (kind: LetterKind, { department, issuer, asOf, demo }: LetterHead) => ({
  kind,
  department,
  issuer,
  demo,
  writtenOn: officialDay(asOf),
})

const about = (plans: readonly string[]): string => (plans.length === 1 ? `《${plans[0]}》` : '重点督办')
// book titles side by side take no 、 (GB/T 15834)
const named = (plans: readonly string[]): string => plans.map((title) => `《${title}》`).join('')

const numbered = (tables: readonly LetterTable[]): LetterTable[] =>
  tables.map(({ heading, rows }, index) => ({ heading: `${chineseNumeral(index + 1)}、${heading}`, rows }))

const rowOf = (task: LetterTask): LetterTable['rows'][number] => ({
  number: numberText(task.number),
  task: task.title,
  measure: task.measure,
  deadline: task.approvedDueOn === null ? task.deadline : `${task.deadline}\n延至${officialDay(task.approvedDueOn)}`,
  state: stateOf(task),
  others: task.others,
})

/** A reminder recalls what is meant; the task card says all of it. */
const reminderRow = (task: LetterTask): LetterTable['rows'][number] => ({ ...rowOf(task), measure: beginningOf(task.measure) })

const BEGINNING_MAX = 40

/** The first clause, at most 40 characters of it; … where more follows. */
export function beginningOf(measure: string): string {
  const text = measure.trim()
  const [clause = ''] = text.split(/[。；;\n]/u, 1)
  const characters = [...clause]
  if (characters.length > BEGINNING_MAX) return `${characters.slice(0, BEGINNING_MAX).join('')}…`
  return text.length > clause.length + 1 ? `${clause}…` : text
}

function stateOf({ light, daysLate, daysLeft, progress, expected, lastReportOn }: LetterTask): string {
  const first = {
    overdue: `逾期${daysLate}天`,
    behind: `进展${progress}%，序时应为${expected ?? 0}%`,
    due_soon: `距到期${daysLeft ?? 0}天，进展${progress}%`,
    claimed: '已申请办结，待核验',
    normal: `进展${progress}%`,
    closed: '办结',
    withdrawn: '撤销',
  }[light]
  return `${first}\n${lastReportOn === null ? '尚未报送' : `${officialDay(lastReportOn)}报送`}`
}
