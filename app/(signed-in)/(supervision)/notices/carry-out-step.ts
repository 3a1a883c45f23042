import { revalidatePath } from 'next/cache'
import { type ActionOutcome, done } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { type NoticeChange, stepNotice } from '@/db/commands/step-notice'
import type { Viewer } from '@/domain/permissions'

/** Takes one step of a notice for a form and says what happened. */
export async function noticeStep(
  viewer: Viewer,
  { noticeId, ...form }: Omit<NoticeChange, 'id'> & { noticeId: string },
): Promise<ActionOutcome> {
  const outcome = await stepNotice(await database(), viewer, { ...form, id: noticeId }, { today: today(), now: now() })
  if (outcome === 'hidden') return outcome
  revalidatePath('/', 'layout')
  if ('refused' in outcome) return outcome
  const { step, label } = outcome.done
  return done(`noticeForms.done.${step}`, { label })
}
