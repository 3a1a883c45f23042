import { useTranslations } from 'next-intl'
import { DiscardForm } from '@/components/plans/discard-form'
import type { Action } from '@/components/ui/action-state'
import { AppLink } from '@/components/ui/app-link'
import { InstantText } from '@/components/ui/instant-text'

type Brought = {
  id: string
  fileName: string
  createdAt: string
  doneAt: string | null
  outcome: { as: 'plan' | 'change'; rows: number } | null
  plan: { title: string } | null
}

/** The imports of one person, each with how far it went. */
export function ImportsList({ imports, discard }: { imports: readonly Brought[]; discard: Action }) {
  const t = useTranslations('import')
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('file')}</th>
          <th scope="col">{t('broughtAt')}</th>
          <th scope="col">{t('outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {imports.map(({ id, fileName, createdAt, doneAt, outcome, plan }) => (
          <tr key={id}>
            <th scope="row">
              <AppLink className="t" href={`/plans/import/${id}`}>
                {fileName}
              </AppLink>
            </th>
            <td data-l={t('broughtAt')}>
              <InstantText at={createdAt} />
            </td>
            <td data-l={t('outcome')}>
              {doneAt && outcome ? t(`outcomes.${outcome.as}`, { title: plan?.title ?? '', rows: outcome.rows }) : t('unfinished')}{' '}
              {!doneAt && <DiscardForm action={discard} id={id} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
