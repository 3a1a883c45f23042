import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, readListQuery, type SearchParams } from '@/app/list-query'
import { NudgeLogTable } from '@/components/nudges/nudge-log-table'
import { AppLink } from '@/components/ui/app-link'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { planName } from '@/db/queries/current-plan'
import { NUDGES_PER_PAGE, nudgeLog } from '@/db/queries/nudge-log'

const PATH = '/nudges'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nudges'))('title') }
}

export default async function NudgesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { viewer, db, plans, today } = await ledgerContext()
  const { filter, page } = readListQuery(await searchParams, today)
  const { department } = filter
  const log = await nudgeLog(db, viewer, { departmentId: department, page, today })
  const t = await getTranslations('nudges')
  const isOwn = viewer.departmentId !== null
  const params: Record<string, string> = department ? { department } : {}
  return (
    <>
      <PageHead
        title={t('title')}
        note={t(isOwn ? 'ofDepartment' : 'count', { count: log.total })}
        tools={
          <>
            {department && <AppLink href={PATH}>{t('allDepartments')}</AppLink>}
            <PrintButton />
          </>
        }
      />
      <PrintLine asOf={today}>{plans.map(planName).join('、')}</PrintLine>
      {log.total === 0 ? (
        <p className="note">{t(isOwn ? 'emptyOwn' : 'empty')}</p>
      ) : (
        <NudgeLogTable entries={log.entries} departmentHref={isOwn ? undefined : (id) => hrefWith(PATH, {}, { department: id })} />
      )}
      <Pagination page={log.page} pageSize={NUDGES_PER_PAGE} total={log.total} href={(next) => hrefWith(PATH, params, { page: next })} />
    </>
  )
}
