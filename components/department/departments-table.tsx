import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { LightMark } from '@/components/ui/light-mark'
import { LIGHTS, type Light } from '@/domain/words'

type Figures = { total: number; lights: Record<Light, number> }
type DepartmentsTableProps = {
  /** `figures` count the tasks that the department leads; null if it leads none. */
  rows: readonly { departmentId: string; department: string; participating: number; figures: Figures | null }[]
  all: Figures
  pageOf: (departmentId: string) => string
  /** The ledger, narrowed. */
  listOf: (filter: { lead?: string; department?: string; light?: Light }) => string
}

/** Each department with the lights of what it leads, which sum to the total, and apart from them in how many tasks it has a part. */
export function DepartmentsTable({ rows, all, pageOf, listOf }: DepartmentsTableProps) {
  const t = useTranslations()
  return (
    <table className="cards departments">
      <thead>
        <tr>
          <th scope="col">{t('terms.department')}</th>
          <th className="r" scope="col">
            {t('dutyRoles.lead')}
          </th>
          {LIGHTS.map((light) => (
            <th key={light} className="r" scope="col">
              <LightMark light={light} /> {t(`lights.${light}`)}
            </th>
          ))}
          <th className="r part" scope="col">
            {t('departments.participating')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ departmentId, department, participating, figures }) => (
          <tr key={departmentId}>
            <th scope="row">
              <AppLink className="t" href={pageOf(departmentId)}>
                {department}
              </AppLink>
            </th>
            <td className="r" data-l={t('dutyRoles.lead')}>
              <Count value={figures?.total ?? 0} href={listOf({ lead: departmentId })} />
            </td>
            {LIGHTS.map((light) => (
              <td key={light} className="r" data-l={t(`lights.${light}`)}>
                <Count value={figures?.lights[light] ?? 0} href={listOf({ lead: departmentId, light })} />
              </td>
            ))}
            <td className="r part" data-l={t('departments.participating')}>
              <Count value={participating} href={listOf({ department: departmentId })} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('common.total')}</th>
          <td className="r" data-l={t('dutyRoles.lead')}>
            <Count value={all.total} href={listOf({})} />
          </td>
          {LIGHTS.map((light) => (
            <td key={light} className="r" data-l={t(`lights.${light}`)}>
              <Count value={all.lights[light]} href={listOf({ light })} />
            </td>
          ))}
          <td className="r part muted">—</td>
        </tr>
      </tfoot>
    </table>
  )
}

function Count({ value, href }: { value: number; href: string }) {
  return value === 0 ? <span className="zero">0</span> : <AppLink href={href}>{value}</AppLink>
}
