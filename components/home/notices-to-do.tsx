import { useTranslations } from 'next-intl'
import { NoticeColourWord, NoticeStateWord, ReplyBy } from '@/components/notices/notice-marks'
import { AppLink } from '@/components/ui/app-link'
import { ButtonLink } from '@/components/ui/button'
import type { Day } from '@/domain/calendar'
import type { NoticeColour, NoticeState } from '@/domain/notices'
import { numberText } from '@/domain/task-number'

export type ToDoNotice = {
  id: string
  label: string
  colour: NoticeColour
  replyBy: Day
  state: NoticeState
  overdue: boolean
  tasks: { number: number }[]
}

type NoticesToDoProps = { notices: readonly ToDoNotice[]; today: Day; first: boolean }

/** The notices that the department must acknowledge or answer, as rows of the list; `first` if nothing stands above them. */
export function NoticesToDo({ notices, today, first }: NoticesToDoProps) {
  const t = useTranslations()
  if (notices.length === 0) return null
  return (
    <tbody id="notices" role="rowgroup">
      {notices.map((notice, index) => (
        <tr key={notice.id} role="row">
          <td className="k" role="cell">
            <NoticeColourWord colour={notice.colour} />
          </td>
          <td className="m" role="cell">
            <AppLink className="t" href={`/notices/${notice.id}`}>
              {t('notices.named', { label: notice.label })}
            </AppLink>
            <div className="note">{t('notices.about', { numbers: notice.tasks.map(({ number }) => numberText(number)).join('、') })}</div>
          </td>
          <td className="y" role="cell">
            <b>
              <NoticeStateWord state={notice.state} />
            </b>
            {t('notices.untilReply')} <ReplyBy notice={notice} today={today} />
          </td>
          <td className="a sm" role="cell">
            <span className="btns">
              <ButtonLink variant={first && index === 0 ? 'go' : 'normal'} href={`/notices/${notice.id}#act`}>
                {t(notice.state === 'issued' ? 'notices.toAcknowledge' : 'notices.toReply')}
                <span className="vh"> {notice.label}</span>
              </ButtonLink>
            </span>
          </td>
        </tr>
      ))}
    </tbody>
  )
}
