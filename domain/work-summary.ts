// The work summary of a period, assembled from what stands in the ledger in the shape of the office's own yearly reports: main work by goal,
// problems, next steps. Every sentence names the tasks that it came from. Words are made in Chinese: the summary is an official document.
import { type Day, lastDayOfMonth } from '@/domain/calendar'
import { chineseNumeral } from '@/domain/chinese-numeral'
import { officialDay } from '@/domain/notice-text'
import { numberText, planOf } from '@/domain/task-number'
import type { Light } from '@/domain/words'

/** `tasks` are the numbers of those it came from, `from` says what it rests on; both are empty for a sentence that a person added. */
export type Sentence = { text: string; tasks: number[]; from: string }
export type SummaryPart = { heading: string; sentences: Sentence[] }
export type SummarySection = { heading: string; parts: SummaryPart[] }
export type SummaryText = { opening: Sentence[]; sections: SummarySection[] }

/** What the ledger knows of one task in the period, `from` and `to` inclusive; everything that is a state is as of `to`. */
export type SummaryRecord = {
  number: number
  title: string
  goal: { number: number; name: string }
  lead: string
  light: Light
  closedOn: Day | null
  /** By the approved deadline. */
  daysLate: number
  dueOn: Day | null
  /** The last report of the period that has a text; null if nothing was reported in it. */
  report: { on: Day; done: string; problems: string; nextStep: string } | null
  stages: { on: Day; year: number; result: string }[]
  /** Open ones. */
  obstacles: { text: string; remover: string; department: string; since: Day }[]
}

export type SummaryPeriod = { from: Day; to: Day /** Deadlines up to this day, inclusive, are coming ones. */; ahead: Day }

export function assembleSummary(planTitle: string, records: readonly SummaryRecord[], period: SummaryPeriod): SummaryText {
  const ordered = [...records].sort((a, b) => a.number - b.number)
  return {
    opening: opening(planTitle, ordered, period),
    sections: [
      { heading: '一、主要工作', parts: mainWork(ordered, period) },
      { heading: '二、存在问题', parts: numbered(problems(ordered)) },
      { heading: '三、下一步工作', parts: numbered(nextSteps(ordered, period)) },
    ],
  }
}

function opening(planTitle: string, records: readonly SummaryRecord[], { from, to }: SummaryPeriod): Sentence[] {
  const is = (light: Light) => records.filter((record) => record.light === light).length
  const closedWithin = records.filter(({ closedOn }) => closedOn !== null && closedOn >= from && closedOn <= to)
  const open = records.length - is('closed') - is('withdrawn')
  const withdrawn = is('withdrawn') > 0 ? `，撤销${is('withdrawn')}项` : ''
  const text = `《${planTitle}》共${records.length}项任务。截至${officialDay(to)}，办结${is('closed')}项（其中${officialDay(from)}以来办结${closedWithin.length}项）${withdrawn}，在办${open}项，其中逾期${is('overdue')}项、滞后${is('behind')}项。`
  return records.length === 0 ? [] : [{ text, tasks: [], from: `台账截至${to}的数据` }]
}

/** One part per goal in which something was done, in the words that the departments reported. */
function mainWork(records: readonly SummaryRecord[], period: SummaryPeriod): SummaryPart[] {
  const byGoal = Map.groupBy(records, ({ number, goal }) => `${planOf(number)}/${goal.number}/${goal.name}`)
  return [...byGoal.values()].flatMap((own) => {
    const sentences = underTitles(own.flatMap((record) => workOf(record, period)))
    const goal = own[0]?.goal
    return goal && sentences.length > 0 ? [{ heading: `（${chineseNumeral(goal.number)}）${goal.name}`, sentences }] : []
  })
}

function workOf(record: SummaryRecord, { from, to }: SummaryPeriod): Said[] {
  const { report, stages, closedOn } = record
  const said = report ? [about(record, report.done, `${report.on}报送`)] : []
  for (const { on, year, result } of stages) said.push(about(record, `${year}年阶段成果，${result}`, `${on}报送`))
  if (closedOn !== null && closedOn >= from && closedOn <= to)
    said.push({ ...about(record, `已于${officialDay(closedOn)}办结`, `${closedOn}核验通过`), joint: '' })
  return said
}

function problems(records: readonly SummaryRecord[]): SummaryPart[] {
  const overdue = records.filter(({ light }) => light === 'overdue')
  const stopped = records.flatMap((record) =>
    record.obstacles.map(({ text, remover, department, since }) => {
      const whose = remover === '' ? '' : `，需由${remover}协调解决`
      return about(record, `${withoutEnd(text)}${whose}`, `${department}${since}提出`)
    }),
  )
  const told = records.flatMap((record) =>
    record.report && record.report.problems !== '' && record.light !== 'closed'
      ? [about(record, record.report.problems, `${record.report.on}报送`)]
      : [],
  )
  const silent = records.filter(
    ({ report, light, stages }) => !report && stages.length === 0 && light !== 'closed' && light !== 'withdrawn',
  )
  return [
    { heading: '部分任务未按时限办结', sentences: byLead(overdue, lateWords) },
    { heading: '部分任务存在困难', sentences: underTitles(stopped) },
    { heading: '各部门反映的问题', sentences: underTitles(told) },
    { heading: '部分任务本期没有报送进展', sentences: byLead(silent, silentWords) },
  ].filter(({ sentences }) => sentences.length > 0)
}

function nextSteps(records: readonly SummaryRecord[], { to, ahead }: SummaryPeriod): SummaryPart[] {
  const open = records.filter(({ light }) => light !== 'closed' && light !== 'withdrawn')
  const planned = open.flatMap((record) =>
    record.report && record.report.nextStep !== '' ? [about(record, record.report.nextStep, `${record.report.on}报送`)] : [],
  )
  const late = open.filter(({ light }) => light === 'overdue')
  const coming = open.filter(({ dueOn }) => dueOn !== null && dueOn > to && dueOn <= ahead)
  const byDay = Map.groupBy(coming, ({ dueOn }) => dueOn as Day)
  const due = [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) => together(own, `${officialDay(day)}前办结${listed(own)}`, '时限'))
  return [
    { heading: '抓紧办结逾期任务', sentences: byLead(late, (own, lead) => `${lead}抓紧办结${listed(own)}`) },
    { heading: '按期办结即将到期的任务', sentences: due },
    { heading: '继续推进其他任务', sentences: underTitles(planned) },
  ].filter(({ sentences }) => sentences.length > 0)
}

const lateWords = (own: readonly SummaryRecord[], lead: string): string =>
  `${lead}牵头的${listed(own)}逾期，最长逾期${Math.max(...own.map(({ daysLate }) => daysLate))}天`
const silentWords = (own: readonly SummaryRecord[], lead: string): string => `${lead}牵头的${listed(own)}没有报送`

function byLead(records: readonly SummaryRecord[], words: (own: readonly SummaryRecord[], lead: string) => string): Sentence[] {
  return [...Map.groupBy(records, ({ lead }) => lead)].map(([lead, own]) => together(own, words(own, lead), '台账'))
}

const listed = (own: readonly SummaryRecord[]): string =>
  own.length === 1
    ? `第${numberText(own[0]?.number ?? 0)}项`
    : `第${own.map(({ number }) => numberText(number)).join('、')}项共${own.length}项`

const together = (own: readonly SummaryRecord[], text: string, from: string): Sentence => ({
  text: ended(text),
  tasks: own.map(({ number }) => number),
  from,
})

/** What is said under a task's title; `joint` stands between the two. */
type Said = Sentence & { title: string; joint: string }

/** What departments write names no subject: they wrote it under their task. */
const about = ({ number, lead, title }: SummaryRecord, text: string, from: string): Said => ({
  ...{ title, joint: '：', text: ended(text) },
  tasks: [number],
  from: `${lead}，${from}`,
})

/** Several tasks may bear one title: it is said once before all that stands under it, and so is what was reported alike for several. */
function underTitles(all: readonly Said[]): Sentence[] {
  const sentences: Sentence[] = []
  for (const [index, { title, joint, text, tasks, from }] of all.entries()) {
    const before = all[index - 1]
    const last = sentences.at(-1)
    const isSame = before?.title === title
    if (isSame && last && before.text === text && before.from === from) last.tasks = [...new Set([...last.tasks, ...tasks])]
    else sentences.push({ text: isSame ? text : `${title}${joint}${text}`, tasks, from })
  }
  return sentences
}

const numbered = (parts: readonly SummaryPart[]): SummaryPart[] =>
  parts.map(({ heading, sentences }, index) => ({ heading: `（${chineseNumeral(index + 1)}）${heading}`, sentences }))

const withoutEnd = (text: string): string => text.trim().replace(/[。；;.,，]+$/u, '')
const ended = (text: string): string => (/[。！？]["”’）]?$/u.test(text.trim()) ? text.trim() : `${withoutEnd(text)}。`)

/** 区卫生健康局落实《重点任务分工》2024年工作总结, of the whole plan 《重点任务分工》2024年工作总结; a period that is no whole year is named by its days. */
export function summaryTitle(department: string | null, planTitle: string, from: Day, to: Day): string {
  const year = from.slice(0, 4)
  const period = from === `${year}-01-01` && to === `${year}-12-31` ? `${year}年` : `${officialDay(from)}至${officialDay(to)}`
  return `${department === null ? '' : `${department}落实`}《${planTitle}》${period}工作总结`
}

/** How far ahead a summary looks: as long as its period was, at most a year. */
export function aheadOf(from: Day, to: Day): Day {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1 + Math.min(12, months)
  return lastDayOfMonth(`${Math.floor(last / 12)}-${String((last % 12) + 1).padStart(2, '0')}-01`)
}
