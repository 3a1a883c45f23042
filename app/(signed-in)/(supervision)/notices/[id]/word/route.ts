import { viewerHandler } from '@/app/viewer-handler'
import { today } from '@/clock'
import { database } from '@/db/client'
import { noticePage } from '@/db/queries/notice-page'
import { noticeDocx } from '@/documents/write/notice-docx'

/** The notice as a Word document, as it was issued. */
export const GET = viewerHandler<{ id: string }>(async (viewer, _request, { id }) => {
  const { db } = await database()
  const notice = await noticePage(db, viewer, id, today())
  if (!notice) return 'hidden'
  const bytes = await noticeDocx(notice.text)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="notice.docx"; filename*=UTF-8''${encodeURIComponent(`${notice.label}.docx`)}`,
      'cache-control': 'private, no-store',
    },
  })
})
