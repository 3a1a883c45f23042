// The tables of a bulletin's body, and what they share with its sentences: the way from a count to its rows.
import type { BulletinFigures } from '@/domain/bulletin'
import type { BulletinCounts, Trend } from '@/domain/bulletin-counts'
import { counted, type Part, type SheetTable } from '@/domain/bulletin-sheet'
import { BASIS_WORDS, changeWords, LIGHT_WORDS, percentWords, TREND_WORDS } from '@/domain/bulletin-words'
import type { Basis, Light } from '@/domain/words'

const SHOWN: readonly Light[] = ['closed', 'withdrawn', 'overdue', 'claimed', 'behind', 'due_soon', 'normal']

/** Each figure, and by how much it differs from the previous issue's if there is one. */
export function figuresTable({ all, changes, previous }: BulletinFigures): SheetTable {
  const row = (id: string, name: string, value: Part, change: number | null | undefined, isTotal?: boolean) => ({
    id,
    cells: [[name], [value], ...(previous ? [[changeWords(change)]] : [])],
    isTotal,
  })
  const rate = (basis: Basis) =>
    row(`rate-${basis}`, `按时办结率（${BASIS_WORDS[basis]}）`, percentWords(all.onTimeRate[basis]), changes?.onTimeRate[basis])
  return {
    id: 'figures',
    columns: [
      { heading: '指标', width: previous ? 14 : 18 },
      { heading: '本期', width: previous ? 7 : 10, align: 'center' },
      ...(previous ? [{ heading: `较第${previous.number}期`, width: 7, align: 'center' as const }] : []),
    ],
    rows: [
      ...SHOWN.map((light) => row(light, LIGHT_WORDS[light], byLight(all, light), changes?.lights[light])),
      row('total', '任务总数', counted(all.total, { filter: {} }), changes?.total, true),
      row('issued', '按原定时限逾期', late(all, 'issued'), changes?.overdue.issued),
      row('closed-rate', '办结率', percentWords(all.closedRate), changes?.closedRate),
      rate('approved'),
      rate('issued'),
      row('long-term', '长期任务（单独统计）', counted(all.longTerm, { filter: { list: 'long_term' } }), changes?.longTerm),
      row('extended', '已批准延期', counted(all.extended, { filter: { list: 'extended' } }), changes?.extended),
      row('obstructed', '有未解除的困难', counted(all.obstructed, { filter: { list: 'obstructed' } }), changes?.obstructed),
    ],
  }
}

const narrow = (heading: string, width: number) => ({ heading, width, align: 'center' as const })

/** What each department leads, by light; its rows sum to the total. */
export function lightsTable({ all, byLead, context }: BulletinFigures): SheetTable {
  const cells = (counts: BulletinCounts, lead?: string): Part[][] => [
    [counted(counts.total, { filter: lead === undefined ? {} : { lead } })],
    ...SHOWN.map((light) => [byLight(counts, light, lead)]),
  ]
  return {
    id: 'lights',
    columns: [
      { heading: '牵头部门', width: 6.8 },
      narrow('任务', 2.6),
      ...SHOWN.map((light) => narrow(LIGHT_WORDS[light], light === 'claimed' ? 3 : 2.6)),
    ],
    rows: [
      ...byLead.map(({ departmentId, counts }) => ({
        id: departmentId,
        cells: [[nameOf(context, departmentId)], ...cells(counts, departmentId)],
      })),
      { id: 'total', cells: [['合计'], ...cells(all)], isTotal: true },
    ],
  }
}

/** How each department stands, and moved since the previous issue if there is one. */
export function ratesTable({ byLead, all, changes, context, previous }: BulletinFigures): SheetTable {
  const { basis } = context
  const since = <T>(...cells: T[]): T[] => (previous ? cells : [])
  const rates = (counts: BulletinCounts, moved: BulletinFigures['changes'], trend: Trend | null, lead?: string): Part[][] => [
    [percentWords(counts.closedRate)],
    ...since([changeWords(moved?.closedRate)]),
    [percentWords(counts.onTimeRate[basis])],
    [late(counts, basis, lead)],
    ...since([changeWords(moved?.overdue[basis])], [trend === null ? '—' : TREND_WORDS[trend]]),
  ]
  return {
    id: 'rates',
    columns: [
      { heading: '牵头部门', width: 6.8 },
      ...['办结率', ...since('较上期'), '按时办结率', `${BASIS_WORDS[basis]}逾期`, ...since('较上期', '变化')].map((heading) =>
        narrow(heading, previous ? 3.1 : 5.6),
      ),
      narrow('参与', previous ? 2.6 : 4.4),
    ],
    rows: [
      ...byLead.map(({ departmentId, counts, participating, changes: moved, trend }) => ({
        id: departmentId,
        cells: [
          [nameOf(context, departmentId)],
          ...rates(counts, moved, trend, departmentId),
          [counted(participating, { filter: { department: departmentId } })],
        ],
      })),
      { id: 'total', cells: [['合计'], ...rates(all, changes, null), ['—']], isTotal: true },
    ],
  }
}

export const byLight = (counts: BulletinCounts, light: Light, lead?: string): Part =>
  counted(counts.lights[light], { filter: lead === undefined ? { light } : { light, lead } })
export const late = (counts: BulletinCounts, basis: Basis, lead?: string): Part =>
  counted(counts.overdue[basis], { filter: { list: `overdue_${basis}`, ...(lead !== undefined && { lead }) } })

export const nameOf = ({ departments }: BulletinFigures['context'], id: string): string =>
  departments.find((one) => one.id === id)?.name ?? ''
