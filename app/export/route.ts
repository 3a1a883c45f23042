import { getTranslations } from 'next-intl/server'
import { askedExport, attachment } from '@/app/export/asked-export'
import { prepareExport } from '@/app/export/prepare-export'
import { viewerHandler } from '@/app/viewer-handler'
import { realNow } from '@/clock'
import { database } from '@/db/client'
import { taskTotal } from '@/db/queries/task-total'
import { env } from '@/env'
import { exportList } from '@/exports/export-list'
import { readPrepared } from '@/files/prepared'

/**
 * What is on the screen as a file, at once. In a ledger with many tasks it is made in a process of its own, so that nobody else waits;
 * pages offer `prepare` for long lists, which shows how far it is. 503 with words where it was not made.
 */
export const GET = viewerHandler(async (viewer, request) => {
  const asked = await askedExport(viewer, request)
  if (asked === 'hidden' || asked instanceof Response) return asked
  const { db } = await database()
  if ((await taskTotal(db)) <= env.LEDGER_EXPORT_AT_ONCE) return sent(await exportList(db, viewer, asked))
  const outcome = await prepareExport(viewer, asked, { signal: request.signal })
  const file = 'done' in outcome && (await readPrepared(env.DATA_DIR, outcome.done.id, { userId: viewer.userId, now: realNow() }))
  if (file) return sent(file)
  const t = await getTranslations('longWork')
  return new Response(t(`failed.${'failed' in outcome ? outcome.failed : 'crashed'}`), { status: 503 })
})

const sent = (file: { name: string; type: string; bytes: Uint8Array }): Response =>
  new Response(new Uint8Array(file.bytes), {
    headers: { 'content-type': file.type, 'content-disposition': attachment(file.name), 'cache-control': 'no-store' },
  })
