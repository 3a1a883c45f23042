import { z } from 'zod'
import { type EvidenceFields, isAddressMissing, taskNumber, typedEvidence } from '@/app/task-forms'
import type { Refused, Rescue } from '@/app/viewer-action'
import { now } from '@/clock'
import { database } from '@/db/client'
import { addFile } from '@/db/commands/add-file'
import { waitingFile } from '@/db/queries/evidence-file'
import type { Viewer } from '@/domain/permissions'
import type { Evidence, FileEvidence } from '@/domain/words'
import { env } from '@/env'
import { checkFile } from '@/files/file-kind'
import { putFile, removeFile } from '@/files/store'

type Brought = { evidence: Evidence | null } | Refused | 'hidden'

/** The evidence that a form about a task brings: what was typed, a file that waits from an earlier posting, or a new one, now stored. */
export async function broughtEvidence(viewer: Viewer, form: EvidenceFields & { number: number; formId: string }): Promise<Brought> {
  const { number, evidenceFile: file, evidenceUploaded: uploaded } = form
  if (isAddressMissing(form)) return { refused: 'evidence-link', field: 'evidenceText' }
  const typed = typedEvidence(form)
  if (typed && (file || uploaded)) return { refused: 'evidence-either', field: 'evidenceText' }
  if (file) return storedFile(viewer, number, file)
  if (!uploaded) return { evidence: typed }
  const waiting = await waitingFile((await database()).db, viewer, form, uploaded)
  return 'refused' in waiting ? { ...waiting, keep: { evidenceUploaded: '', evidenceUploadedName: '' } } : waiting
}

async function storedFile(viewer: Viewer, number: number, file: File): Promise<Brought> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // a form posts the quotation marks of a name as %22
  const checked = await checkFile(file.name.replaceAll('%22', '"'), bytes)
  if ('refused' in checked) return { refused: checked.refused, field: 'evidenceFile' }
  const storedName = await putFile(env.DATA_DIR, bytes)
  const added = await addFile(await database(), viewer, number, { ...checked, storedName }, now())
  if (added === 'hidden' || 'refused' in added) await removeFile(env.DATA_DIR, storedName)
  return added
}

/** What a form sends along next time, so that its file need not be chosen again. */
export const keptFile = ({ file, text }: FileEvidence): Record<string, string> => ({ evidenceUploaded: file, evidenceUploadedName: text })

const formWithFile = z.object({ number: taskNumber, evidenceFile: z.instanceof(File) })

/** For viewerAction: a file that came with a form that does not fit stays with it; one that is not taken is refused along with the rest. */
export const rescueFile: Rescue = async (viewer, fields) => {
  const form = formWithFile.safeParse(fields)
  if (!form.success) return {}
  const brought = await storedFile(viewer, form.data.number, form.data.evidenceFile)
  if (brought === 'hidden') return {}
  if ('refused' in brought) return { wrong: { evidenceFile: brought.refused } }
  return brought.evidence?.kind === 'file' ? { keep: keptFile(brought.evidence) } : {}
}
