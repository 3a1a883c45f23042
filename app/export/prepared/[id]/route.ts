import { attachment } from '@/app/export/asked-export'
import { viewerHandler } from '@/app/viewer-handler'
import { realNow } from '@/clock'
import { env } from '@/env'
import { readPrepared } from '@/files/prepared'

/** A prepared export, for the one who asked for it, within a quarter of an hour. */
export const GET = viewerHandler<{ id: string }>(async (viewer, _request, { id }) => {
  const file = await readPrepared(env.DATA_DIR, id, { userId: viewer.userId, now: realNow() })
  if (!file) return 'hidden'
  return new Response(new Uint8Array(file.bytes), {
    headers: { 'content-type': file.type, 'content-disposition': attachment(file.name), 'cache-control': 'private, no-store' },
  })
})
