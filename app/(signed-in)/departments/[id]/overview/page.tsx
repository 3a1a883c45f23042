import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayAsked } from '@/app/(signed-in)/departments/rows-page'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, type SearchParams } from '@/app/list-query'
import { OverTime } from '@/components/department/over-time'
import { OverviewFigures } from '@/components/department/overview-figures'
import { AsOfRefused } from '@/components/ledger/as-of-refused'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { WaitingSection } from '@/components/waiting/waiting-section'
import { departmentOverview } from '@/db/queries/department-overview'
import type { Waiting } from '@/db/queries/waiting'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') }
}

/** How a department stands as of a day and how it came there, for supervisors and leaders, and for its own officers. */
export default async function DepartmentOverviewPage({ params, searchParams }: Props) {
  const { viewer, db, plan, today } = await ledgerContext()
  const { id } = await params
  const { asOf, asOfRefused } = await dayAsked(searchParams, today)
  const found = await departmentOverview(db, viewer, plan, id, { asOf, today })
  if (!found) notFound()
  const t = await getTranslations()
  const { department, waiting } = found
  const path = `/departments/${id}/overview`
  const dayOf = (day: string) => (day === today ? undefined : day)
  const overdueOn = (day: string, basis: string) => hrefWith('/overdue', {}, { lead: id, only: basis, asOf: dayOf(day) })
  return (
    <>
      <PageHead
        title={department.name}
        note={t('overview.title')}
        tools={
          <>
            <AsOfPicker asOf={asOf} today={today} path={path} />
            <ButtonLink href={hrefWith(`/departments/${id}`, {}, { asOf: dayOf(asOf) })}>{t('departments.pageTitle')}</ButtonLink>
            {viewer.departmentId === null && (
              <ButtonLink href={hrefWith('/departments', {}, { asOf: dayOf(asOf) })}>{t('departments.title')}</ButtonLink>
            )}
            <PrintButton />
          </>
        }
      />
      {asOfRefused !== null && <AsOfRefused asked={asOfRefused} today={today} />}
      <PrintLine asOf={asOf}>{plan.title}</PrintLine>
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
          to={(changes) => hrefWith('/ledger', {}, { ...changes, asOf: dayOf(asOf) })}
          overdueHref={(basis) => overdueOn(asOf, basis)}
          noticesHref={asOf === today ? (filter) => hrefWith('/notices', {}, { department: id, ...filter }) : null}
        />
        {found.figures && (
          <OverTime
            months={found.overTime}
            listOn={(day, filter) => hrefWith('/ledger', {}, { lead: id, ...filter, asOf: dayOf(day) })}
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
        kept={asOf === today ? {} : { asOf }}
      />
    </>
  )
}

/** Of several parts in one task the task counts once, as in the ledger. */
const tasksOf = (parts: readonly Waiting[]): number => new Set(parts.map(({ number }) => number)).size
