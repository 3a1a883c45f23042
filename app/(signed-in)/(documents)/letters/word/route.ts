import { lettersOf, readLetters } from '@/app/(signed-in)/(documents)/letters/wanted'
import { planOfRequest } from '@/app/ledger-context'
import { viewerHandler } from '@/app/viewer-handler'
import { wordFile } from '@/app/word-file'
import { today } from '@/clock'
import { database } from '@/db/client'
import { lettersDocx } from '@/documents/write/letter-docx'
import { canSeeDepartment, canSeeTasks } from '@/domain/permissions'

/** One department's letter as a Word document, or all letters of a kind in one, each on a page of its own. */
export const GET = viewerHandler(async (viewer, request) => {
  const current = await planOfRequest()
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const { department, ...others } = params
  if (!current || !canSeeTasks(viewer) || (department !== undefined && !canSeeDepartment(viewer, department))) return 'hidden'
  const asked = readLetters(others, { ...current, today: today() })
  const found = await lettersOf({ ...current, viewer, db: (await database()).db }, asked, department)
  const [first] = found
  if (!first) return 'hidden'
  const name = found.length === 1 ? `${first.letter.title}_${first.department}` : first.letter.title
  return wordFile(await lettersDocx(found.map(({ letter }) => letter)), name, 'letter')
})
