import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, type SearchParams } from '@/app/list-query'
import { NoticeFilters } from '@/components/notices/notice-filters'
import { NoticesTable } from '@/components/notices/notices-table'
import { AppLink } from '@/components/ui/app-link'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { planName } from '@/db/queries/current-plan'
import { NOTICES_PER_PAGE, noticeChoices, noticeList } from '@/db/queries/notices'
import { NOTICE_COLOURS, NOTICE_STATES } from '@/domain/notices'
import { canDecide } from '@/domain/permissions'

const PATH = '/notices'
const address = z.object({
  state: z
    .enum(['open', ...NOTICE_STATES])
    .optional()
    .catch(undefined),
  colour: z.enum(NOTICE_COLOURS).optional().catch(undefined),
  department: z.string().min(1).max(64).optional().catch(undefined),
  year: z.coerce.number().int().min(1900).max(9999).optional().catch(undefined),
  overdue: z.literal('1').optional().catch(undefined),
  page: z.coerce.number().int().positive().max(100_000).catch(1),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('notices') }
}

export default async function NoticesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { viewer, db, plans, today } = await ledgerContext()
  const t = await getTranslations()
  const { page, overdue, ...filter } = address.parse(await searchParams)
  const list = await noticeList(db, viewer, { ...filter, overdue: overdue !== undefined }, { today, page })
  const choices = await noticeChoices(db, viewer)
  const params = Object.fromEntries(
    Object.entries({ ...filter, overdue }).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  return (
    <>
      <PageHead
        title={t('nav.notices')}
        note={viewer.departmentName ? t('ledger.ofDepartment', { department: viewer.departmentName }) : plans.map(planName).join('、')}
        tools={
          <>
            {canDecide(viewer) && (
              <ButtonLink variant="go" href="/notices/new">
                {t('notices.new')}
              </ButtonLink>
            )}
            <PrintButton />
          </>
        }
      />
      <PrintLine asOf={today} />
      {list.all === 0 ? (
        <p className="note">{t(canDecide(viewer) ? 'notices.noneYet' : 'notices.noneForYou')}</p>
      ) : (
        <>
          <p className="lead">
            {t.rich('notices.sentence', {
              all: list.all,
              overdue: list.overdue,
              o: (text) => (
                <AppLink className="late" href={hrefWith(PATH, {}, { overdue: '1' })}>
                  {text}
                </AppLink>
              ),
            })}
          </p>
          <NoticeFilters path={PATH} values={params} {...choices} />
          {Object.keys(params).length > 0 && (
            <p className="note">
              {t('notices.chosen', { count: list.total })} <AppLink href={PATH}>{t('ledger.clearAll')}</AppLink>
            </p>
          )}
          {list.rows.length > 0 && <NoticesTable rows={list.rows} today={today} ofOneDepartment={viewer.departmentId !== null} />}
          <Pagination
            page={page}
            pageSize={NOTICES_PER_PAGE}
            total={list.total}
            href={(next) => hrefWith(PATH, params, { page: next === 1 ? undefined : next })}
          />
        </>
      )}
    </>
  )
}
