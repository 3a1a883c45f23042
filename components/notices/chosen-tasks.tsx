import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { LightWord } from '@/components/ui/light-mark'
import { Section } from '@/components/ui/section'
import { numberText, taskPath } from '@/domain/task-number'
import type { Light } from '@/domain/words'

type Row = { number: number; title: string; light: Light; deadline: string; standing: string }

/** The tasks that a notice will name, with what it will say about each. */
export function ChosenTasks({ department, rows }: { department: string; rows: readonly Row[] }) {
  const t = useTranslations()
  return (
    <Section title={t('notices.to', { department })} note={t('common.tasks', { count: rows.length })}>
      <table className="cards chosentasks">
        <thead>
          <tr>
            <th scope="col">{t('terms.light')}</th>
            <th scope="col">{t('terms.task')}</th>
            <th scope="col">{t('terms.deadline')}</th>
            <th scope="col">{t('notices.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, title, light, deadline, standing }) => (
            <tr key={number}>
              <td>
                <LightWord light={light} />
              </td>
              <td lang="zh-CN">
                <AppLink className="t" href={taskPath(number)}>
                  {numberText(number)}　{title}
                </AppLink>
              </td>
              <td lang="zh-CN" data-l={t('terms.deadline')}>
                {deadline}
              </td>
              <td lang="zh-CN">{standing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
