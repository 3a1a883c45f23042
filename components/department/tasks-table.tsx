import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** The head of a department's tables. `part`: what cooperating departments said; `entry` names the column that is filled in. */
export function TasksTable({ entry, part = false, children }: { entry?: string; part?: boolean; children: ReactNode }) {
  const t = useTranslations('department')
  return (
    <table className={entry ? 'tasks filling' : 'tasks'}>
      <thead>
        <tr>
          <th className="c-no" scope="col">
            {t('number')}
          </th>
          <th scope="col">{t('task')}</th>
          <th className="c-due" scope="col">
            {t('deadline')}
          </th>
          <th className="c-last" scope="col">
            {t('lastReport')}
          </th>
          {part && (
            <th className="c-part" scope="col">
              {t('part')}
            </th>
          )}
          {entry && (
            <th className="c-entry noprint" scope="col">
              {entry}
            </th>
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
