import { useTranslations } from 'next-intl'
import { NoticeColourWord, NoticeStateWord, ReplyBy } from '@/components/notices/notice-marks'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/section'
import type { Day } from '@/domain/calendar'
import type { NoticeColour, NoticeState } from '@/domain/notices'

export type OpenNotice = {
  id: string
  label: string
  colour: NoticeColour
  department: string
  replyBy: Day
  state: NoticeState
  overdue: boolean
}

/** The notices about a task that were open at the end of `asOf`; nothing if there are none. */
export function NoticesOfTask({ notices, asOf }: { notices: readonly OpenNotice[]; asOf: Day }) {
  const t = useTranslations()
  if (notices.length === 0) return null
  return (
    <Section title={t('nav.notices')} id="notices">
      <ul className="noticesoftask">
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeColourWord colour={notice.colour} />
            <AppLink className="t" href={`/notices/${notice.id}`}>
              {notice.label}
            </AppLink>
            <span lang="zh-CN">{notice.department}</span>
            <span>
              <NoticeStateWord state={notice.state} />
            </span>
            <span className="muted">
              {t('notices.replyBy')} <ReplyBy notice={notice} today={asOf} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The open notices of one row of a list. */
export function NoticesCell({ notices }: { notices: readonly OpenNotice[] }) {
  const t = useTranslations('notices')
  if (notices.length === 0) return <span className="muted">{t('noneOpen')} </span>
  return notices.map(({ id, label, colour, overdue }) => (
    <span key={id} className="x">
      <NoticeColourWord colour={colour} />
      <AppLink className="x nb" href={`/notices/${id}`}>
        {label}
      </AppLink>
      {overdue && <span className="late"> {t('unanswered')}</span>}
    </span>
  ))
}
