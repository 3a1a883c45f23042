import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, readListQuery, type SearchParams } from '@/app/list-query'
import { pageScope } from '@/app/page-scope'
import { FilterForm } from '@/components/ledger/filter-form'
import { linked } from '@/components/ledger/ledger-link'
import { PlanSelect } from '@/components/ledger/plan-choice'
import { RowKeys } from '@/components/ledger/row-keys'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { Button } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { Segmented } from '@/components/ui/segmented'
import { SelectionBar } from '@/components/ui/selection'
import { WarningTable } from '@/components/warning/warning-table'
import { planName } from '@/db/queries/current-plan'
import { departmentsInSight } from '@/db/queries/departments'
import { PAGE_SIZE } from '@/db/queries/ledger-page'
import { warningBoard } from '@/db/queries/warning'
import { quietDays, WARNING_DAYS } from '@/domain/risk'
import { planOf, taskPath } from '@/domain/task-number'

const PATH = '/warning'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('warning'))('title') }
}

/** What will be overdue within so many days, in order of risk, and why. */
export default async function WarningPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  const { viewer, db, plans, today } = context
  if (viewer.departmentId !== null) notFound()
  const given = await searchParams
  const query = readListQuery(given, today, plans)
  const { asOf, filter, page, plan: number } = query
  const { planTitle, chosen } = await pageScope(context, query)
  const plan = chosen ?? context.plan
  const choices = [...new Set([...WARNING_DAYS, plan.dueSoonDays])].sort((a, b) => a - b)
  const within = choices.find((days) => String(days) === given.within) ?? plan.dueSoonDays
  const { lead } = filter
  const board = await warningBoard(db, viewer, { asOf, plan: number, within, lead, page, pageSize: PAGE_SIZE })
  const leads = (await departmentsInSight(db, viewer, { asOf, plan: number })).filter(({ leads: isLead }) => isLead)
  const t = await getTranslations()
  const day: Record<string, string> = asOf === today ? {} : { asOf }
  const ofPlan: Record<string, string> = number === undefined ? {} : { plan: String(number) }
  const params: Record<string, string> = {
    ...day,
    ...ofPlan,
    ...(within === plan.dueSoonDays ? {} : { within: String(within) }),
    ...(lead ? { lead } : {}),
  }
  const count = board.total
  const decides = viewer.role === 'supervisor'
  return (
    <>
      <PageHead
        title={t('warning.title')}
        note={planTitle}
        tools={
          <>
            <AsOfPicker asOf={asOf} today={today} path={PATH} params={params} />
            <Segmented
              label={t('warning.withinLabel')}
              items={choices.map((days) => ({
                href: hrefWith(PATH, params, { within: days === plan.dueSoonDays ? undefined : days }),
                label: t('warning.within', { days }),
                current: days === within,
              }))}
            />
            <FilterForm action={PATH} label={t('ledger.filterLabel')} values={params}>
              {Object.entries(params).map(
                ([name, value]) => name !== 'lead' && name !== 'plan' && <input key={name} type="hidden" name={name} value={value} />,
              )}
              <PlanSelect plans={plans.map((one) => ({ number: one.number, name: planName(one) }))} plan={number} all />
              <select name="lead" aria-label={t('warning.lead')} defaultValue={lead ?? ''}>
                <option value="">{t('warning.lead')}</option>
                {leads.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
              <Button type="submit" className="apply">
                {t('actions.filter')}
              </Button>
            </FilterForm>
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={query} today={today} byDay />
      <PrintLine asOf={asOf} basis="approved">
        {planTitle}　{t('warning.within', { days: within })}
      </PrintLine>
      <p className="lead">
        {count === 0
          ? t('warning.none', { days: within })
          : t.rich('warning.sentence', {
              days: within,
              count,
              a: linked(count, hrefWith('/ledger', { ...day, ...ofPlan, dueWithin: String(within), ...(lead ? { lead } : {}) })),
            })}
        <span className="why">
          {board.overdue > 0 &&
            t.rich('warning.overdue', {
              count: board.overdue,
              a: linked(board.overdue, hrefWith('/overdue', { ...day, ...ofPlan, only: 'approved', ...(lead ? { lead } : {}) }), 'late'),
            })}{' '}
          {t('warning.order')}
        </span>
      </p>
      {count > 0 && (
        <WarningTable
          items={board.rows}
          asOf={asOf}
          quietDays={(task) => quietDays(plans.find((one) => one.number === planOf(task))?.rhythm ?? plan.rhythm)}
          selects={decides}
          taskHref={(number) => hrefWith(taskPath(number), day)}
        />
      )}
      <Pagination page={board.page} pageSize={PAGE_SIZE} total={count} href={(next) => hrefWith(PATH, params, { page: next })} />
      {count > 0 && decides && <SelectionBar notices />}
      <RowKeys />
    </>
  )
}
