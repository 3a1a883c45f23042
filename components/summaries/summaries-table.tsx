import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { InstantText } from '@/components/ui/instant-text'
import { dayText } from '@/messages/day-text'
import type { Locale } from '@/messages/locales'

type Entry = { id: string; title: string; from: string; to: string; department: string | null; author: string; changedAt: string }

export function SummariesTable({ entries, locale }: { entries: readonly Entry[]; locale: Locale }) {
  const t = useTranslations('summaries')
  if (entries.length === 0) return <p className="note">{t('empty')}</p>
  return (
    <table className="list cards summarylist">
      <thead>
        <tr>
          <th scope="col">{t('columns.title')}</th>
          <th scope="col">{t('columns.whose')}</th>
          <th scope="col">{t('columns.period')}</th>
          <th scope="col">{t('columns.author')}</th>
          <th scope="col">{t('columns.changed')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, title, from, to, department, author, changedAt }) => (
          <tr key={id}>
            <td>
              <AppLink className="t" href={`/summaries/${id}`} lang="zh-CN">
                {title}
              </AppLink>
            </td>
            <td data-l={t('columns.whose')}>{department ?? t('wholePlan')}</td>
            <td data-l={t('columns.period')}>{t('period', { from: dayText(from, locale), to: dayText(to, locale) })}</td>
            <td data-l={t('columns.author')}>{author}</td>
            <td data-l={t('columns.changed')}>
              <InstantText at={changedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
