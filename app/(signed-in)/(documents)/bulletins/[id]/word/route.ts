import { shownBulletin } from '@/app/(signed-in)/(documents)/bulletins/shown-bulletin'
import { viewerHandler } from '@/app/viewer-handler'
import { wordFile } from '@/app/word-file'
import { database } from '@/db/client'
import { bulletinDocx } from '@/documents/write/bulletin-docx'
import type { BulletinSheet } from '@/domain/bulletin-sheet'
import { runWork } from '@/workers/run-work'

/** More rows in the annexes are written in a process of their own: a thousand take half a second. */
const ROWS_AT_ONCE = 500
const LIMITS = { timeoutMs: 120_000, memoryMb: 1024 }

/** The bulletin as a Word document: as it was issued, or the draft as it is now. */
export const GET = viewerHandler<{ id: string }>(async (viewer, request, { id }) => {
  const shown = await shownBulletin((await database()).db, viewer, id)
  if (!shown) return 'hidden'
  const { title, label } = shown.sheet
  const bytes = await wordOf(shown.sheet, request.signal)
  if (!bytes) return new Response(null, { status: 503 })
  return wordFile(bytes, `${title}（${label}）`, 'bulletin')
})

async function wordOf(sheet: BulletinSheet, signal: AbortSignal): Promise<Uint8Array | null> {
  const rows = sheet.annexes.reduce((sum, { table }) => sum + table.rows.length, 0)
  if (rows <= ROWS_AT_ONCE) return bulletinDocx(sheet)
  const outcome = await runWork('bulletin-docx', sheet, { ...LIMITS, signal })
  return 'done' in outcome ? outcome.done : null
}
