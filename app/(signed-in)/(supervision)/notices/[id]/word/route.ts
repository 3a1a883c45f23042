import { viewerHandler } from '@/app/viewer-handler'
import { wordFile } from '@/app/word-file'
import { today } from '@/clock'
import { database } from '@/db/client'
import { noticePage } from '@/db/queries/notice-page'
import { noticeDocx } from '@/documents/write/notice-docx'

/** The notice as a Word document, as it was issued. */
export const GET = viewerHandler<{ id: string }>(async (viewer, _request, { id }) => {
  const { db } = await database()
  const notice = await noticePage(db, viewer, id, today())
  return notice ? wordFile(await noticeDocx(notice.text), notice.label, 'notice') : 'hidden'
})
