import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, readListQuery, type SearchParams } from '@/app/list-query'
import { pageScope } from '@/app/page-scope'
import { FilterForm } from '@/components/ledger/filter-form'
import { linked } from '@/components/ledger/ledger-link'
import { PlanSelect } from '@/components/ledger/plan-choice'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { ObstaclesTable } from '@/components/obstacles/obstacles-table'
import { ObstructedParts } from '@/components/obstacles/obstructed-parts'
import { AppLink } from '@/components/ui/app-link'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { Button } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { planName } from '@/db/queries/current-plan'
import { PAGE_SIZE } from '@/db/queries/ledger-page'
import { openObstacles } from '@/db/queries/open-obstacles'
import { taskPath } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

const PATH = '/obstacles'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('obstacles'))('title') }
}

/** What stops tasks and who could remove it: for those who can have it removed. */
export default async function ObstaclesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  const { viewer, db, plans, today } = context
  if (viewer.role === 'officer') notFound()
  const t = await getTranslations()
  const locale = await getLocale()
  const given = await searchParams
  const query = readListQuery(given, today, plans)
  const { asOf, plan } = query
  const { planTitle } = await pageScope(context, query)
  const { department, q } = query.filter
  const { obstacles, parts, all } = await openObstacles(db, viewer, { asOf, plan, departmentId: department, remover: q })
  const narrowed = { plan: plan && String(plan), asOf: asOf === today ? undefined : asOf, department, q }
  const params = Object.fromEntries(Object.entries(narrowed).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const kept = narrowed.asOf ? { asOf: narrowed.asOf } : undefined
  const keptOfPlan: Record<string, string> = { ...(narrowed.plan ? { plan: narrowed.plan } : {}), ...kept }
  const isFiltered = department !== undefined || q !== undefined
  const page = pageWithin(obstacles, query.page)
  const partsPage = pageWithin(parts, readListQuery({ page: given.partsPage }, today).page)
  const figures = { day: dayText(asOf, locale), tasks: all.tasks, count: all.count, days: all.days, parts: parts.length }
  const toParts = linked(parts.length, '#parts')
  return (
    <>
      <PageHead
        title={t('obstacles.title')}
        note={planTitle}
        tools={
          <>
            <AsOfPicker asOf={asOf} today={today} path={PATH} params={params} />
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={query} today={today} byDay />
      <PrintLine asOf={asOf}>{planTitle}</PrintLine>
      <p className="lead">
        {all.count > 0
          ? t.rich('obstacles.sentence', {
              ...figures,
              toTasks: linked(all.tasks, hrefWith('/ledger', { ...keptOfPlan, list: 'obstructed' })),
              toParts,
            })
          : t.rich('obstacles.none', { day: figures.day, parts: figures.parts, toParts })}
      </p>
      {(all.count > 0 || isFiltered || plans.length > 1) && (
        <div className="filters few noprint">
          <FilterForm action={PATH} label={t('obstacles.filterLabel')} values={params}>
            {kept && <input type="hidden" name="asOf" value={kept.asOf} />}
            <PlanSelect plans={plans.map((one) => ({ number: one.number, name: planName(one) }))} plan={plan} all />
            <select
              name="department"
              aria-label={t('obstacles.department')}
              defaultValue={department ?? ''}
              className={department ? 'on' : undefined}
            >
              <option value="">{t('obstacles.department')}</option>
              {all.departments.map(({ id, name, count }) => (
                <option key={id} value={id}>
                  {t('obstacles.departmentCount', { department: name, count })}
                </option>
              ))}
            </select>
            <span className="find">
              <input
                type="search"
                name="q"
                aria-label={t('obstacles.remover')}
                placeholder={t('obstacles.removerHint')}
                defaultValue={q ?? ''}
                data-slash=""
              />
            </span>
            <Button type="submit" className="apply">
              {t('actions.filter')}
            </Button>
          </FilterForm>
        </div>
      )}
      {isFiltered && (
        <p className="chosen">
          <span aria-live="polite">{t('obstacles.shown', { count: obstacles.length })}</span>{' '}
          <AppLink className="noprint" href={hrefWith(PATH, keptOfPlan)}>
            {t('obstacles.clear')}
          </AppLink>
        </p>
      )}
      {obstacles.length > 0 && <ObstaclesTable obstacles={ofPage(obstacles, page)} asOf={asOf} taskHref={taskHref} />}
      {isFiltered && obstacles.length === 0 && <p className="note">{t('obstacles.nothingFound')}</p>}
      <Pagination page={page} pageSize={PAGE_SIZE} total={obstacles.length} href={(next) => pageHref({ page: next, partsPage })} />
      {parts.length > 0 && <ObstructedParts parts={ofPage(parts, partsPage)} taskHref={taskHref} />}
      <Pagination
        page={partsPage}
        pageSize={PAGE_SIZE}
        total={parts.length}
        href={(next) => `${pageHref({ page, partsPage: next })}#parts`}
      />
    </>
  )

  // the two tables turn their pages apart
  function pageHref(turned: { page: number; partsPage: number }): string {
    return hrefWith(PATH, params, Object.fromEntries(Object.entries(turned).map(([name, at]) => [name, at === 1 ? undefined : at])))
  }

  function taskHref(number: number, anchor: string): string {
    return `${hrefWith(taskPath(number), kept ?? {})}#${anchor}`
  }
}

const pageWithin = (rows: readonly unknown[], asked: number): number => Math.min(asked, Math.max(1, Math.ceil(rows.length / PAGE_SIZE)))
const ofPage = <T,>(rows: readonly T[], page: number): T[] => rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
