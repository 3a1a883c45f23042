import { useTranslations } from 'next-intl'
import { type Figures, percentText } from '@/components/home/figures'
import { BY_URGENCY } from '@/components/ledger/by-urgency'
import { Count, type To } from '@/components/ledger/ledger-link'
import { AppLink } from '@/components/ui/app-link'
import { LightMark } from '@/components/ui/light-mark'
import { Section } from '@/components/ui/section'
import { closedRate } from '@/domain/rates'
import type { Basis } from '@/domain/words'

type ByPlanProps = {
  rows: readonly { plan: number; title: string; figures: Figures }[]
  all: Figures
  basis: Basis
  to: To
  /** This page for one plan; the overdue list of one plan, or of all. */
  homeHref: (plan: number) => string
  overdueHref: (plan?: number) => string
}

/** Several plans side by side, each with its own numbers; they sum to the whole. The red light is overdue by the approved deadline. */
export function ByPlan({ rows, all, basis, to, homeHref, overdueHref }: ByPlanProps) {
  const t = useTranslations()
  const lines = [...rows.map((row) => ({ ...row, plan: row.plan as number | undefined })), { plan: undefined, title: '', figures: all }]
  return (
    <Section className="byplan" title={t('scope.byPlanTitle')} id="plans">
      <table className="plainhead cards">
        <thead>
          <tr>
            <th scope="col">{t('scope.planColumn')}</th>
            <th scope="col" className="r">
              {t('home.totalTasks')}
            </th>
            {BY_URGENCY.map((light) => (
              <th key={light} scope="col" className="r">
                <LightMark light={light} /> {t(`lights.${light}`)}
              </th>
            ))}
            {basis === 'issued' && (
              <th scope="col" className="r">
                {t('scope.overdueColumn')}
                <span className="muted"> {t(`bases.${basis}`)}</span>
              </th>
            )}
            <th scope="col" className="r">
              {t('scope.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ plan, title, figures }) => (
            <tr key={plan ?? 'all'} className={plan === undefined ? 'sum' : undefined}>
              <th scope="row">
                {plan === undefined ? (
                  t('common.total')
                ) : (
                  <AppLink className="t" href={homeHref(plan)}>
                    {title}
                  </AppLink>
                )}
              </th>
              <td className="r" data-l={t('home.totalTasks')}>
                <Count count={figures.total} href={to({ plan })} />
              </td>
              {BY_URGENCY.map((light) => (
                <td key={light} className="r" data-l={t(`lights.${light}`)}>
                  <Count count={figures.lights[light]} href={to({ plan, light })} />
                </td>
              ))}
              {basis === 'issued' && (
                <td className="r" data-l={t('scope.overdueColumn')}>
                  <Count count={figures.overdue_issued} href={overdueHref(plan)} />
                </td>
              )}
              <td className="r" data-l={t('scope.rate')}>
                {percentText(closedRate({ ...figures.lights, total: figures.total, longTerm: figures.long_term }))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
