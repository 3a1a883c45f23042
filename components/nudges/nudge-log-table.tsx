import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { ExpandableText } from '@/components/ui/expandable-text'
import { InstantText, instantText } from '@/components/ui/instant-text'
import type { Day, Instant } from '@/domain/calendar'
import { numberText, taskPath } from '@/domain/task-number'
import type { State } from '@/domain/words'
import { dayText } from '@/messages/day-text'

type AnswerKind = 'reported' | 'no_change' | 'claimed' | 'confirmed' | 'extension_requested' | 'obstacle_raised' | 'commented'
type Task = { number: number; title: string; state: State; answer: { kind: AnswerKind; on: Day } | null }
type Channel = { channel: 'email' | 'wecom' | 'dingtalk' | 'feishu'; sentAt: Instant | null; failedAt: Instant | null }
export type LoggedNudge = {
  id: string
  department: string
  departmentId: string
  at: Instant
  text: string
  by: string
  byDepartment: string | null
  readAt: Instant | null
  channels: readonly Channel[]
  tasks: readonly Task[]
  workingDays: number
  unpublished: readonly number[]
}

type NudgeLogTableProps = { entries: readonly LoggedNudge[]; departmentHref?: (id: string) => string }

/** What was sent, to whom, whether it was read, and what the department did about each task since. */
export function NudgeLogTable({ entries, departmentHref }: NudgeLogTableProps) {
  const t = useTranslations('nudges')
  return (
    <table className="cards nudgelog">
      <thead>
        <tr>
          {(['when', 'whom', 'text', 'answers', 'delivery'] as const).map((column) => (
            <th key={column} scope="col" className={`c-${column}`}>
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="c-when">
              <InstantText at={entry.at} />
              <span className="x muted">
                {entry.byDepartment ? t('byDepartment', { department: entry.byDepartment, who: entry.by }) : t('by', { who: entry.by })}
              </span>
            </td>
            <td className="c-whom" data-l={t('columns.whom')} lang="zh-CN">
              {departmentHref ? <AppLink href={departmentHref(entry.departmentId)}>{entry.department}</AppLink> : entry.department}
            </td>
            <td className="c-text">
              <ExpandableText text={entry.text} fits={70} />
            </td>
            <td className="c-answers">
              <ul>
                {entry.tasks.map((task) => (
                  <li key={task.number}>
                    <AppLink href={taskPath(task.number)}>
                      {numberText(task.number)}　{task.title}
                    </AppLink>{' '}
                    <Answer task={task} entry={entry} />
                  </li>
                ))}
              </ul>
            </td>
            <td className="c-delivery">
              <Delivery entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Answer({ task: { answer, state }, entry }: { task: Task; entry: LoggedNudge }) {
  const t = useTranslations('nudges')
  const locale = useLocale()
  if (answer)
    return <span className="answered">{t('answered', { day: dayText(answer.on, locale), kind: t(`answers.${answer.kind}`) })}</span>
  if (state === 'closed' || state === 'withdrawn') return <span className="muted">{t(`settled.${state}`)}</span>
  const { workingDays, unpublished } = entry
  return (
    <b className="unanswered">
      {workingDays === 0 ? t('unansweredToday') : t('unanswered', { days: workingDays })}
      {unpublished.length > 0 && <span className="note"> {t('unpublished', { years: unpublished.join(', ') })}</span>}
    </b>
  )
}

function Delivery({ entry: { readAt, channels } }: { entry: LoggedNudge }) {
  const t = useTranslations('nudges')
  const locale = useLocale()
  const stateOf = ({ sentAt, failedAt }: Channel): string => {
    if (sentAt) return t('delivery.sent', { at: instantText(sentAt, locale) })
    return t(failedAt ? 'delivery.failed' : 'delivery.waiting')
  }
  return (
    <>
      <span className="x">
        {t('inbox')} {readAt ? t('read', { at: instantText(readAt, locale) }) : <b>{t('unread')}</b>}
      </span>
      {channels.map((way) => (
        <span key={way.channel} className="x muted">
          {t(`channels.${way.channel}`)} {stateOf(way)}
        </span>
      ))}
    </>
  )
}
