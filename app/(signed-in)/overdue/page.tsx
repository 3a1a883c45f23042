import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, listParams, readListQuery, type SearchParams } from '@/app/list-query'
import { pageScope } from '@/app/page-scope'
import { ExportMenu } from '@/components/ledger/export-menu'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { OverdueSentence } from '@/components/overdue/overdue-sentence'
import { OverdueTable } from '@/components/overdue/overdue-table'
import { AppLink } from '@/components/ui/app-link'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { Segmented } from '@/components/ui/segmented'
import { SelectionBar } from '@/components/ui/selection'
import { PAGE_SIZE } from '@/db/queries/ledger-page'
import { openNoticesOn } from '@/db/queries/notices'
import { overduePage } from '@/db/queries/overdue-page'
import { taskPath } from '@/domain/task-number'
import type { Basis } from '@/domain/words'
import { env } from '@/env'

const PATH = '/overdue'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overdue'))('title') }
}

export default async function OverduePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  const { viewer, db, plans, today } = context
  const t = await getTranslations()
  const given = await searchParams
  const query = readListQuery(given, today, plans)
  const { scope, kept, keptByTask, planTitle } = await pageScope(context, query)
  const only: Basis | undefined = given.only === 'approved' || given.only === 'issued' ? given.only : undefined
  const { lead } = query.filter
  const { asOf, knownAt, plan } = query
  const found = await overduePage(db, viewer, { asOf, knownAt, plan, only, lead, page: query.page, pageSize: PAGE_SIZE })
  const numbers = found.rows.map((row) => row.number)
  const notices = await openNoticesOn(db, viewer, numbers, asOf)
  const { page } = listParams(query, today)
  const params = Object.fromEntries(
    Object.entries({ ...kept, page, only, lead }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  const views = [
    [undefined, 'overdue.both'],
    ['approved', 'bases.approved'],
    ['issued', 'bases.issued'],
  ] as const
  const listed = only ? found.total[only] : found.total.either

  return (
    <>
      <PageHead
        title={t('overdue.title')}
        note={viewer.departmentId ? `${t('common.ownDepartment')} · ${viewer.departmentName}` : planTitle}
        tools={
          <>
            <AsOfPicker asOf={asOf} today={today} path={PATH} params={params} scope={scope} compare={lead ? { lead } : {}} />
            <Segmented
              label={t('terms.basis')}
              items={views.map(([basis, word]) => ({
                href: hrefWith(PATH, params, { only: basis }),
                label: t(word),
                current: basis === only,
              }))}
            />
            <ExportMenu
              list="overdue"
              count={listed}
              hrefOf={(file) => hrefWith('/export', params, { ...file, scope: 'overdue', page: undefined })}
              preparedBy={
                listed > env.LEDGER_EXPORT_AT_ONCE
                  ? (file) => hrefWith('/export/prepare', params, { ...file, scope: 'overdue', page: undefined })
                  : undefined
              }
            />
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={query} today={today} />
      <PrintLine asOf={asOf} basis={only} knownOn={query.knownOn} plan={viewer.departmentId ? planTitle : undefined}>
        {t('overdue.printNote')}
      </PrintLine>
      <OverdueSentence
        total={found.total}
        departments={found.departments.filter((row) => row.approved > 0).length}
        asOf={asOf}
        links={{
          approved: hrefWith(PATH, params, { only: 'approved' }),
          issued: hrefWith(PATH, params, { only: 'issued' }),
          claimed: hrefWith('/ledger', { ...kept, light: 'overdue', state: 'claimed', ...(lead ? { lead } : {}) }),
        }}
      />
      {lead && (
        <p className="note noprint">
          <AppLink href={hrefWith(PATH, params, { lead: undefined })}>{t('overdue.allDepartments')}</AppLink>
        </p>
      )}
      {listed > 0 && (
        <OverdueTable
          found={found}
          asOf={asOf}
          notices={notices}
          linkOf={(changes) => hrefWith(PATH, params, changes)}
          taskHref={(number) => hrefWith(taskPath(number), keptByTask)}
          decides={viewer.role === 'supervisor'}
        />
      )}
      <Pagination page={found.page} pageSize={PAGE_SIZE} total={listed} href={(next) => hrefWith(PATH, params, { page: next })} />
      {listed > 0 && viewer.role === 'supervisor' && <SelectionBar notices />}
    </>
  )
}
