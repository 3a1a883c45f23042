'use server'

import { z } from 'zod'
import { carryOut } from '@/app/carry-out'
import {
  aboutTask, acceptCommand, acceptFields, claimCommand, claimFields, confirmCommand, confirmFields, contactFields, day, line, pick, reopenFields,
  reportCommand, reportFields, returnCommand, returnFields, seenFields, seqField, text, withdrawFields,
} from '@/app/task-forms'
import { viewerAction } from '@/app/viewer-action'

export const reportProgress = viewerAction(aboutTask.extend(reportFields.shape), async (viewer, form) => carryOut(viewer, form, reportCommand(form)))

export const reportNoChange = viewerAction(aboutTask.extend({ on: day, source: line }), async (viewer, form) =>
  carryOut(viewer, form, { do: 'no_change', on: form.on, source: form.source }))

export const confirmPart = viewerAction(aboutTask.extend(confirmFields.shape), async (viewer, form) => carryOut(viewer, form, confirmCommand(form)))

export const claimCompletion = viewerAction(aboutTask.extend(claimFields.shape), async (viewer, form) => carryOut(viewer, form, claimCommand(form)))

export const takeBackClaim = viewerAction(aboutTask.extend({ reason: text, source: line }), async (viewer, form) =>
  carryOut(viewer, form, { do: 'take_back', reason: form.reason, source: form.source }))

export const acceptClaim = viewerAction(aboutTask.extend(acceptFields.shape), async (viewer, form) => carryOut(viewer, form, acceptCommand(form)))

export const returnClaim = viewerAction(aboutTask.extend(returnFields.shape), async (viewer, form) => carryOut(viewer, form, returnCommand(form)))

export const reopenTask = viewerAction(aboutTask.extend(reopenFields.shape), async (viewer, form) =>
  carryOut(viewer, form, { do: 'reopen', ...pick(form, ['reason', 'reconfirm']) }))

export const withdrawTask = viewerAction(aboutTask.extend(withdrawFields.shape), async (viewer, form) =>
  carryOut(viewer, form, { do: 'withdraw', ...pick(form, ['document', 'reason']) }))

export const editContacts = viewerAction(aboutTask.extend(contactFields.shape), async (viewer, form) =>
  carryOut(viewer, form, { do: 'edit_contacts', ...pick(form, ['departmentId', 'office', 'contact', 'phone', 'leaderInCharge']) }))

export const markSeen = viewerAction(aboutTask.extend(seenFields.shape), async (viewer, form) =>
  carryOut(viewer, form, { do: 'mark_seen', seqs: form.seqs }))

export const undoEvent = viewerAction(aboutTask.extend(seqField.shape), async (viewer, form) => carryOut(viewer, form, { do: 'undo', seq: form.seq }))

const aboutEvent = aboutTask.extend(seqField.shape).extend({ correctionReason: text.pipe(z.string().min(1, 'errors.reason-required')) })

export const correctReport = viewerAction(aboutEvent.extend(reportFields.shape), async (viewer, form) =>
  carryOut(viewer, form, { do: 'correct', seq: form.seq, reason: form.correctionReason, replacement: reportCommand(form) }))

export const correctConfirmation = viewerAction(aboutEvent.extend(confirmFields.shape), async (viewer, form) =>
  carryOut(viewer, form, { do: 'correct', seq: form.seq, reason: form.correctionReason, replacement: confirmCommand(form) }))

export const correctAcceptance = viewerAction(aboutEvent.extend(acceptFields.shape), async (viewer, form) =>
  carryOut(viewer, form, { do: 'correct', seq: form.seq, reason: form.correctionReason, replacement: acceptCommand(form) }))

export const correctReturn = viewerAction(aboutEvent.extend(returnFields.shape), async (viewer, form) =>
  carryOut(viewer, form, { do: 'correct', seq: form.seq, reason: form.correctionReason, replacement: returnCommand(form) }))
