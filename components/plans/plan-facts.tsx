import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IssuedExports } from '@/components/plans/plans-table'
import { AppLink } from '@/components/ui/app-link'
import { DayText } from '@/components/ui/day-text'
import type { Rhythm } from '@/domain/reporting-periods'

type PlanFactsProps = {
  plan: { number: number; issuer: string; documentNumber: string | null; firstDay: string; openedOn: string; rhythm: Rhythm }
  figures: { total: number; closed: number; overdue: number }
}

/** Who issued it and when, how it stands, and where to go from here. */
export function PlanFacts({ plan, figures }: PlanFactsProps) {
  const t = useTranslations()
  const { number, issuer, documentNumber, firstDay, openedOn, rhythm } = plan
  return (
    <>
      <p className="lead">
        {t.rich('plans.figures', {
          ...figures,
          a: (text) => <AppLink href={`/ledger?plan=${number}`}>{text}</AppLink>,
          c: (text) => (figures.closed ? <AppLink href={`/ledger?plan=${number}&light=closed`}>{text}</AppLink> : text),
          o: (text) => (figures.overdue ? <Overdue plan={number}>{text}</Overdue> : text),
        })}
      </p>
      <dl className="planfacts">
        <dt>{t('plans.issuer')}</dt>
        <dd>{issuer}</dd>
        <dt>{t('plans.documentNumber')}</dt>
        <dd>{documentNumber ?? t('common.none')}</dd>
        <dt>{t('plans.firstDay')}</dt>
        <dd>
          <DayText day={firstDay} />
        </dd>
        <dt>{t('plans.openedOn')}</dt>
        <dd>
          <DayText day={openedOn} />
        </dd>
        <dt>{t('settings.names.rhythm')}</dt>
        <dd>{t(`settings.values.${rhythm}`)}</dd>
      </dl>
      <p className="planlinks noprint">
        <AppLink href={`/settings?plan=${number}`}>{t('plans.settings')}</AppLink>
        <AppLink href={`/plans/import?into=${number}`}>{t('plans.importChange')}</AppLink>
        <IssuedExports plan={number} />
      </p>
    </>
  )
}

const Overdue = ({ plan, children }: { plan: number; children: ReactNode }) => (
  <AppLink className="late" href={`/overdue?plan=${plan}`}>
    {children}
  </AppLink>
)
