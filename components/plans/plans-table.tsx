import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { DayText } from '@/components/ui/day-text'
import { InstantText } from '@/components/ui/instant-text'
import type { Rhythm } from '@/domain/reporting-periods'

type PlanRow = {
  number: number
  shortName: string | null
  title: string
  issuer: string
  documentNumber: string | null
  firstDay: string
  rhythm: Rhythm
  total: number
  closed: number
  overdue: number
  changedAt: string
}

/** The plans in the order of import; each number opens its rows. */
export function PlansTable({ plans }: { plans: readonly PlanRow[] }) {
  const t = useTranslations()
  const heads = ['number', 'name', 'issuer', 'firstDay'] as const
  return (
    <table className="cards plans">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`plans.heads.${head}`)}
            </th>
          ))}
          {(['tasks', 'closed', 'overdue'] as const).map((head) => (
            <th key={head} scope="col" className="r">
              {t(`plans.heads.${head}`)}
            </th>
          ))}
          <th scope="col">{t('plans.heads.rhythm')}</th>
          <th scope="col">{t('plans.heads.changedAt')}</th>
          <th scope="col">{t('plans.heads.open')}</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <PlanRow key={plan.number} plan={plan} />
        ))}
      </tbody>
    </table>
  )
}

function PlanRow({ plan }: { plan: PlanRow }) {
  const t = useTranslations()
  const { number, shortName, title, issuer, documentNumber, firstDay, rhythm, total, closed, overdue, changedAt } = plan
  return (
    <tr>
      <td data-l={t('plans.heads.number')}>{number}</td>
      <th scope="row">
        <AppLink className="t" href={`/plans/${number}`}>
          {shortName ?? title}
        </AppLink>
        {shortName && <span className="note x">{title}</span>}
      </th>
      <td data-l={t('plans.heads.issuer')}>
        {issuer} {documentNumber && <span className="note x">{documentNumber}</span>}
      </td>
      <td data-l={t('plans.heads.firstDay')} className="nb">
        <DayText day={firstDay} />
      </td>
      <td className="r" data-l={t('plans.heads.tasks')}>
        <AppLink href={`/ledger?plan=${number}`}>{total}</AppLink>
      </td>
      <td className="r" data-l={t('plans.heads.closed')}>
        <Count value={closed} href={`/ledger?plan=${number}&light=closed`} />
      </td>
      <td className="r" data-l={t('plans.heads.overdue')}>
        <Count value={overdue} href={`/overdue?plan=${number}`} late />
      </td>
      <td data-l={t('plans.heads.rhythm')}>{t(`settings.values.${rhythm}`)}</td>
      <td data-l={t('plans.heads.changedAt')}>
        <InstantText at={changedAt} />
      </td>
      <td>
        <span className="planlinks">
          <AppLink href={`/settings?plan=${number}`}>{t('plans.settings')}</AppLink>
          <AppLink href={`/plans/import?into=${number}`}>{t('plans.importChange')}</AppLink>
          <IssuedExports plan={number} />
        </span>
      </td>
    </tr>
  )
}

/** The plan in the layout in which it was issued, as Word and as Excel. */
export function IssuedExports({ plan }: { plan: number }) {
  const t = useTranslations('plans')
  return (
    <>
      <a href={`/export?plan=${plan}&layout=issued&format=docx`}>{t('asWord')}</a>
      <a href={`/export?plan=${plan}&layout=issued&format=xlsx`}>{t('asExcel')}</a>
    </>
  )
}

export function Count({ value, href, late = false }: { value: number; href: string; late?: boolean }) {
  if (value === 0) return <span className="zero">0</span>
  return (
    <AppLink className={late ? 'late' : undefined} href={href}>
      {value}
    </AppLink>
  )
}
