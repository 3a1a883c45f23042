// The sentences and tables of a bulletin that come from its figures. The first sentences are those of the home page, word for word.
import type { BulletinFigures, MovementKind } from '@/domain/bulletin'
import type { BulletinCounts } from '@/domain/bulletin-counts'
import type { BulletinProse, ProseName } from '@/domain/bulletin-prose'
import { type Block, counted, numbersPart, type Part, type SheetSection, say } from '@/domain/bulletin-sheet'
import { byLight, figuresTable, late, lightsTable, nameOf, ratesTable } from '@/domain/bulletin-tables'
import { BASIS_WORDS, MOVEMENT_WORDS, percentWords, periodWords, TREND_WORDS } from '@/domain/bulletin-words'
import { officialDay } from '@/domain/notice-text'
import type { Basis } from '@/domain/words'

const NUMERALS = '一二三四五六七八九十'

/** The numbered sections in order; `annexLabels` by the annex's id. */
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
  return sections.map(([id, heading, blocks], index) => ({ id, heading: `${NUMERALS[index]}、${heading}`, blocks }))
}

const LIGHTS_NOTE = '办结、撤销、逾期、待核验、滞后、临期、正常按批准时限判定，互不重复，合计等于任务总数。'

function overall({ all, context, byLead }: BulletinFigures): Block[] {
  const { basis } = context
  const other: Basis = basis === 'issued' ? 'approved' : 'issued'
  const leads = byLead.filter(({ counts }) => counts.overdue[basis] > 0).length
  const { closed, withdrawn } = all.lights
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
    {
      parts: [
        `办结率${percentWords(all.closedRate)}，即办结${closed}÷（总数${all.total}－撤销${withdrawn}－长期${all.longTerm}）；`,
        `${onTimeWords(all, basis)}；${onTimeWords(all, other)}。`,
        ...(all.longTerm > 0
          ? say`长期任务${counted(all.longTerm, { filter: { list: 'long_term' } })}项，单独统计，其中缺阶段成果${counted(all.stageMissing, { filter: { list: 'stage_missing' } })}项。`
          : []),
        ...say`已批准延期${counted(all.extended, { filter: { list: 'extended' } })}项，另有${counted(all.extensionRequested, { filter: { list: 'extension_requested' } })}项申请待批；有未解除困难的${counted(all.obstructed, { filter: { list: 'obstructed' } })}项。`,
      ],
    },
  ]
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

const onTimeWords = (all: BulletinCounts, basis: Basis): string =>
  `${BASIS_WORDS[basis]}的按时办结率${percentWords(all.onTimeRate[basis])}，即按时办结${all.onTime[basis]}（其中补录${all.onLateEntries[basis]}）÷（办结${all.lights.closed}＋逾期${all.overdue[basis]}）`

const onlyCooperating = ({ onlyCooperating: rows, context }: BulletinFigures): string =>
  rows.length === 0
    ? ''
    : `只配合、不牵头的部门：${rows.map(({ departmentId, participating }) => `${nameOf(context, departmentId)}参与${participating}项`).join('、')}。`

function movement({ movement: moved, previous, byLead, context }: BulletinFigures, see: Part[]): Block[] {
  if (!moved || !previous) return [{ parts: ['本期为首期通报，没有上期可比。'] }]
  const kinds = Object.entries(moved) as [MovementKind, number[]][]
  const none = kinds.filter(([, numbers]) => numbers.length === 0).map(([kind]) => MOVEMENT_WORDS[kind])
  const some = kinds.filter(([, numbers]) => numbers.length > 0)
  const trends = (['up', 'down', 'same'] as const).flatMap((trend) => {
    const names = byLead.filter((row) => row.trend === trend).map(({ departmentId }) => nameOf(context, departmentId))
    return names.length > 0 ? [`${TREND_WORDS[trend]}的${names.length}个（${names.join('、')}）`] : []
  })
  return [
    {
      parts: [
        `与第${previous.number}期（截至${officialDay(previous.asOf)}）相比`,
        ...(some.length > 0 ? [...see, '：'] : [`，没有${none.join('、')}的任务。`]),
      ],
    },
    ...some.map(([kind, numbers]) => ({ parts: say`${MOVEMENT_WORDS[kind]}${numbers.length}项：${numbersPart(numbers)}。` })),
    ...(some.length > 0 && none.length > 0 ? [{ parts: [`没有${none.join('、')}的任务。`] }] : []),
    ...(trends.length > 0
      ? [{ parts: [`牵头部门中，${trends.join('，')}。逾期减少，或逾期不变而办结率上升的，为好转；反之为变差。`] }]
      : []),
  ]
}

function problems({ all, overdue, behind, byLead, context, rows }: BulletinFigures, see: (id: string) => Part[]): Block[] {
  const { basis, thresholds } = context
  const byCount = byLead.filter(({ counts }) => counts.overdue[basis] > 0).sort((a, b) => b.counts.overdue[basis] - a.counts.overdue[basis])
  const named = byCount.map(({ departmentId, counts }) => `${nameOf(context, departmentId)}${counts.overdue[basis]}项`).join('、')
  const stopped = rows.filter(({ obstacles }) => obstacles > 0).map(({ number }) => number)
  return [
    {
      parts:
        overdue.length > 0
          ? say`${BASIS_WORDS[basis]}逾期${late(all, basis)}项${see('overdue')}：${named}。`
          : [`${BASIS_WORDS[basis]}没有逾期任务。`],
    },
    {
      parts:
        behind.length > 0
          ? say`进展低于序时进度超过${thresholds.behindPoints}个百分点、尚未逾期的滞后任务${byLight(all, 'behind')}项${see('behind')}。`
          : ['没有进度滞后的任务。'],
    },
    ...(stopped.length > 0 ? [{ parts: say`有未解除困难的任务${stopped.length}项：${numbersPart(stopped)}。` }] : []),
  ]
}

function reporting({ reporting: closed, context }: BulletinFigures): Block[] {
  if (!closed) return [{ parts: ['本清单截至本期没有应报送的周期。'] }]
  const { period, on, owed, reported, missing } = closed
  const head = `${periodWords(period)}应在${officialDay(period.dueOn)}前（含当日）报送进展${owed}项，截至${officialDay(on)}已报送${reported}项`
  if (missing.length === 0) return [{ parts: [owed === 0 ? `${periodWords(period)}没有应报送的任务。` : `${head}，各牵头部门都已报送。`] }]
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
    {
      parts:
        due.length > 0
          ? say`今后${days}天（到${officialDay(until)}）到期${counted(due.length, { filter: { dueWithin: days } })}项${see}：${numbersPart(due)}。`
          : [`今后${days}天（到${officialDay(until)}）没有任务到期。`],
    },
    ...(claimed.length > 0
      ? [
          {
            parts: say`已申请办结、等待核验${counted(claimed.length, { filter: { list: 'claimed' } })}项${late > 0 ? `（其中逾期后申请的${late}项列为逾期）` : ''}：${numbersPart(claimed)}。`,
          },
        ]
      : []),
  ]
}
