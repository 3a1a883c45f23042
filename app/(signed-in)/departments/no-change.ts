import { change, type Entered, type Entering } from '@/app/(signed-in)/departments/enter-rows'
import type { TaskRow } from '@/db/queries/task-rows'
import type { Day } from '@/domain/calendar'

/** Lead tasks of which nothing was heard in the month of `today`: open, not claimed, no report and no "no change" (rule 13). */
export function unheardThisMonth(rows: readonly TaskRow[], today: Day): TaskRow[] {
  const month = today.slice(0, 7)
  return rows.filter(
    ({ state, lastReportOn }) => (state === 'not_started' || state === 'in_progress') && lastReportOn?.slice(0, 7) !== month,
  )
}

/** Says "no change" today for each of the rows, each in its own transaction. */
export async function enterNoChange(rows: readonly TaskRow[], formId: string, at: Entering): Promise<Entered> {
  const result: Entered = { saved: [], refused: {}, again: [], collides: {} }
  for (const { number, version } of rows) {
    const command = { do: 'no_change' as const, on: at.time.today, source: at.source }
    const outcome = await change({ number, version, formId: `${formId}:${number}`, command }, at)
    const field = `rows.${number}.lines.0`
    if ('done' in outcome) result.saved.push({ field, number, claimed: false, closed: false })
    else result.refused[`${field}.on`] = outcome.refused
  }
  return result
}
