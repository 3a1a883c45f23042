import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'

type Row = { department: string; tasks: number; title: string; href: string; wordHref: string }

export function LettersTable({ rows, empty }: { rows: readonly Row[]; empty: string }) {
  const t = useTranslations('letters')
  if (rows.length === 0) return <p className="note">{empty}</p>
  return (
    <table className="list letterlist">
      <thead>
        <tr>
          <th scope="col">{t('department')}</th>
          <th scope="col" className="r">
            {t('tasks')}
          </th>
          <th scope="col">{t('letter')}</th>
          <th scope="col">
            <span className="vh">{t('word')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ department, tasks, title, href, wordHref }) => (
          <tr key={href}>
            <td>{department}</td>
            <td className="r num">{tasks}</td>
            <td>
              <AppLink className="t" href={href} lang="zh-CN">
                {title}
              </AppLink>
            </td>
            <td>
              <a href={wordHref} aria-label={t('wordOf', { department })}>
                {t('word')}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
