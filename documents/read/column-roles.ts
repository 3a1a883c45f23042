// Which column is which: by the words that offices write above them. A word that is none of them is matched by how it ends, and said to
// be unsure; what matches nothing is kept word for word.
import { compact } from '@/documents/read/source-grid'
import type { ReadRole } from '@/documents/recognition'
import type { ColumnRole } from '@/domain/plan-layout'

const WORDS: Record<Exclude<ColumnRole, 'other'>, string> = {
  number: '序号 编号 项目序号 任务序号 问题序号 总序号 No. No',
  goal: '目标任务 重点任务 工作目标 任务类别 改革领域 类别 改革任务 重点领域 任务分类 问题类别 项目类别 一级任务 Goal',
  title:
    '任务描述 工作任务 任务名称 主要任务 项目名称 问题 存在问题 任务 任务事项 工作事项 事项 具体任务 改革事项 问题描述 二级任务 主要问题 突出问题 问题表现 工作名称 Task',
  measure:
    '具体措施 主要举措 工作措施 工作内容 整改措施 任务内容 措施 举措 具体举措 重点举措 改革举措 主要措施 主要内容 建设内容 具体内容 整改举措 工作举措 工作要求 Measure',
  departments: '责任部门 责任单位 承办单位 责任科室 承办部门 责任主体 落实单位 整改单位 部门 Departments_responsible Departments',
  lead: '牵头单位 牵头部门 主办单位 主责单位 主责部门 主办部门 牵头责任单位 牵头科室 牵头 主办 Lead_department',
  cooperating:
    '配合单位 配合部门 协办单位 参加单位 参与单位 协办部门 协同单位 协同部门 参与部门 配合责任单位 配合 协办 Cooperating_departments',
  deadline:
    '完成时限 完成时间 时限要求 办结时限 整改时限 时间节点 完成期限 时限 整改期限 办理时限 时间要求 计划完成时间 进度要求 Deadline Issued_deadline',
  office: '承办科室 责任股室 承办股室 具体科室 Office',
  contact: '联系人 承办人 责任人 经办人 具体责任人 联络员 Contact',
  phone: '联系电话 电话 联系方式 Phone',
  leader_in_charge: '分管领导 责任领导 包联领导 牵头领导 包保领导 主管领导 分管负责人 Leader_in_charge',
}

const ROLE_OF_WORD = new Map(
  (Object.entries(WORDS) as [ColumnRole, string][]).flatMap(([role, words]) =>
    words.split(' ').map((word) => [wordOf(word.replaceAll('_', ' ')), role] as const),
  ),
)

// In this order: 牵头领导 is a person, 责任单位及责任人 is a department.
const ENDINGS: [RegExp, ColumnRole][] = [
  [/领导$/, 'leader_in_charge'],
  [/电话$|联系方式$/, 'phone'],
  [/(?:时限|期限|完成时间|时间节点|截止时间)$/, 'deadline'],
  [/(?:牵头|主办|主责).*(?:单位|部门)$/, 'lead'],
  [/(?:配合|协办|协同|参与|参加).*(?:单位|部门)$/, 'cooperating'],
  [/责任.*(?:单位|部门)|(?:单位|部门)$/, 'departments'],
  [/(?:科室|股室)$/, 'office'],
  [/(?:联系人|责任人|承办人)$/, 'contact'],
  [/(?:措施|举措|做法)$/, 'measure'],
  [/(?:类别|领域|分类|板块|目标)$/, 'goal'],
  [/(?:任务|问题|事项|项目名称)$/, 'title'],
]

/** What is longer is no heading, whatever words are in it. */
const HEADING_MAX = 200

/** What a heading says of its column; `group` is a heading that stands over it and its neighbours. Null for words that mean nothing here. */
export function roleOf(heading: string, group = ''): { role: ColumnRole; sure: boolean } | null {
  const word = wordOf(heading)
  if (word.length > HEADING_MAX) return null
  const known = ROLE_OF_WORD.get(word) ?? ROLE_OF_WORD.get(withoutBrackets(word)) ?? (group && ROLE_OF_WORD.get(wordOf(group + heading)))
  if (known) return { role: known, sure: true }
  const alike = ENDINGS.find(([ending]) => ending.test(withoutBrackets(word)))
  return alike ? { role: alike[1], sure: false } : null
}

export type Heading = { heading: string; group?: string }
export type RoleOfColumn = { role: ReadRole; sure: boolean; twice?: ColumnRole }

/**
 * The roles of a table's columns. A role is given once: what asks for one that a surer column has is kept as `other`, and where both are
 * sure a person must say which it is (`twice`). Without a title, the measure is the title; without both, the goal is. Beside a column of
 * those who cooperate, 责任单位 leads; beside one of those who lead, it cooperates.
 */
export function columnRoles(headings: readonly Heading[], ignored: readonly boolean[]): RoleOfColumn[] {
  const wanted = headings.map(({ heading, group }, i) => (ignored[i] ? null : roleOf(heading, group)))
  const taken = new Set(wanted.filter((found) => found?.sure).map((found) => found?.role))
  const given = new Set<ColumnRole>()
  const columns = wanted.map((found, i): RoleOfColumn => {
    if (ignored[i]) return { role: 'ignored', sure: true }
    if (!found) return { role: 'other', sure: headings[i]?.heading !== '' }
    if (given.has(found.role)) return { role: 'other', sure: false, ...(found.sure && { twice: found.role }) }
    if (!found.sure && taken.has(found.role)) return { role: 'other', sure: true }
    given.add(found.role)
    return found
  })
  const stand = columns.find(({ role }) => role === 'measure') ?? columns.find(({ role }) => role === 'goal')
  if (!given.has('title') && stand) Object.assign(stand, { role: 'title', sure: false })
  const responsible = columns.find(({ role }) => role === 'departments')
  if (responsible && given.has('lead') !== given.has('cooperating')) responsible.role = given.has('lead') ? 'cooperating' : 'lead'
  return columns
}

/** What columns without a meaning here are called where they are kept: by their headings, no two alike. */
export function otherNames(headings: readonly Heading[], roles: readonly RoleOfColumn[]): string[] {
  const taken = new Set<string>()
  return headings.map(({ heading }, column) => {
    const name = heading || `第${column + 1}列`
    if (roles[column]?.role !== 'other') return name
    let free = name
    for (let i = 2; taken.has(free); i++) free = `${name}${i}`
    taken.add(free)
    return free
  })
}

function wordOf(heading: string): string {
  return compact(heading)
    .replace(/[：:*＊]/g, '')
    .toLowerCase()
}

const withoutBrackets = (word: string): string => word.replace(/[(（〔[【].*?[)）〕\]】]/g, '')
