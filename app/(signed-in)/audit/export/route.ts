import { getTranslations } from 'next-intl/server'
import { kindInWords } from '@/app/(signed-in)/audit/kind-in-words'
import { viewerHandler } from '@/app/viewer-handler'
import { today } from '@/clock'
import { database } from '@/db/client'
import { type AuditEntry, wholeAuditTrail } from '@/db/queries/audit-trail'
import { writeCsv } from '@/documents/write/csv'
import { canReadAuditTrail } from '@/domain/permissions'

/** The whole trail as CSV. Instants are UTC, as recorded. */
export const GET = viewerHandler(async (viewer) => {
  if (!canReadAuditTrail(viewer)) return 'hidden'
  const { db } = await database()
  const [entries, t, kind] = await Promise.all([wholeAuditTrail(db, viewer), getTranslations(), kindInWords()])
  const header = [
    t('audit.at'),
    t('audit.actor'),
    t('accounts.username'),
    t('audit.role'),
    t('audit.department'),
    t('audit.taskNumber'),
    t('audit.subjectAccount'),
    t('audit.subjectOffice'),
    t('audit.kind'),
    t('audit.onBehalf'),
  ]
  const role = (entry: AuditEntry) => (entry.actorRole === 'system' ? t('audit.system') : t(`roles.${entry.actorRole}`))
  const rows = entries.map((entry) => [
    entry.at,
    entry.actorName,
    entry.actorUsername,
    role(entry),
    entry.actorDepartment,
    entry.taskNumber || null,
    entry.username,
    entry.office && [t(`audit.office.${entry.office}`), entry.officeLabel].filter(Boolean).join(' '),
    kind(entry),
    entry.onBehalfOf,
  ])
  return new Response(writeCsv(header, rows), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="audit-${today()}.csv"` },
  })
})
