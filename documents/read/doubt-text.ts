import type { Doubt, DoubtCode, Place } from '@/documents/recognition'
import type { ColumnRole } from '@/domain/plan-layout'

type Locale = 'zh-CN' | 'en'
type Words = Record<Locale, string>

const COLUMN_NAMES: Record<ColumnRole, Words> = {
  number: { 'zh-CN': '序号', en: 'number' },
  goal: { 'zh-CN': '目标任务', en: 'goal' },
  title: { 'zh-CN': '任务描述', en: 'title' },
  measure: { 'zh-CN': '具体措施', en: 'measure' },
  departments: { 'zh-CN': '责任部门', en: 'departments' },
  lead: { 'zh-CN': '牵头部门', en: 'lead department' },
  cooperating: { 'zh-CN': '配合部门', en: 'cooperating departments' },
  deadline: { 'zh-CN': '完成时限', en: 'deadline' },
  office: { 'zh-CN': '承办科室', en: 'office' },
  contact: { 'zh-CN': '联系人', en: 'contact' },
  phone: { 'zh-CN': '联系电话', en: 'phone' },
  leader_in_charge: { 'zh-CN': '分管领导', en: 'leader in charge' },
  other: { 'zh-CN': '其他', en: 'other' },
}

const WORDS: Record<DoubtCode, Words> = {
  'no-header': {
    'zh-CN': '找不到表头，请指定表头所在的行，或不导入此表。',
    en: 'No header was found: say which row is the header, or leave the table out.',
  },
  'no-rows': {
    'zh-CN': '表头之下没有任何一行任务。',
    en: 'There is no row below the header.',
  },
  'column-unsure': {
    'zh-CN': '“{heading}”一列按{column}读取，请核对。',
    en: 'The column “{heading}” is read as {column}: please check.',
  },
  'column-missing': {
    'zh-CN': '没有{column}一列，请指定。',
    en: 'There is no column for the {column}: say which it is.',
  },
  'column-twice': {
    'zh-CN': '“{heading}”与前面的一列都像{column}，请指定哪一列是。',
    en: '“{heading}” and a column before it both look like the {column}: say which it is.',
  },
  'title-missing': {
    'zh-CN': '没有清单名称，请填写。',
    en: 'The list has no title: please give one.',
  },
  'number-missing': {
    'zh-CN': '没有序号。',
    en: 'There is no row number.',
  },
  'number-unreadable': {
    'zh-CN': '序号“{text}”不是数字。',
    en: 'The row number “{text}” is not a number.',
  },
  'number-twice': {
    'zh-CN': '序号 {number} 重复。',
    en: 'Number {number} appears twice.',
  },
  'number-order': {
    'zh-CN': '序号 {number} 排在 {previous} 之后，次序有误。',
    en: 'Number {number} stands after {previous}, out of order.',
  },
  'number-gap': {
    'zh-CN': '序号不连续：应为 {expected}，实为 {number}。',
    en: 'The numbers have a gap: {expected} expected, {number} found.',
  },
  'goal-missing': {
    'zh-CN': '第一行的目标任务为空，上面没有可沿用的内容。',
    en: 'The first row has no goal, and there is none above it to take.',
  },
  'goal-unnumbered': {
    'zh-CN': '“{text}”读不出目标任务的编号。',
    en: 'The goal’s number cannot be read in “{text}”.',
  },
  'goal-order': {
    'zh-CN': '目标任务的编号应为 {expected}，实为 {found}（“{text}”）。',
    en: 'The goal’s number should be {expected}, but is {found} (“{text}”).',
  },
  'title-empty': {
    'zh-CN': '任务描述为空，不能沿用上一个目标任务的内容。',
    en: 'The title is blank: the title above belongs to another goal.',
  },
  'measure-empty': {
    'zh-CN': '具体措施为空。',
    en: 'The measure is blank.',
  },
  'departments-empty': {
    'zh-CN': '没有责任部门或牵头部门。',
    en: 'No responsible or lead department is named.',
  },
  'department-alias': {
    'zh-CN': '“{text}”是否就是“{first}”？请确认。',
    en: 'Is “{text}” the same as “{first}”? Please confirm.',
  },
  'department-new': {
    'zh-CN': '“{text}”不在现有部门之中，请确认是新部门，或指定是哪个部门。',
    en: '“{text}” is not among the departments: confirm that it is new, or say which it is.',
  },
  'department-collective': {
    'zh-CN': '“{text}”不是一个部门。可按一个部门记入，或写出具体部门。',
    en: '“{text}” is not one department. Enter it as one, or name the departments.',
  },
  'department-ambiguous': {
    'zh-CN': '分不清“{first}”与“{second}”是两个部门，还是一个名称被断开。请用顿号分隔，或写在一行。',
    en: 'It is unclear whether “{first}” and “{second}” are two departments or one broken name. Part them by “、”, or put the name on one line.',
  },
  'department-incomplete': {
    'zh-CN': '“{text}”不像完整的部门名称，也不能与后文合成一个。',
    en: '“{text}” does not look like a whole department name, and what follows does not complete it.',
  },
  'department-unreadable': {
    'zh-CN': '“{text}”含有部门名称中不应有的符号。',
    en: '“{text}” has characters that a department name does not have.',
  },
  'department-twice': {
    'zh-CN': '“{text}”在同一行出现两次。',
    en: '“{text}” is named twice in one row.',
  },
  'lead-twice': {
    'zh-CN': '有几个牵头部门（{text}），按第一个“{first}”牵头，其余配合。',
    en: 'Several departments lead ({text}): the first, “{first}”, is taken as the lead, the others cooperate.',
  },
  'deadline-empty': {
    'zh-CN': '完成时限为空。',
    en: 'The deadline is blank.',
  },
  'deadline-unknown': {
    'zh-CN': '读不懂完成时限“{text}”。可写：2025年12月、2025年底前、2023年6月30日前、长期坚持。',
    en: 'The deadline “{text}” is in no known form. Known forms: 2025年12月, 2025年底前, 2023年6月30日前, 长期坚持.',
  },
  'row-not-understood': {
    'zh-CN': '这一行读不懂：应有 {expected} 个单元格，有 {found} 个，或缺少序号、责任部门和完成时限。合并的单元格也要留出空白的一格。',
    en: 'This row cannot be read: of {expected} cells it has {found}, or it has neither number, departments nor deadline. A merged cell must be left blank, not left out.',
  },
  'cell-error': {
    'zh-CN': '单元格显示公式错误“{text}”，请在原表中改正后重新上传。',
    en: 'The cell shows the error “{text}” of a formula: correct it in the file and upload it again.',
  },
}

/** What does not block says what was done. */
const SETTLED: Partial<Record<DoubtCode, Words>> = {
  'no-header': { 'zh-CN': '这个表没有表头，不导入。', en: 'This table has no header and is left out.' },
  'number-missing': {
    'zh-CN': '清单没有序号，按次序编为 1 至 {last}。',
    en: 'The list has no numbers: its rows are numbered 1 to {last}.',
  },
  'number-order': {
    'zh-CN': '序号在此重新从 {number} 起，全表按次序连续编号，此行为 {renumbered}。',
    en: 'The numbers begin anew here with {number}: all rows are numbered in order, this one {renumbered}.',
  },
  'number-gap': {
    'zh-CN': '序号 {expected} 至 {number} 之间有空缺，照原样保留。',
    en: 'Numbers from {expected} to {number} are left out, as issued.',
  },
  'department-twice': {
    'zh-CN': '“{text}”在同一行出现两次，只记一次。',
    en: '“{text}” is named twice in one row, and counts once.',
  },
  'goal-unnumbered': {
    'zh-CN': '目标任务没有连续的编号，按次序编号。',
    en: 'The goals have no running numbers: they are numbered in order.',
  },
  'goal-order': {
    'zh-CN': '目标任务 {expected} 至 {found} 之间有空缺，照原样保留。',
    en: 'Goals from {expected} to {found} are left out, as issued.',
  },
}

/** One sentence for the user, beginning with where it is and the column. */
export function doubtText({ code, blocking, values, suggestions, column, place }: Doubt, locale: Locale): string {
  const name = column && COLUMN_NAMES[column][locale]
  const all: Record<string, string | number> = { first: suggestions[0] ?? '', column: name ?? '', ...values }
  const words = ((!blocking && SETTLED[code]) || WORDS[code])[locale].replace(/\{(\w+)\}/g, (_, key: string) => String(all[key] ?? ''))
  const where = [place && placeText(place, locale), code.startsWith('column-') ? null : name].filter((part) => part !== null && part !== '')
  if (where.length === 0) return words
  return locale === 'en' ? `${where.join(', ')}: ${words}` : `${where.join('，')}：${words}`
}

/** 表1第3行第2列; 工作表“X” C5; 第12行. */
export function placeText(place: Place, locale: Locale): string {
  if (place.kind === 'docx')
    return locale === 'en'
      ? `Table ${place.table}, row ${place.row}, column ${place.column}`
      : `表${place.table}第${place.row}行第${place.column}列`
  if (place.kind === 'xlsx') return locale === 'en' ? `Sheet “${place.sheet}” ${place.cell}` : `工作表“${place.sheet}” ${place.cell}`
  return locale === 'en' ? `Line ${place.line}` : `第${place.line}行`
}
