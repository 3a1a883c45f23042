import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { ButtonLink } from '@/components/ui/button'

type ImportOutcomeProps = {
  outcome: { as: 'plan' | 'change'; rows: number; departments: number; counts?: Record<string, number>; withoutOfficer: readonly string[] }
  plan: { number: number; title: string }
}

/** What came of an import, and what comes next. */
export function ImportOutcome({ outcome, plan }: ImportOutcomeProps) {
  const t = useTranslations('import')
  const { as, rows, departments, counts, withoutOfficer } = outcome
  return (
    <div className="said outcome" role="status">
      <div>
        <p>
          <b>{as === 'plan' ? t('importedPlan', { title: plan.title, rows, departments }) : t('changedPlan', { title: plan.title })}</b>
          {counts && t('changesSum', { added: 0, changed: 0, reassigned: 0, removed: 0, stays: 0, ...counts })}
        </p>
        {withoutOfficer.length > 0 && <p>{t('withoutOfficer', { count: withoutOfficer.length, names: withoutOfficer.join('、') })}</p>}
        <p className="btns">
          <ButtonLink href={`/ledger?plan=${plan.number}`}>{t('openLedger')}</ButtonLink>
          <AppLink href={`/plans/${plan.number}`}>{t('openPlan')}</AppLink>
          <AppLink href={`/settings?plan=${plan.number}`}>{t('openSettings')}</AppLink>
        </p>
      </div>
    </div>
  )
}
