import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { kindInWords } from '@/app/(signed-in)/audit/kind-in-words'
import { requireViewerOf } from '@/auth/require-viewer'
import { AuditTable } from '@/components/audit/audit-table'
import { buttonClass } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { database } from '@/db/client'
import { AUDIT_PAGE_SIZE, auditTrail } from '@/db/queries/audit-trail'
import { canReadAuditTrail } from '@/domain/permissions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<{ page?: string | string[] }> }) {
  const viewer = await requireViewerOf(canReadAuditTrail)
  const page = Math.max(1, Math.trunc(Number((await searchParams).page)) || 1)
  const { db } = await database()
  const [{ entries, total }, t] = await Promise.all([auditTrail(db, viewer, page), getTranslations('audit')])
  const inWords = await kindInWords()
  const lines = entries.map((entry) => ({ ...entry, kind: inWords(entry) }))
  return (
    <>
      <PageHead
        title={t('title')}
        note={`${t('count', { count: total })} · ${t('note')}`}
        tools={
          <a className={buttonClass({})} href="/audit/export">
            {t('export')}
          </a>
        }
      />
      {lines.length > 0 ? <AuditTable entries={lines} /> : <p className="my-4">{t('empty')}</p>}
      <Pagination page={page} pageSize={AUDIT_PAGE_SIZE} total={total} href={(number) => `/audit?page=${number}`} />
    </>
  )
}
