import { useLocale, useTranslations } from 'next-intl'
import { NoticeColourWord, NoticeStateWord, ReplyBy } from '@/components/notices/notice-marks'
import { AppLink } from '@/components/ui/app-link'
import { ExpandableText } from '@/components/ui/expandable-text'
import type { Day } from '@/domain/calendar'
import type { NoticeColour, NoticeState } from '@/domain/notices'
import { numberText, taskPath } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

type Row = {
  id: string
  label: string
  colour: NoticeColour
  department: string
  demand: string
  issuedOn: Day
  replyBy: Day
  state: NoticeState
  overdue: boolean
  tasks: { number: number; title: string }[]
}

/** Notices as a list; the department is left out where all are of one. */
export function NoticesTable({ rows, today, ofOneDepartment }: { rows: readonly Row[]; today: Day; ofOneDepartment: boolean }) {
  const t = useTranslations()
  const locale = useLocale()
  const heads = [
    ['c-label', t('notices.label')],
    ['c-colour', t('notices.colour')],
    ...(ofOneDepartment ? [] : [['c-dept', t('terms.department')]]),
    ['c-tasks', t('terms.task')],
    ['', t('notices.demand')],
    ['c-day', t('notices.issuedOn')],
    ['c-day', t('notices.replyBy')],
    ['c-state', t('terms.state')],
  ] as const
  return (
    <table className="noticelist cards">
      <thead>
        <tr>
          {heads.map(([name, word]) => (
            <th key={word} scope="col" className={name}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.state === 'voided' ? 'is-void' : undefined}>
            <td>
              <AppLink className="t" href={`/notices/${row.id}`}>
                {row.label}
              </AppLink>
            </td>
            <td>
              <NoticeColourWord colour={row.colour} />
            </td>
            {!ofOneDepartment && (
              <td data-l={t('terms.department')} lang="zh-CN">
                {row.department}
              </td>
            )}
            <td data-l={t('terms.task')}>
              {row.tasks.map(({ number, title }, index) => (
                <span key={number}>
                  {index > 0 && t('common.listSeparator')}
                  <AppLink href={taskPath(number)} title={title}>
                    {numberText(number)}
                  </AppLink>
                </span>
              ))}
            </td>
            <td data-l={t('notices.demand')}>
              <ExpandableText text={row.demand} fits={64} />
            </td>
            <td data-l={t('notices.issuedOn')}>{dayText(row.issuedOn, locale)}</td>
            <td data-l={t('notices.replyBy')}>
              <ReplyBy notice={row} today={today} />
            </td>
            <td data-l={t('terms.state')}>
              <NoticeStateWord state={row.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
