import { useLocale, useTranslations } from 'next-intl'
import { FocusOnNews } from '@/components/task/focus-on-news'
import { Notice } from '@/components/ui/notice'
import { type Day, daysBetween, type Instant } from '@/domain/calendar'
import type { NoticeState, NoticeStep } from '@/domain/notices'
import type { Viewer } from '@/domain/permissions'
import { dayText } from '@/messages/day-text'

type NoticeNewsProps = {
  notice: {
    label: string
    state: NoticeState
    replyBy: Day
    overdue: boolean
    history: readonly { seq: number; step: NoticeStep; actorId: string | null; recordedAt: Instant; text: string }[]
  }
  viewer: Viewer
  today: Day
  now: Instant
}

const NEWS_MS = 10 * 60_000

/** What this person did with the notice just now and what comes next; below it what everyone must know: an overdue reply, a notice that is void. */
export function NoticeNews({ notice, viewer, today, now }: NoticeNewsProps) {
  const t = useTranslations('noticeForms.done')
  const words = useTranslations('notices')
  const locale = useLocale()
  const last = notice.history.at(-1)
  const isNews = last?.actorId === viewer.userId && Date.parse(now) - Date.parse(last.recordedAt) <= NEWS_MS
  const voided = notice.state === 'voided'
  return (
    <>
      <FocusOnNews token={last?.seq ?? 0}>
        {last && isNews && <Notice>{t(last.step, { label: notice.label, day: dayText(notice.replyBy, locale) })}</Notice>}
      </FocusOnNews>
      {voided && last && <p className="said no">{words('isVoid', { reason: last.text })}</p>}
      {notice.overdue && (
        <p className="said no">{words('isOverdue', { day: dayText(notice.replyBy, locale), count: daysBetween(notice.replyBy, today) })}</p>
      )}
    </>
  )
}
