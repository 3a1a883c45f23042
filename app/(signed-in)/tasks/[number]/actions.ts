'use server'

import { rescueFile } from '@/app/brought-evidence'
import { carryOut, carryOutWithEvidence } from '@/app/carry-out'
import * as forms from '@/app/task-forms'
import { viewerAction } from '@/app/viewer-action'

const { aboutTask, pick } = forms

export const reportProgress = viewerAction(forms.reportOrNoChange(aboutTask.shape), async (viewer, form) =>
  carryOut(viewer, form, forms.reportCommand(form)),
)

export const confirmPart = viewerAction(aboutTask.extend(forms.confirmFields.shape), async (viewer, form) =>
  carryOut(viewer, form, forms.confirmCommand(form)),
)

export const claimCompletion = viewerAction(
  aboutTask.extend(forms.claimFields.shape).superRefine(forms.wholeSignOff),
  async (viewer, form) => carryOutWithEvidence(viewer, form, (evidence) => forms.claimCommand(form, evidence)),
  rescueFile,
)

export const takeBackClaim = viewerAction(aboutTask.extend(forms.takeBackFields.shape), async (viewer, form) =>
  carryOut(viewer, form, { do: 'take_back', ...pick(form, ['reason', 'source']) }),
)

export const acceptClaim = viewerAction(aboutTask.extend(forms.acceptFields.shape), async (viewer, form) =>
  carryOut(viewer, form, forms.acceptCommand(form)),
)

export const returnClaim = viewerAction(aboutTask.extend(forms.returnFields.shape), async (viewer, form) =>
  carryOut(viewer, form, forms.returnCommand(form)),
)

export const reopenTask = viewerAction(aboutTask.extend(forms.reopenFields.shape), async (viewer, form) =>
  carryOut(viewer, form, forms.reopenCommand(form)),
)

export const withdrawTask = viewerAction(aboutTask.extend(forms.withdrawFields.shape), async (viewer, form) =>
  carryOut(viewer, form, forms.withdrawCommand(form)),
)

export const editContacts = viewerAction(aboutTask.extend(forms.contactFields.shape), async (viewer, form) =>
  carryOut(viewer, form, { do: 'edit_contacts', ...pick(form, ['departmentId', 'office', 'contact', 'phone', 'leaderInCharge']) }),
)

export const markSeen = viewerAction(aboutTask.extend(forms.seenFields.shape), async (viewer, form) =>
  carryOut(viewer, form, { do: 'mark_seen', seqs: form.seqs }),
)

export const undoEvent = viewerAction(forms.aboutEvent, async (viewer, form) => carryOut(viewer, form, { do: 'undo', seq: form.seq }))
