// For tests only: figures of a few rows.
import { type BulletinContext, bulletinFigures } from '@/domain/bulletin'
import type { BulletinRow } from '@/domain/bulletin-rows'

export const context: BulletinContext = {
  plan: { number: 1, title: '某方案', firstDay: '2022-01-01' },
  asOf: '2022-06-30',
  basis: 'approved',
  thresholds: { behindPoints: 20, dueSoonDays: 30, lateEntryDays: 7 },
  aheadDays: 30,
  reporting: { rhythm: 'monthly', reportDay: 25, reportingFrom: '2022-02-01' },
  departments: [
    { id: 'd02', name: '乙局' },
    { id: 'd01', name: '甲局' },
  ],
}

export const row = (number: number, more: Partial<BulletinRow> = {}): BulletinRow => ({
  number,
  title: `任务${number}`,
  leadId: 'd01',
  cooperatingIds: [],
  contact: { office: '', contact: '', phone: '' },
  deadline: { issued: '2022年12月', precision: 'month' },
  state: 'in_progress',
  light: 'normal',
  progress: 40,
  expected: 50,
  issuedDueOn: '2022-12-31',
  approvedDueOn: '2022-12-31',
  daysLate: { approved: 0, issued: 0 },
  onTime: { approved: null, issued: null },
  lateEntered: false,
  completedOn: null,
  closedOn: null,
  lastReportOn: null,
  extensions: 0,
  extensionRequested: false,
  obstacles: 0,
  stageMissing: false,
  knownSeq: 1,
  ...more,
})
export const closed = { state: 'closed', light: 'closed', onTime: { approved: true, issued: true } } as const
export const late = { light: 'overdue', daysLate: { approved: 30, issued: 30 } } as const

export const figuresOf = (rows: BulletinRow[], previous: BulletinRow[] | null = null, more: Partial<BulletinContext> = {}) => {
  const before = previous && bulletinFigures(previous, [], null, { ...context, asOf: '2022-05-31' })
  return bulletinFigures(rows, [], before && { number: 4, figures: before }, { ...context, ...more })
}
