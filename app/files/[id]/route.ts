import { viewerHandler } from '@/app/viewer-handler'
import { database } from '@/db/client'
import { evidenceFile } from '@/db/queries/evidence-file'
import { env } from '@/env'
import { readStored } from '@/files/store'

/** An evidence file, authorised again, always as an attachment. 410 if its content is gone, 500 if it is not what was uploaded. */
export const GET = viewerHandler<{ id: string }>(async (viewer, _request, { id }) => {
  const file = await evidenceFile((await database()).db, viewer, id)
  if (!file) return 'hidden'
  const bytes = await readStored(env.DATA_DIR, file.storedName, file.sha256)
  if (bytes === 'missing') return new Response(null, { status: 410 })
  if (bytes === 'damaged') {
    console.error(`evidence file ${id} is not what was uploaded`)
    return new Response(null, { status: 500 })
  }
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': file.type,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
      'cache-control': 'private, no-store',
    },
  })
})

// RFC 8187: these four, too
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
