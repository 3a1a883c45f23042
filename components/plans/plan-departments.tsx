import { useTranslations } from 'next-intl'
import { Count } from '@/components/plans/plans-table'
import { DayText } from '@/components/ui/day-text'

type Department = {
  id: string
  name: string
  leads: number
  cooperates: number
  aliases: readonly string[]
  former: readonly { name: string; toDay: string }[]
}

/** The departments with a part in the plan, and what else they are and were called. */
export function PlanDepartments({ plan, departments }: { plan: number; departments: readonly Department[] }) {
  const t = useTranslations()
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('terms.department')}</th>
          <th scope="col" className="r">
            {t('dutyRoles.lead')}
          </th>
          <th scope="col" className="r">
            {t('dutyRoles.cooperating')}
          </th>
          <th scope="col">{t('plans.aliases')}</th>
          <th scope="col">{t('plans.former')}</th>
        </tr>
      </thead>
      <tbody>
        {departments.map(({ id, name, leads, cooperates, aliases, former }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td className="r" data-l={t('dutyRoles.lead')}>
              <Count value={leads} href={`/ledger?plan=${plan}&lead=${id}`} />
            </td>
            <td className="r" data-l={t('dutyRoles.cooperating')}>
              {cooperates === 0 ? <span className="zero">0</span> : cooperates}
            </td>
            <td data-l={t('plans.aliases')}>{aliases.join('、') || <span className="zero">—</span>}</td>
            <td data-l={t('plans.former')}>
              {former.length === 0 && <span className="zero">—</span>}
              {former.map(({ name: was, toDay }) => (
                <span className="x" key={toDay}>
                  {t.rich('plans.until', { name: was, d: () => <DayText day={toDay} /> })}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
