import { revalidatePath } from 'next/cache'
import { broughtEvidence, keptFile } from '@/app/brought-evidence'
import type { AboutTask, EvidenceFields } from '@/app/task-forms'
import { type ActionOutcome, done, type Refused } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'
import { numberText } from '@/domain/task-number'
import type { Evidence } from '@/domain/words'

/** Carries out one command for a form and says what happened; the event's number goes along, so that the interface can offer to undo it. */
export async function carryOut(viewer: Viewer, { number, version, formId }: AboutTask, command: Command): Promise<ActionOutcome> {
  const outcome = await changeTask(await database(), viewer, { number, version, formId, command }, { today: today(), now: now() })
  if (outcome === 'hidden') return outcome
  revalidatePath('/', 'layout')
  if ('refused' in outcome) return outcome
  const { kind, seq } = outcome.done
  return done(`done.${kind}`, { number: numberText(number) }, { number, seq })
}

/** The same for a form that may bring evidence. A file that came with a refused form stays with it: it need not be chosen again. */
export async function carryOutWithEvidence(
  viewer: Viewer,
  form: AboutTask & EvidenceFields,
  commandWith: (evidence: Evidence | null) => Command | Refused,
): Promise<ActionOutcome> {
  const brought = await broughtEvidence(viewer, form)
  if (brought === 'hidden' || 'refused' in brought) return brought
  const { evidence } = brought
  const command = commandWith(evidence)
  if ('refused' in command) return command
  const outcome = await carryOut(viewer, form, command)
  if (outcome === 'hidden' || !('refused' in outcome) || evidence?.kind !== 'file') return outcome
  return { ...outcome, keep: keptFile(evidence) }
}
