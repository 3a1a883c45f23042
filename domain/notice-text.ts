// What a supervision notice says, in the office's own Chinese whatever the reader's language: it is a document. Stored at issue, so that a
// reprint says the same.
import { type Day, daysBetween, lastDayOfMonth } from '@/domain/calendar'
import type { Precision } from '@/domain/deadline'
import type { NoticeColour } from '@/domain/notices'
import type { DutyRole, Light, Part, State } from '@/domain/words'

/** A notice as it stands on paper; days are in their Chinese form. Page, print and Word are made of it. */
export type NoticeText = {
  label: string
  colour: NoticeColour
  issuer: string
  redHead: boolean
  department: string
  planTitle: string
  tasks: { number: number; title: string; measure: string; deadline: string; state: string }[]
  demand: string
  replyBy: string
  issuedOn: string
  signedBy: { name: string; post: string; on: string } | null
  voided: { on: string; reason: string } | null
  demo: boolean
}

/** A task as far as a notice speaks of it. Progress in whole per cent, `daysLate` by the approved deadline. */
export type NoticeTaskNow = {
  state: State
  light: Light
  progress: number
  expected: number | null
  daysLate: { approved: number }
  lastReportOn: Day | null
  deadline: { issued: string; precision: Precision; issuedDueOn: Day | null; approvedDueOn: Day | null }
  duties: readonly { departmentId: string; role: DutyRole; part: Part }[]
}

/** 2026年1月5日. */
export const officialDay = (day: Day): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** The number is given at issue: a draft leaves its place empty. */
export const draftLabel = (mark: string, year: number): string => `${mark}〔${year}〕\u3000号`

/** The deadline as issued and the one in force, if it is another: 2024年6月，延至2024年9月; 改为 where a document made it earlier. */
export function noticeDeadline({ issued, precision, issuedDueOn, approvedDueOn }: NoticeTaskNow['deadline']): string {
  if (approvedDueOn === null || approvedDueOn === issuedDueOn) return issued
  const wholeMonth = precision === 'month' && approvedDueOn === lastDayOfMonth(approvedDueOn)
  const day = officialDay(approvedDueOn)
  const word = issuedDueOn !== null && approvedDueOn > issuedDueOn ? '延至' : '改为'
  return `${issued}，${word}${wholeMonth ? day.replace(/\d+日$/, '') : day}`
}

const STATE_WORDS: Record<State, string> = {
  not_started: '未启动',
  in_progress: '推进中',
  claimed: '已申请办结，待核验',
  closed: '已办结',
  withdrawn: '已撤销',
}

/** Where a task stands for one of its departments at the end of `today`, in a sentence. */
export function noticeStanding(task: NoticeTaskNow, departmentId: string, today: Day): string {
  const said = [STATE_WORDS[task.state], progressWords(task), timeWords(task, today), reportWords(task), partWords(task, departmentId)]
  return `${said.filter(Boolean).join('，')}。`
}

const progressWords = ({ state, progress, expected }: NoticeTaskNow): string => {
  if (state === 'claimed' || state === 'closed') return ''
  return expected === null ? `进展${progress}%` : `进展${progress}%（序时进度${expected}%）`
}

function timeWords({ state, daysLate, deadline: { approvedDueOn } }: NoticeTaskNow, today: Day): string {
  if (approvedDueOn === null) return '长期任务'
  if (daysLate.approved > 0) return `已逾期${daysLate.approved}天`
  if (state !== 'not_started' && state !== 'in_progress') return ''
  const left = daysBetween(today, approvedDueOn)
  return left === 0 ? '今日到期' : `距时限${left}天`
}

const reportWords = ({ lastReportOn }: NoticeTaskNow): string =>
  lastReportOn === null ? '从未报送进展' : `最近报送${officialDay(lastReportOn)}`

function partWords({ duties }: NoticeTaskNow, departmentId: string): string {
  const own = duties.find((duty) => duty.departmentId === departmentId)
  if (own?.role !== 'cooperating') return ''
  return own.part === 'done' ? '你单位配合部分已确认' : '你单位配合部分未确认'
}

/** Blue for what falls due, yellow for what is behind, red for what is overdue: the most urgent of the tasks decides (rule 4). */
export function suggestedColour(tasks: readonly Pick<NoticeTaskNow, 'light'>[]): NoticeColour {
  if (tasks.some(({ light }) => light === 'overdue')) return 'red'
  return tasks.some(({ light }) => light === 'behind') ? 'yellow' : 'blue'
}

const DEMANDS: Record<NoticeColour, string> = {
  red: '请逐项说明逾期原因，明确责任人和办结日期，抓紧办理。',
  yellow: '请逐项说明进度滞后的原因，提出赶上序时进度的措施和完成日期。',
  blue: '请逐项核对剩余工作，落实责任人，确保按时限办结。',
}

/** What a demand starts with; it can be changed. */
export const plainDemand = (colour: NoticeColour): string =>
  `${DEMANDS[colour]}\n有困难的，写明困难是什么、需由谁解决；确需延期的，按程序另行申请。`

const COLOUR_TITLES: Record<NoticeColour, string> = { blue: '蓝色督办单', yellow: '黄色督办单', red: '红色督办单' }
const inTitleMarks = (title: string): string => (title.startsWith('《') ? title : `《${title}》`)

/** The paragraphs and headings of a notice around what was written for it. */
export const noticeWords = ({ label, colour, department, planTitle, tasks, replyBy, signedBy, voided }: NoticeText) => ({
  title: COLOUR_TITLES[colour],
  opening: `现就${inTitleMarks(planTitle)}中由你单位承担的以下${tasks.length}项任务予以督办。`,
  tasks: '一、督办任务',
  columns: { number: '序号', task: '任务及具体措施', deadline: '完成时限', state: '目前情况' },
  demand: '二、督办要求',
  reply: '三、回复时限',
  replyBy: `请于${replyBy}前（含当日）书面回复办理情况，并退回所附签收回执。`,
  signed: signedBy && `（签发人：${signedBy.post}${signedBy.name}，${signedBy.on}签发）`,
  voided: voided && `本督办单已于${voided.on}作废。作废原因：${voided.reason}`,
  slip: {
    title: '签收回执',
    rows: [
      { id: 'notice', name: '督办单', value: `${label}（${COLOUR_TITLES[colour]}）` },
      { id: 'department', name: '签收单位', value: `${department}（盖章）` },
      { id: 'person', name: '签收人', value: '' },
      { id: 'day', name: '签收日期', value: '\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日' },
      { id: 'reply', name: '回复', value: '' },
    ],
  },
  demo: '演示数据',
})
