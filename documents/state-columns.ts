// The columns that the ledger writes to the right of an issued table. An exported file that comes in again is known by them: they say
// what was done, not what was issued, and are passed over, so that the same rows come back.

export const STATE_COLUMNS = {
  deadlineApproved: { 'zh-CN': '批准时限', en: 'Approved deadline' },
  extensions: { 'zh-CN': '延期次数', en: 'Extensions' },
  extensionRequested: { 'zh-CN': '申请延期', en: 'Extension asked for' },
  light: { 'zh-CN': '灯', en: 'Light' },
  state: { 'zh-CN': '状态', en: 'State' },
  progress: { 'zh-CN': '进展%', en: 'Progress %' },
  expected: { 'zh-CN': '序时%', en: 'Expected %' },
  checked: { 'zh-CN': '核查%', en: 'Checked %' },
  overdueDaysApproved: { 'zh-CN': '按批准时限逾期天数', en: 'Days late, By approved deadline' },
  overdueDaysIssued: { 'zh-CN': '按原定时限逾期天数', en: 'Days late, By issued deadline' },
  completedOn: { 'zh-CN': '完成日期', en: 'Completion day' },
  lastReport: { 'zh-CN': '最近报送', en: 'Last report' },
} as const
export type StateColumn = keyof typeof STATE_COLUMNS

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const HEADINGS: ReadonlySet<string> = new Set(Object.values(STATE_COLUMNS).flatMap((words) => Object.values(words).map(plain)))
const MARKS = [
  [STATE_COLUMNS.light['zh-CN'], STATE_COLUMNS.state['zh-CN']],
  [STATE_COLUMNS.light.en, STATE_COLUMNS.state.en],
].map((words) => words.map(plain))

/**
 * Per column whether it is one of ours. Only where light and state stand side by side: an office's own table may well have a column
 * of one of these names, and then it is kept.
 */
export function stateColumns(headings: readonly string[]): boolean[] {
  const words = headings.map(plain)
  const isOurs = MARKS.some((marks) => marks.every((mark) => words.includes(mark)))
  return words.map((word) => isOurs && HEADINGS.has(word))
}

const STATE_LINE = /^(?:截至|制表[：:]|口径|演示数据|As of |Made by |demo data)/i

/** Whether a line above a table is one that our exports write there: as-of day, basis, maker. */
export const isStateLine = (line: string): boolean => STATE_LINE.test(line.trim())
