import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { activeFilters, filterChoices } from '@/app/(signed-in)/ledger/filters'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, listParams, readListQuery, type SearchParams } from '@/app/list-query'
import { pageScope } from '@/app/page-scope'
import { ActiveFilters } from '@/components/ledger/active-filters'
import { BasisSwitch } from '@/components/ledger/basis-switch'
import { EmptyLedger } from '@/components/ledger/empty-ledger'
import { type ExportFile, ExportMenu } from '@/components/ledger/export-menu'
import { FilterBar } from '@/components/ledger/filter-bar'
import type { LedgerRow } from '@/components/ledger/ledger-row'
import { LedgerTable } from '@/components/ledger/ledger-table'
import { LightFilter } from '@/components/ledger/light-filter'
import { RowKeys } from '@/components/ledger/row-keys'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { AsOfPicker, type PageScope } from '@/components/ui/as-of-picker'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { SelectionBar } from '@/components/ui/selection'
import { deadlineYears, departmentsInSight, goalsInSight } from '@/db/queries/departments'
import type { LedgerFilter } from '@/db/queries/ledger-filter'
import { ledgerPage, PAGE_SIZE } from '@/db/queries/ledger-page'
import type { Viewer } from '@/domain/permissions'
import { taskPath } from '@/domain/task-number'
import { env } from '@/env'

const PATH = '/ledger'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('ledger') }
}

export default async function LedgerPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  const { viewer, db, plans, today } = context
  const query = readListQuery(await searchParams, today, plans)
  const { scope, keptByTask, chosen, planTitle } = await pageScope(context, query)
  const firstDay = (chosen ? [chosen] : plans).map((plan) => plan.firstDay).sort()[0] ?? ''
  const list = await ledgerPage(db, viewer, query.filter, query)
  const known = {
    departments: await departmentsInSight(db, viewer, query),
    goals: await goalsInSight(db, viewer, query),
    deadlines: await deadlineYears(db, viewer, query),
  }
  const t = await getTranslations()
  const locale = await getLocale()
  const params = listParams(query, today)
  const to = (changes: Parameters<typeof hrefWith>[2]) => hrefWith(PATH, params, changes)
  const filters = activeFilters(query.filter, known, to, t, locale)
  const clearHref = to(Object.fromEntries(Object.keys(query.filter).map((name) => [name, undefined])))
  const { page: _page, ...exported } = params
  const canSelect = selectable(viewer, query.filter)
  return (
    <>
      <PageHead
        title={
          <>
            <span className="pi">{planTitle}</span>
            {t('nav.ledger')}
          </>
        }
        note={
          viewer.departmentName ? (
            t('ledger.ofDepartment', { department: viewer.departmentName })
          ) : (
            <span className="noprint">{planTitle}</span>
          )
        }
        tools={
          <>
            <AsOfPicker
              asOf={query.asOf}
              today={today}
              path={PATH}
              params={exported}
              scope={scope}
              compare={query.filter.lead ? { lead: query.filter.lead } : {}}
            />
            <BasisSwitch basis={query.basis} hrefOf={(basis) => to({ basis })} />
            <ExportMenu
              list="ledger"
              count={list.total}
              hrefOf={(file) => hrefWith('/export', { ...file, scope: 'ledger', ...exported })}
              {...(list.total > env.LEDGER_EXPORT_AT_ONCE && {
                preparedBy: (file: ExportFile) => hrefWith('/export/prepare', { ...file, scope: 'ledger', ...exported }),
              })}
            />
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={query} today={today} />
      <PrintLine asOf={query.asOf} basis={query.basis} knownOn={query.knownOn}>
        {filters.length > 0 && t('ledger.chosenPrint', { filters: filters.map(({ text }) => text).join(t('common.listSeparator')) })}
      </PrintLine>
      <div className="filters">
        <LightFilter counts={list.counts} all={list.all} light={query.filter.light} to={to} />
        <input type="checkbox" id="more-filters" className="vh" aria-label={t('ledger.moreFilters')} />
        <label className="btn more-filters" htmlFor="more-filters">
          {t('ledger.moreFilters')}
        </label>
        <FilterBar path={PATH} params={params} choices={filterChoices(known, t)} />
      </div>
      <ActiveFilters filters={filters} count={list.total} clearHref={clearHref} />
      {list.rows.length === 0 ? (
        <EmptyLedger filters={filters} clearHref={clearHref} asOf={query.asOf} firstDay={firstDay} />
      ) : (
        <LedgerTable
          rows={list.rows}
          basis={query.basis}
          asOf={query.asOf}
          sorted={{ by: query.sort, descending: query.descending }}
          whole={list.pages === 1}
          to={to}
          taskHref={(number) => hrefWith(taskPath(number), keptByTask)}
          canSelect={canSelect}
          planNames={scope.plans.length > 1 && query.plan === undefined ? namesOf(scope) : undefined}
        />
      )}
      <Pagination page={list.page} pageSize={PAGE_SIZE} total={list.total} href={(page) => to({ page: page === 1 ? undefined : page })} />
      {list.rows.length > 0 && (
        <p className="note js-only noprint">
          {t('ledger.keys')}
          {canSelect && t('selection.keys')}
        </p>
      )}
      {canSelect && list.rows.length > 0 && (
        <SelectionBar notices={viewer.role === 'supervisor'} hidden={{ department: query.filter.waitsFor }} />
      )}
      <RowKeys />
    </>
  )
}

const namesOf = ({ plans }: PageScope) => new Map(plans.map(({ number, name }) => [number, name]))

/** A supervisor chooses among all rows; a lead's officer in the list of what waits for others, among the own ones. */
function selectable(viewer: Viewer, { list, waitsFor }: LedgerFilter): ((row: LedgerRow) => boolean) | undefined {
  if (viewer.role === 'supervisor') return () => true
  if (viewer.role !== 'officer' || (list !== 'unconfirmed' && waitsFor === undefined)) return undefined
  return (row) => row.lead.departmentId === viewer.departmentId
}
