import { useLocale, useTranslations } from 'next-intl'
import { LightWord } from '@/components/ui/light-mark'
import { type Day, daysBetween } from '@/domain/calendar'
import { awaitsReply, type NoticeColour, type NoticeState } from '@/domain/notices'
import type { Light } from '@/domain/words'
import { dayText } from '@/messages/day-text'

/** The light that a colour stands for gives it its shape. */
const LIGHT_OF: Record<NoticeColour, Light> = { blue: 'due_soon', yellow: 'behind', red: 'overdue' }

export function NoticeColourWord({ colour }: { colour: NoticeColour }) {
  const t = useTranslations('noticeColours')
  return <LightWord light={LIGHT_OF[colour]} word={t(colour)} />
}

export function NoticeStateWord({ state }: { state: NoticeState }) {
  const t = useTranslations('noticeStates')
  return state === 'voided' ? <span className="mark">{t(state)}</span> : t(state)
}

/** Until when an answer is due and, where there is none, how late it is. */
export function ReplyBy({ notice, today }: { notice: { replyBy: Day; overdue: boolean; state: NoticeState }; today: Day }) {
  const t = useTranslations('notices')
  const locale = useLocale()
  const { replyBy, overdue, state } = notice
  const waits = awaitsReply(state)
  return (
    <>
      {dayText(replyBy, locale)}
      {overdue && <span className="x late">{t('replyLate', { count: daysBetween(replyBy, today) })}</span>}
      {waits && !overdue && <span className="x muted">{t('replyLeft', { count: daysBetween(today, replyBy) })}</span>}
    </>
  )
}
