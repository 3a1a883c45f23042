import { addDays, type Day, daysBetween } from '@/domain/calendar'

/**
 * Expected progress (序时进度) on `day` in whole points 0-100, rounded half up (rule 5). `start` is the plan's first day or the day the
 * task was added, whichever is later; null without a deadline.
 */
export function expectedProgress(start: Day, dueOn: Day | null, day: Day): number | null {
  if (dueOn === null) return null
  if (day >= dueOn) return 100
  const whole = daysBetween(start, dueOn)
  const passed = daysBetween(start, day)
  if (whole <= 0 || passed <= 0) return 0
  return Math.floor((200 * passed + whole) / (2 * whole))
}

/** The first day on which expected − `progress` exceeds `threshold` points; null if that never happens. */
export function firstDayBehind(start: Day, dueOn: Day | null, progress: number, threshold: number): Day | null {
  if (dueOn === null) return null
  const needed = progress + threshold + 1
  if (needed > 100) return null
  const whole = daysBetween(start, dueOn)
  if (whole <= 0) return dueOn
  return addDays(start, Math.ceil(((2 * needed - 1) * whole) / 200))
}
