// What departments are reminded of, once a day: only what holds today, so that a clockwork which stood still for weeks says each thing
// once. Keys make it once per period, whatever restarts or runs twice.
import type { Database, Db } from '@/db/client'
import { postReminders, type Reminder } from '@/db/commands/post-reminders'
import { currentPlan, type Plan, planName } from '@/db/queries/current-plan'
import { type DutyDue, dutiesDue, repliesDue, unreported } from '@/db/queries/reminders-due'
import { rulesOf } from '@/db/queries/reporting'
import { workCalendar } from '@/db/queries/work-calendar'
import { addDays, type Day, type Instant } from '@/domain/calendar'
import type { MessageKind, Recipient } from '@/domain/messages'
import { noticeLabel } from '@/domain/notices'
import { DUE_SOON_MOST, deadlineReminder, lastPastDue, missingStageYear, replyReminder, reportDueSoon } from '@/domain/reminders'
import type { ReportingPeriod } from '@/domain/reporting-periods'
import type { WorkCalendar } from '@/domain/working-days'

const SUPERVISORS: Recipient = { role: 'supervisor' }

/** How many messages of each kind were new. */
export type Reminded = Partial<Record<MessageKind, number>>

/** Some ten queries and two for each further plan, and one transaction, whatever the number of tasks. Nothing before a plan was imported. */
export async function remind(database: Database, { today, now }: { today: Day; now: Instant }): Promise<Reminded> {
  const { db } = database
  const current = await currentPlan(db)
  if (!current) return {}
  const ofTasks = (await dutiesDue(db, today, DUE_SOON_MOST)).flatMap((duty) => ofDuty(duty, today))
  const reminders = [...ofTasks, ...(await reportReminders(database, current.plans, today)), ...(await replyReminders(database, today))]
  const counts: Reminded = {}
  for (const kind of await postReminders(database, reminders, now)) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

function ofDuty({ taskId, number, title, departmentId, ...duty }: DutyDue, today: Day): Reminder[] {
  const about = { to: { departmentId }, taskId }
  const reminders: Reminder[] = []
  const deadline = deadlineReminder(duty, today)
  if (deadline) {
    const { kind, dueOn, period } = deadline
    reminders.push({ ...about, kind, words: { number, title, day: dueOn }, key: `${kind}:${taskId}:${period}` })
  }
  const year = missingStageYear(duty)
  if (year !== null) {
    reminders.push({ ...about, kind: 'stage_missing', words: { number, title, count: year }, key: `stage_missing:${taskId}:${year}` })
  }
  return reminders
}

/** Of each plan in its own rhythm; named where there are several. */
async function reportReminders({ db }: Database, plans: readonly Plan[], today: Day): Promise<Reminder[]> {
  const calendar = await workCalendar(db)
  const reminders: Reminder[] = []
  for (const plan of plans) reminders.push(...(await reportRemindersOf(db, plan, plans.length > 1, calendar, today)))
  return reminders
}

async function reportRemindersOf(db: Db, plan: Plan, named: boolean, calendar: WorkCalendar, today: Day): Promise<Reminder[]> {
  const rules = rulesOf(plan)
  const about = named ? { plan: planName(plan) } : {}
  const keyOf = (period: ReportingPeriod | null) => (plan.number === 1 ? period?.key : `${plan.number}/${period?.key}`)
  const soon = reportDueSoon(rules, calendar, today)
  const missed = lastPastDue(rules, today)
  const dueSoon = soon ? await unreported(db, today, plan.number, soon) : []
  const notReported = missed ? await unreported(db, today, plan.number, missed) : []
  return [
    ...dueSoon.map(({ departmentId, department, count }): Reminder => {
      const words = { ...about, who: department, label: soon?.key, day: soon?.dueOn, count }
      return { to: { departmentId }, kind: 'report_due', key: `report_due:${keyOf(soon)}:${departmentId}`, words }
    }),
    ...notReported.flatMap(({ departmentId, department, count }) =>
      [{ departmentId }, SUPERVISORS].map((to): Reminder => {
        const words = { ...about, who: department, label: missed?.key, day: missed?.dueOn, count }
        return { to, kind: 'not_reported', key: `not_reported:${keyOf(missed)}:${departmentId}`, words }
      }),
    ),
  ]
}

/** To the department; that a reply is late, to the supervisors too. */
async function replyReminders({ db }: Database, today: Day): Promise<Reminder[]> {
  const waiting = await repliesDue(db, addDays(today, 1))
  return waiting.flatMap((notice) => {
    const kind = replyReminder(notice.replyBy, today)
    if (kind === null) return []
    const recipients: Recipient[] = [{ departmentId: notice.departmentId }, ...(kind === 'reply_overdue' ? [SUPERVISORS] : [])]
    const words = { who: notice.department, label: noticeLabel(notice), day: notice.replyBy }
    return recipients.map((to): Reminder => ({ to, kind, words, noticeId: notice.id, key: `${kind}:${notice.id}:${notice.replyBy}` }))
  })
}
