// The sentences and tables of a bulletin that come from its figures. The first sentences are those of the home page, word for word.

import type { BulletinFigures, MovementKind } from '@/domain/bulletin'
import type { BulletinCounts, Trend } from '@/domain/bulletin-counts'
import type { BulletinProse, ProseName } from '@/domain/bulletin-prose'
import { type Block, counted, numbersPart, type Part, plainText, type SheetSection, say } from '@/domain/bulletin-sheet'
import { byLight, figuresTable, late, lightsTable, nameOf, ratesTable } from '@/domain/bulletin-tables'
import { BASIS_WORDS, MOVEMENT_WORDS, percentWords, periodWords, TREND_WORDS } from '@/domain/bulletin-words'
import { chineseNumeral } from '@/domain/chinese-numeral'
import { officialDay } from '@/domain/notice-text'
import type { Basis } from '@/domain/words'

/** The sections that have something to say, numbered in order; `annexLabels` by the annex's id. */
export function bulletinSections(figures: BulletinFigures, prose: BulletinProse, annexLabels: ReadonlyMap<string, string>): SheetSection[] {
  const own = (name: ProseName): Block => ({ prose: name, text: prose[name] })
  const see = (id: string): Part[] => (annexLabels.has(id) ? say`（见${{ text: annexLabels.get(id) ?? '', to: { annex: id } }}）` : [])
  const sections: [id: string, heading: string, blocks: Block[]][] = [
    ['overall', '总体情况', [...overall(figures), { table: figuresTable(figures), note: LIGHTS_NOTE }, own('overall')]],
    [
      'departments',
      '牵头部门情况',
      [
        { table: lightsTable(figures) },
        { table: ratesTable(figures), note: `“参与”含配合，不作合计。${onlyCooperating(figures)}` },
        own('departments'),
      ],
    ],
    ['movement', '本期变化', [...movement(figures, see('movement')), own('movement')]],
    ['problems', '存在问题', [...problems(figures, see), own('problems')]],
    ['reporting', '未按时报送', [...reporting(figures), own('reporting')]],
    ['demands', '下一步要求', [...coming(figures, see('next')), own('demands')]],
  ]
  return sections
    .filter(([, , blocks]) => blocks.some(saysSomething))
    .map(([id, heading, blocks], index) => ({ id, heading: `${chineseNumeral(index + 1)}、${heading}`, blocks }))
}

const saysSomething = (block: Block): boolean => !('prose' in block) || block.text.trim() !== ''

const LIGHTS_NOTE = '办结、撤销、逾期、待核验、滞后、临期、正常按批准时限判定，互不重复，合计等于任务总数。'

function overall({ all, context, byLead }: BulletinFigures): Block[] {
  const { basis } = context
  const other: Basis = basis === 'issued' ? 'approved' : 'issued'
  const leads = byLead.filter(({ counts }) => counts.overdue[basis] > 0).length
  const { withdrawn } = all.lights
  return [
    {
      parts: [
        ...say`${counted(all.total, { filter: {} })}项任务已办结${byLight(all, 'closed')}项`,
        ...(withdrawn > 0 ? say`、撤销${byLight(all, 'withdrawn')}项` : []),
        ...say`，在办${counted(all.open, { filter: { list: 'open' } })}项；${BASIS_WORDS[basis]}逾期${late(all, basis)}项`,
        ...(all.overdue[basis] > 0 ? say`，归${leads}个牵头部门` : []),
        ...say`，${BASIS_WORDS[other]}逾期${late(all, other)}项。`,
        ...dueSentence(all, context.asOf),
      ],
    },
    ...paragraph(
      [[closedRateWords(all), onTimeWords(all, basis), onTimeWords(all, other)].filter(Boolean).join('；')],
      longTerm(all),
      exceptions(all),
    ),
  ]
}

/** A paragraph of those sentences that say something. */
function paragraph(...sentences: Part[][]): Block[] {
  const parts = sentences.flatMap((sentence) => (plainText(sentence) ? [...sentence, '。'] : []))
  return parts.length > 0 ? [{ parts }] : []
}

function longTerm({ longTerm: count, stageMissing }: BulletinCounts): Part[] {
  if (count === 0) return []
  const missing = stageMissing > 0 ? say`，其中缺阶段成果${counted(stageMissing, { filter: { list: 'stage_missing' } })}项` : []
  return say`长期任务${counted(count, { filter: { list: 'long_term' } })}项，单独统计${missing}`
}

function exceptions({ extended, extensionRequested, obstructed }: BulletinCounts): Part[] {
  const waiting = say`${counted(extensionRequested, { filter: { list: 'extension_requested' } })}项`
  const clauses = [
    extended > 0 ? say`已批准延期${counted(extended, { filter: { list: 'extended' } })}项` : [],
    extensionRequested > 0 ? (extended > 0 ? say`另有${waiting}申请待批` : say`申请延期待批${waiting}`) : [],
    obstructed > 0 ? say`有未解除困难的${counted(obstructed, { filter: { list: 'obstructed' } })}项` : [],
  ]
  return clauses.filter((clause) => clause.length > 0).flatMap((clause, index) => (index > 0 ? ['，', ...clause] : clause))
}

function dueSentence(all: BulletinCounts, asOf: string): Part[] {
  const ahead = all.early > 0 ? say`；另有${counted(all.early, { filter: { list: 'early' } })}项提前办结` : []
  if (all.due === 0) return [`到${officialDay(asOf)}没有任务到期`, ...ahead, '。']
  const missing = all.due - all.dueClosed
  const waiting = missing - all.overdue.approved
  const rest = say`，其中已办结${counted(all.dueClosed, { filter: { list: 'due_closed' } })}项，差${late(all, 'approved')}项逾期`
  const decided = waiting > 0 ? say`、${counted(waiting, { filter: { list: 'due', light: 'claimed' } })}项按期申请待核验` : []
  return [
    ...say`到${officialDay(asOf)}应办结${counted(all.due, { filter: { list: 'due' } })}项（按批准时限）`,
    ...(missing === 0 ? ['，都已办结'] : [...rest, ...decided]),
    ...ahead,
    '。',
  ]
}

/** Empty where there is nothing to divide by. */
function closedRateWords({ closedRate, lights: { closed, withdrawn }, longTerm: years, total }: BulletinCounts): string {
  if (closedRate === null) return ''
  const less = [withdrawn > 0 && `撤销${withdrawn}`, years > 0 && `长期${years}`].filter(Boolean)
  return `办结率${percentWords(closedRate)}，即办结${closed}÷${less.length > 0 ? `（总数${total}－${less.join('－')}）` : `总数${total}`}`
}

function onTimeWords({ onTimeRate, onTime, onLateEntries, lights, overdue }: BulletinCounts, basis: Basis): string {
  if (onTimeRate[basis] === null) return ''
  const entered = onLateEntries[basis] > 0 ? `（其中补录${onLateEntries[basis]}）` : ''
  const among = [lights.closed > 0 && `办结${lights.closed}`, overdue[basis] > 0 && `逾期${overdue[basis]}`].filter(Boolean)
  const divisor = among.length > 1 ? `（${among.join('＋')}）` : among.join('')
  return `${BASIS_WORDS[basis]}的按时办结率${percentWords(onTimeRate[basis])}，即按时办结${onTime[basis]}${entered}÷${divisor}`
}

const onlyCooperating = ({ onlyCooperating: rows, context }: BulletinFigures): string =>
  rows.length === 0
    ? ''
    : `只配合、不牵头的部门：${rows.map(({ departmentId, participating }) => `${nameOf(context, departmentId)}参与${participating}项`).join('、')}。`

function movement({ movement: moved, previous, byLead, context }: BulletinFigures, see: Part[]): Block[] {
  if (!moved || !previous) return []
  const some = (Object.entries(moved) as [MovementKind, number[]][]).filter(([, numbers]) => numbers.length > 0)
  const named = (trend: Trend) => byLead.filter((row) => row.trend === trend).map(({ departmentId }) => nameOf(context, departmentId))
  const changed = (['up', 'down'] as const).filter((trend) => named(trend).length > 0)
  const trends = [...changed, 'same' as const].flatMap((trend) => {
    const names = named(trend)
    return names.length > 0 ? [`${TREND_WORDS[trend]}的${names.length}个（${names.join('、')}）`] : []
  })
  const since = `与第${previous.number}期（截至${officialDay(previous.asOf)}）相比`
  return [
    { parts: some.length > 0 ? [since, ...see, '：'] : [`${since}，办结、逾期、延期等情况没有变化。`] },
    ...some.map(([kind, numbers]) => ({ parts: say`${MOVEMENT_WORDS[kind]}${numbers.length}项：${numbersPart(numbers)}。` })),
    ...(changed.length > 0
      ? [{ parts: [`牵头部门中，${trends.join('，')}。逾期减少，或逾期不变而办结率上升的，为好转；反之为变差。`] }]
      : []),
  ]
}

function problems({ all, overdue, behind, byLead, context, rows }: BulletinFigures, see: (id: string) => Part[]): Block[] {
  const { basis, thresholds } = context
  const stopped = rows.filter(({ obstacles }) => obstacles > 0).map(({ number }) => number)
  if (overdue.length + behind.length + stopped.length === 0) return [{ parts: ['没有逾期、滞后和有未解除困难的任务。'] }]
  const shares = byLead
    .map(({ departmentId, counts }) => ({ name: nameOf(context, departmentId), count: counts.overdue[basis] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  const named = shares.map(({ name, count }) => `${name}${count}项`).join('、')
  return [
    ...(overdue.length > 0
      ? [{ parts: say`${BASIS_WORDS[basis]}逾期${late(all, basis)}项${see('overdue')}：${named}。${concentration(shares)}` }]
      : []),
    ...(behind.length > 0
      ? [
          {
            parts: say`进展低于序时进度超过${thresholds.behindPoints}个百分点、尚未逾期的滞后任务${byLight(all, 'behind')}项${see('behind')}。`,
          },
        ]
      : []),
    ...(stopped.length > 0 ? [{ parts: say`有未解除困难的任务${stopped.length}项：${numbersPart(stopped)}。` }] : []),
  ]
}

/** Whose most overdue tasks are: up to three departments, fewer than half of those named, that have more than half. `shares` sorted, the most first. */
function concentration(shares: readonly { name: string; count: number }[]): string {
  const total = shares.reduce((sum, { count }) => sum + count, 0)
  for (let most = 1; most <= 3 && most * 2 < shares.length; most++) {
    const those = shares.slice(0, most)
    const theirs = those.reduce((sum, { count }) => sum + count, 0)
    if (theirs * 2 > total) return `逾期任务集中在${those.map(({ name }) => name).join('、')}，共${theirs}项。`
  }
  return ''
}

function reporting({ reporting: closed, context }: BulletinFigures): Block[] {
  if (!closed || closed.owed === 0) return []
  const { period, on, owed, reported, missing } = closed
  const head = `${periodWords(period)}应在${officialDay(period.dueOn)}前（含当日）报送进展${owed}项，截至${officialDay(on)}已报送${reported}项`
  if (missing.length === 0) return [{ parts: [`${head}，各牵头部门都已报送。`] }]
  return [
    { parts: [`${head}。未按要求报送的部门：`] },
    ...missing.map(({ departmentId, owed: due, numbers }) => ({
      parts: say`${nameOf(context, departmentId)}应报${due}项，未报${numbers.length}项：${numbersPart(numbers, 100)}。`,
    })),
  ]
}

function coming({ next, context, all }: BulletinFigures, see: Part[]): Block[] {
  const { due, claimed, until } = next
  const late = claimed.length - all.lights.claimed
  const days = String(context.aheadDays)
  return [
    ...(due.length > 0
      ? [
          {
            parts: say`今后${days}天（到${officialDay(until)}）到期${counted(due.length, { filter: { dueWithin: days } })}项${see}：${numbersPart(due)}。`,
          },
        ]
      : []),
    ...(claimed.length > 0
      ? [
          {
            parts: say`已申请办结、等待核验${counted(claimed.length, { filter: { list: 'claimed' } })}项${late > 0 ? `（其中逾期后申请的${late}项列为逾期）` : ''}：${numbersPart(claimed)}。`,
          },
        ]
      : []),
  ]
}
