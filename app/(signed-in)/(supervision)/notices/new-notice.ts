import { revalidatePath } from 'next/cache'
import { draftOf, KEEP_ALL, type NewNoticeForm } from '@/app/(signed-in)/(supervision)/notices/forms'
import { type ActionOutcome, done } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { issueNotice } from '@/db/commands/issue-notice'
import { draftedNotice } from '@/db/queries/notice-draft'
import type { Viewer } from '@/domain/permissions'

/** The notice as it would look, for the form to show; nothing is stored. */
export async function previewNotice(viewer: Viewer, form: NewNoticeForm): Promise<ActionOutcome> {
  const outcome = await draftedNotice((await database()).db, viewer, draftOf(form, today()), today())
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  return done('noticeForms.previewed', {}, { preview: JSON.stringify(outcome.drafted.text) }, KEEP_ALL)
}

/** Issues it and answers its number and where it is. */
export async function signNotice(viewer: Viewer, form: NewNoticeForm): Promise<ActionOutcome> {
  const time = { today: today(), now: now() }
  const outcome = await issueNotice(await database(), viewer, { ...draftOf(form, time.today), formId: form.formId }, time)
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  revalidatePath('/', 'layout')
  const { id, label } = outcome.done
  return done('noticeForms.issued', { label }, { id, label })
}
