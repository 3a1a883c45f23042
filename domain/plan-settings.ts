// A plan's settings (rules 4, 7 and 17; the reporting rhythm; the notice's mark): what they may be, and what changed between two of them.
import { type Day, isDay } from '@/domain/calendar'
import { LAST_REPORT_DAY, type Rhythm } from '@/domain/reporting-periods'

/** `reportingFrom` null: the month after the ledger was opened. `noticeMark` and `officeName` null: made of the issuer. */
export type PlanSettings = {
  behindPoints: number
  dueSoonDays: number
  lateEntryDays: number
  signOffRequired: boolean
  rhythm: Rhythm
  reportDay: number
  reportingFrom: Day | null
  noticeMark: string | null
  officeName: string | null
  redHead: boolean
}
export type PlanSetting = keyof PlanSettings
export type SettingChanges = Partial<Record<PlanSetting, { from: PlanSettings[PlanSetting]; to: PlanSettings[PlanSetting] }>>

export const PLAN_SETTINGS = [
  'behindPoints',
  'dueSoonDays',
  'lateEntryDays',
  'signOffRequired',
  'rhythm',
  'reportDay',
  'reportingFrom',
  'noticeMark',
  'officeName',
  'redHead',
] as const satisfies readonly PlanSetting[]

/** The thresholds that the stored periods rest on: when one changes, they are folded anew. */
export const FOLDED_SETTINGS = ['behindPoints', 'dueSoonDays', 'lateEntryDays'] as const satisfies readonly PlanSetting[]

export const POINTS_MAX = 100
export const DAYS_MAX = 365
export const MARK_MAX = 6
const NAME_MAX = 60

export type SettingFault =
  | 'points-out-of-range'
  | 'days-out-of-range'
  | 'report-day-out-of-range'
  | 'month-start'
  | 'notice-mark'
  | 'text-too-long'

/** What cannot stand, by setting; empty if all can. */
export function faultsIn(settings: PlanSettings): Partial<Record<PlanSetting, SettingFault>> {
  const { behindPoints, dueSoonDays, lateEntryDays, reportDay, reportingFrom, noticeMark, officeName } = settings
  const faults: Partial<Record<PlanSetting, SettingFault>> = {}
  if (!isWhole(behindPoints, 0, POINTS_MAX)) faults.behindPoints = 'points-out-of-range'
  if (!isWhole(dueSoonDays, 0, DAYS_MAX)) faults.dueSoonDays = 'days-out-of-range'
  if (!isWhole(lateEntryDays, 0, DAYS_MAX)) faults.lateEntryDays = 'days-out-of-range'
  if (!isWhole(reportDay, 1, LAST_REPORT_DAY)) faults.reportDay = 'report-day-out-of-range'
  if (reportingFrom !== null && !(isDay(reportingFrom) && reportingFrom.endsWith('-01'))) faults.reportingFrom = 'month-start'
  if (noticeMark !== null && !isMark(noticeMark)) faults.noticeMark = 'notice-mark'
  if (officeName !== null && [...officeName].length > NAME_MAX) faults.officeName = 'text-too-long'
  return faults
}

/** What differs, in the order of the form. */
export function changesBetween(from: PlanSettings, to: PlanSettings): SettingChanges {
  return Object.fromEntries(
    PLAN_SETTINGS.filter((name) => from[name] !== to[name]).map((name) => [name, { from: from[name], to: to[name] }]),
  )
}

/** The settings among other columns of a plan. */
export const settingsOf = (plan: PlanSettings): PlanSettings =>
  Object.fromEntries(PLAN_SETTINGS.map((name) => [name, plan[name]])) as PlanSettings

const isWhole = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most

// 满督 in 满督〔2026〕1号: no brackets, digits or spaces of its own
const isMark = (mark: string): boolean => [...mark].length <= MARK_MAX && /^[\p{L}]+$/u.test(mark)
