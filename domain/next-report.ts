import { addDays, type Day, lastDayOfMonth, laterOf } from '@/domain/calendar'
import { periodOf, type ReportingRules } from '@/domain/reporting-periods'

/** The next day by which reports are due, `day` included; null without a rhythm. */
export function nextDueOn(rules: ReportingRules, day: Day): Day | null {
  if (rules.rhythm === 'none') return null
  for (let month = laterOf(day, rules.reportingFrom); ; month = addDays(lastDayOfMonth(month), 1)) {
    const period = periodOf(rules, month)
    if (period !== null && day <= period.dueOn) return period.dueOn
  }
}
