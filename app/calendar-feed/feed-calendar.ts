import { getTranslations } from 'next-intl/server'
import { LEDGER_ADDRESS } from '@/app/calendar-feed/feed-address'
import type { Db } from '@/db/client'
import { type FeedNotice, type FeedTask, feedEntries } from '@/db/queries/calendar-feed'
import { currentPlan, planName, plansInSight } from '@/db/queries/current-plan'
import { rulesOf } from '@/db/queries/reporting'
import { type CalendarEntry, calendarIcs } from '@/documents/write/calendar-ics'
import type { Day, Instant } from '@/domain/calendar'
import { nextDueOn } from '@/domain/next-report'
import { noticeLabel } from '@/domain/notices'
import type { Viewer } from '@/domain/permissions'
import { numberText, taskPath } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

// A calendar program asks in no language that could be relied on; the office's own is Chinese.
const LOCALE = 'zh-CN'

/** The calendar of a person's open deadlines, of replies that their department owes, and of each plan's next reporting day. */
export async function feedCalendar(db: Db, viewer: Viewer, today: Day, madeAt: Instant): Promise<string> {
  const t = await getTranslations({ locale: LOCALE, namespace: 'calendarFeed' })
  const current = await currentPlan(db)
  const { tasks, notices } = await feedEntries(db, viewer, today)
  const host = new URL(LEDGER_ADDRESS).host

  const ofTask = ({ number, title, department, dueOn, issued, issuedDueOn }: FeedTask): CalendarEntry => ({
    uid: `task-${number}@${host}`,
    day: dueOn,
    summary: t('task', { number: numberText(number), title }),
    description: [t('lead', { department }), issuedDueOn === dueOn ? '' : t('issued', { issued })].filter(Boolean).join('\n'),
    url: `${LEDGER_ADDRESS}${taskPath(number)}`,
    categories: [t('deadline')],
  })
  const ofNotice = (notice: FeedNotice): CalendarEntry => ({
    uid: `notice-${notice.id}@${host}`,
    day: notice.replyBy,
    summary: t('notice', { label: noticeLabel(notice) }),
    description: notice.demand,
    url: `${LEDGER_ADDRESS}/notices/${notice.id}`,
    categories: [t('reply')],
  })
  const entries = [...tasks.map(ofTask), ...notices.map(ofNotice)]
  const several = (current?.plans.length ?? 0) > 1
  for (const plan of several ? await plansInSight(db, viewer, current?.plans ?? []) : (current?.plans ?? [])) {
    const dueOn = nextDueOn(rulesOf(plan), today)
    const day = dueOn === null ? '' : dayText(dueOn, LOCALE)
    if (dueOn !== null)
      entries.push({
        uid: `report-${plan.number === 1 ? '' : `${plan.number}-`}${dueOn}@${host}`,
        day: dueOn,
        summary: several ? t('reportOf', { plan: planName(plan), day }) : t('report', { day }),
        description: t('reportNote'),
        url: LEDGER_ADDRESS,
        categories: [t('reporting')],
      })
  }
  const owner = viewer.departmentName ?? viewer.name
  return calendarIcs(t(current?.mark === 'demo' ? 'demoName' : 'name', { owner }), entries, madeAt)
}
