import type { ColumnName } from '@/documents/issued-table'

/** What is wrong with an issued table, and where: `line` is 1-based. Its words in the user's language come from `problemText`. */
export type Problem = { line: number; cell?: ColumnName; code: ProblemCode; values: Record<string, string | number> }

type Locale = 'zh-CN' | 'en'

const HEADINGS: Record<ColumnName, Record<Locale, string>> = {
  number: { 'zh-CN': '序号', en: 'number' },
  goal: { 'zh-CN': '目标任务', en: 'goal' },
  title: { 'zh-CN': '任务描述', en: 'title' },
  measure: { 'zh-CN': '具体措施', en: 'measure' },
  departments: { 'zh-CN': '责任部门', en: 'departments' },
  deadline: { 'zh-CN': '完成时限', en: 'deadline' },
}

const WORDS = {
  empty: {
    'zh-CN': '文件是空的。',
    en: 'The file is empty.',
  },
  'header-missing': {
    'zh-CN': '找不到表头：应有单独一行缩进的“序号”，其后依次是目标任务、任务描述、具体措施、责任部门、完成时限。',
    en: 'No table header: an indented line “序号” is expected, then 目标任务, 任务描述, 具体措施, 责任部门, 完成时限.',
  },
  'header-unknown': {
    'zh-CN': '表头此处应为“{expected}”，实为“{found}”。',
    en: 'The header should say “{expected}” here, but says “{found}”.',
  },
  'no-rows': {
    'zh-CN': '表头之下没有任何一行任务。',
    en: 'There is no row below the header.',
  },
  'table-title-missing': {
    'zh-CN': '表头之上没有清单名称。',
    en: 'There is no title above the header.',
  },
  'cells-missing': {
    'zh-CN': '序号 {number} 这一行应有 6 个单元格，只有 {found} 个。合并的单元格也要留出空白的一格。',
    en: 'Row {number} should have 6 cells, but has {found}. A merged cell must be left blank, not left out.',
  },
  'cells-stray': {
    'zh-CN': '这里应是新一行的序号，实为“{text}”：上一行多出单元格，或此行缺少序号。',
    en: 'A row number is expected here, but found “{text}”: the row above has a cell too many, or this row has no number.',
  },
  'number-unreadable': {
    'zh-CN': '序号“{text}”不是数字。',
    en: 'The row number “{text}” is not a number.',
  },
  'number-twice': {
    'zh-CN': '序号 {number} 重复。',
    en: 'Number {number} appears twice.',
  },
  'number-gap': {
    'zh-CN': '序号不连续：应为 {expected}，实为 {number}。',
    en: 'The numbers have a gap: {expected} expected, {number} found.',
  },
  'number-order': {
    'zh-CN': '序号 {number} 排在 {previous} 之后，次序有误。',
    en: 'Number {number} stands after {previous}, out of order.',
  },
  'goal-missing': {
    'zh-CN': '第一行的目标任务为空，上面没有可沿用的内容。',
    en: 'The first row has no goal, and there is none above it to take.',
  },
  'goal-unreadable': {
    'zh-CN': '“{text}”不是“（一）……”的形式，读不出目标任务的编号。',
    en: '“{text}” does not have the form “（一）…”: the goal’s number cannot be read.',
  },
  'goal-order': {
    'zh-CN': '目标任务的编号应为 {expected}，实为 {found}（“{text}”）。',
    en: 'The goal’s number should be {expected}, but is {found} (“{text}”).',
  },
  'title-missing': {
    'zh-CN': '新的目标任务之下任务描述为空，不能沿用上一个目标任务的内容。',
    en: 'The title is blank under a new goal: the title above belongs to another goal.',
  },
  'measure-missing': {
    'zh-CN': '具体措施为空。',
    en: 'The measure is blank.',
  },
  'departments-missing': {
    'zh-CN': '没有责任部门。',
    en: 'No department is named.',
  },
  'department-incomplete': {
    'zh-CN': '“{text}”不像完整的部门名称，也不能与后文合成一个。',
    en: '“{text}” does not look like a whole department name, and what follows does not complete it.',
  },
  'department-ambiguous': {
    'zh-CN': '分不清“{first}”与“{second}”是两个部门，还是一个名称被断开。请用顿号分隔，或写在一行。',
    en: 'It is unclear whether “{first}” and “{second}” are two departments or one broken name. Part them by “、”, or put the name on one line.',
  },
  'department-unreadable': {
    'zh-CN': '“{text}”含有部门名称中不应有的符号。',
    en: '“{text}” has characters that a department name does not have.',
  },
  'department-twice': {
    'zh-CN': '“{text}”在同一行出现两次。',
    en: '“{text}” is named twice in one row.',
  },
  'deadline-missing': {
    'zh-CN': '完成时限为空。',
    en: 'The deadline is blank.',
  },
  'deadline-unknown': {
    'zh-CN': '读不懂完成时限“{text}”。可写：2025年12月、2025年底前、2023年6月30日前、长期坚持。',
    en: 'The deadline “{text}” is in no known form. Known forms: 2025年12月, 2025年底前, 2023年6月30日前, 长期坚持.',
  },
} satisfies Record<string, Record<Locale, string>>

export type ProblemCode = keyof typeof WORDS

/** One sentence for the user, beginning with the line and the cell. */
export function problemText(problem: Problem, locale: Locale): string {
  const words = WORDS[problem.code][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(problem.values[name] ?? ''))
  const cell = problem.cell && HEADINGS[problem.cell][locale]
  if (locale === 'en') return `Line ${problem.line}${cell ? `, ${cell}` : ''}: ${words}`
  return `第${problem.line}行${cell ? `，${cell}` : ''}：${words}`
}
