import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, readListQuery, type SearchParams } from '@/app/list-query'
import { pageScope } from '@/app/page-scope'
import { OverTime } from '@/components/department/over-time'
import { OverviewFigures } from '@/components/department/overview-figures'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { WaitingSection } from '@/components/waiting/waiting-section'
import { planName } from '@/db/queries/current-plan'
import { departmentOverview } from '@/db/queries/department-overview'
import type { Waiting } from '@/db/queries/waiting'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') }
}

/** How a department stands as of a day and how it came there, for supervisors and leaders, and for its own officers. */
export default async function DepartmentOverviewPage({ params, searchParams }: Props) {
  const context = await ledgerContext()
  const { viewer, db, plan, plans, today } = context
  const { id } = await params
  const query = readListQuery(await searchParams, today, plans)
  const { asOf, knownAt } = query
  const { scope, kept, chosen, planTitle } = await pageScope(context, query)
  const reportsOf = chosen ?? plan
  const found = await departmentOverview(db, viewer, reportsOf, id, { asOf, knownAt, plan: query.plan, today })
  if (!found) notFound()
  const t = await getTranslations()
  const { department, waiting } = found
  const path = `/departments/${id}/overview`
  const on = (day: string) => ({ asOf: day === today ? undefined : day })
  const overdueOn = (day: string, basis: string) => hrefWith('/overdue', kept, { lead: id, only: basis, ...on(day) })
  const isWhole = asOf === today && query.plan === undefined
  return (
    <>
      <PageHead
        title={department.name}
        note={t('overview.title')}
        tools={
          <>
            <AsOfPicker asOf={asOf} today={today} path={path} scope={scope} compare={{ lead: id }} />
            <ButtonLink href={hrefWith(`/departments/${id}`, kept)}>{t('departments.pageTitle')}</ButtonLink>
            {viewer.departmentId === null && <ButtonLink href={hrefWith('/departments', kept)}>{t('departments.title')}</ButtonLink>}
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={query} today={today} />
      <PrintLine asOf={asOf} knownOn={query.knownOn} plan={planTitle} />
      <div className="overview">
        <OverviewFigures
          asOf={asOf}
          departmentId={id}
          figures={found.figures}
          participating={found.participating}
          reporting={found.reporting}
          notices={found.notices}
          owed={tasksOf(waiting.awaited)}
          waits={tasksOf(waiting.waitsFor)}
          to={(changes) => hrefWith('/ledger', kept, changes)}
          reportsOf={chosen ? null : { number: plan.number, name: planName(plan) }}
          overdueHref={(basis) => overdueOn(asOf, basis)}
          noticesHref={isWhole ? (filter) => hrefWith('/notices', {}, { department: id, ...filter }) : null}
        />
        {found.figures && (
          <OverTime
            months={found.overTime}
            listOn={(day, filter) => hrefWith('/ledger', kept, { lead: id, ...filter, ...on(day) })}
            overdueOn={overdueOn}
          />
        )}
      </div>
      <WaitingSection
        departmentId={id}
        department={viewer.departmentId === id ? undefined : department.name}
        {...waiting}
        nudges={asOf === today && viewer.role !== 'leader'}
        confirms={asOf === today && viewer.departmentId === id}
        kept={kept}
      />
    </>
  )
}

/** Of several parts in one task the task counts once, as in the ledger. */
const tasksOf = (parts: readonly Waiting[]): number => new Set(parts.map(({ number }) => number)).size
