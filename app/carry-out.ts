import { revalidatePath } from 'next/cache'
import type { AboutTask } from '@/app/task-forms'
import { type ActionOutcome, done } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'

/** Carries out one command for a form and says what happened; the event's number goes along, so that the interface can offer to undo it. */
export async function carryOut(viewer: Viewer, { number, version, formId }: AboutTask, command: Command): Promise<ActionOutcome> {
  const outcome = await changeTask(await database(), viewer, { number, version, formId, command }, { today: today(), now: now() })
  if (outcome === 'hidden') return outcome
  revalidatePath('/', 'layout')
  if ('refused' in outcome) return outcome
  const { kind, seq } = outcome.done
  return done(`done.${kind}`, { number }, { number, seq })
}
