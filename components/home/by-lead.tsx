import { useTranslations } from 'next-intl'
import { WatchBar, watched } from '@/components/charts/watch-bar'
import type { Figures, LeadFigures } from '@/components/home/figures'
import { BY_URGENCY } from '@/components/ledger/by-urgency'
import { Count, linked, type To } from '@/components/ledger/ledger-link'
import { AppLink } from '@/components/ui/app-link'
import { LightMark } from '@/components/ui/light-mark'
import { Section } from '@/components/ui/section'
import type { Light } from '@/domain/words'

// withdrawn tasks are named below the table: a column of its own would be empty
const SHOWN = BY_URGENCY.filter((light) => light !== 'withdrawn')

type ByLeadProps = {
  rows: readonly LeadFigures[]
  all: Figures
  onlyCooperating: readonly { departmentId: string; department: string }[]
  to: To
  /** A department's page; without an id that of all departments. */
  departmentHref: (id?: string) => string
}

/** Tasks by lead department: each counted once, bars on one scale; participation apart and without a total (rule 10). */
export function ByLead({ rows, all, onlyCooperating, to, departmentHref }: ByLeadProps) {
  const t = useTranslations()
  const scale = Math.max(1, ...rows.map(({ figures }) => watched(figures.lights)))
  const lights = (figures: Figures, hrefOf: (light: Light) => string) =>
    SHOWN.map((light) => (
      <td key={light} className="r" data-l={t(`lights.${light}`)}>
        <Count count={figures.lights[light]} href={hrefOf(light)} />
      </td>
    ))
  return (
    <Section
      title={t('home.byLeadTitle')}
      note={t('home.byLeadNote', { total: all.total })}
      end={<AppLink href={departmentHref()}>{t('home.byDepartment')}</AppLink>}
    >
      <table className="plainhead bydept">
        <thead>
          <tr>
            <th scope="col">{t('terms.department')}</th>
            <th scope="col" className="barc">
              {t('home.watch')}
            </th>
            {SHOWN.map((light) => (
              <th key={light} scope="col" className="r">
                <LightMark light={light} />
                <br />
                {t(`lights.${light}`)}
              </th>
            ))}
            <th scope="col" className="r">
              {t('dutyRoles.lead')}
            </th>
            <th scope="col" className="r part">
              {t('home.participating')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ departmentId, department, participating, figures }) => (
            <tr key={departmentId}>
              <th scope="row">
                <AppLink href={departmentHref(departmentId)}>{department}</AppLink>
              </th>
              <td className="barc">
                <WatchBar lights={figures.lights} scale={scale} />
              </td>
              {lights(figures, (light) => to({ lead: departmentId, light }))}
              <td className="r num" data-l={t('dutyRoles.lead')}>
                <Count count={figures.total} href={to({ lead: departmentId })} />
              </td>
              <td className="r part" data-l={t('home.participating')}>
                <Count count={participating} href={to({ department: departmentId })} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('common.total')}</th>
            <td className="barc" />
            {lights(all, (light) => to({ light }))}
            <td className="r" data-l={t('dutyRoles.lead')}>
              <Count count={all.total} href={to({})} />
            </td>
            <td className="r part" data-l={t('home.participating')}>
              —
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="note">
        {all.lights.withdrawn > 0 &&
          t.rich('home.withdrawnIncluded', {
            count: all.lights.withdrawn,
            toWithdrawn: linked(all.lights.withdrawn, to({ light: 'withdrawn' })),
          })}
        {t('home.participatingNote')}
        {onlyCooperating.length > 0 && (
          <>
            {t('home.onlyCooperating')}
            {onlyCooperating.map(({ departmentId, department }, index) => (
              <span key={departmentId} className="dept">
                <AppLink href={to({ department: departmentId })}>{department}</AppLink>
                {index < onlyCooperating.length - 1 && t('common.listSeparator')}
              </span>
            ))}
          </>
        )}
      </p>
    </Section>
  )
}
