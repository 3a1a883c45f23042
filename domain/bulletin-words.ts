import type { MovementKind } from '@/domain/bulletin'
import type { Trend } from '@/domain/bulletin-counts'
import type { ReportingPeriod } from '@/domain/reporting-periods'
import type { Basis, Light } from '@/domain/words'

// The office's own Chinese, whatever the reader's language: a bulletin is a document.
export const BASIS_WORDS: Record<Basis, string> = { approved: '按批准时限', issued: '按原定时限' }
export const LIGHT_WORDS: Record<Light, string> = {
  closed: '办结',
  withdrawn: '撤销',
  overdue: '逾期',
  claimed: '待核验',
  behind: '滞后',
  due_soon: '临期',
  normal: '正常',
}
export const MOVEMENT_WORDS: Record<MovementKind, string> = {
  closed: '新办结',
  overdue: '新逾期',
  noLongerOverdue: '不再逾期',
  extended: '延期',
  withdrawn: '撤销',
  added: '新增',
  reopened: '重新办理',
}
export const TREND_WORDS: Record<Trend, string> = { up: '好转', down: '变差', same: '持平' }

/** 2025年11月, 2025年第四季度. */
export function periodWords({ key }: ReportingPeriod): string {
  const [year, part = ''] = key.split('-')
  return part.startsWith('Q') ? `${year}年第${'一二三四'[Number(part[1]) - 1]}季度` : `${year}年${Number(part)}月`
}

export const percentWords = (rate: number | null): string => (rate === null ? '—' : `${rate}%`)

/** How a figure moved: +3, −2, 持平; a dash where there is nothing to compare with. */
export const changeWords = (change: number | null | undefined): string =>
  change === null || change === undefined ? '—' : change === 0 ? '持平' : change > 0 ? `+${change}` : `−${-change}`
