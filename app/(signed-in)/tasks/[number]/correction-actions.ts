'use server'

import { rescueFile } from '@/app/brought-evidence'
import { carryOut, carryOutWithEvidence } from '@/app/carry-out'
import * as supervision from '@/app/supervision-forms'
import * as forms from '@/app/task-forms'
import { viewerAction } from '@/app/viewer-action'

const { aboutCorrection, correction } = forms

export const correctReport = viewerAction(forms.reportOrNoChange(aboutCorrection.shape), async (viewer, form) =>
  carryOut(viewer, form, correction(form, forms.reportCommand(form))),
)

export const correctConfirmation = viewerAction(aboutCorrection.extend(forms.confirmFields.shape), async (viewer, form) =>
  carryOut(viewer, form, correction(form, forms.confirmCommand(form))),
)

export const correctAcceptance = viewerAction(aboutCorrection.extend(forms.acceptFields.shape), async (viewer, form) =>
  carryOut(viewer, form, correction(form, forms.acceptCommand(form))),
)

export const correctReturn = viewerAction(aboutCorrection.extend(forms.returnFields.shape), async (viewer, form) =>
  carryOut(viewer, form, correction(form, forms.returnCommand(form))),
)

export const correctReopening = viewerAction(aboutCorrection.extend(forms.reopenFields.shape), async (viewer, form) =>
  carryOut(viewer, form, correction(form, forms.reopenCommand(form))),
)

export const correctWithdrawal = viewerAction(aboutCorrection.extend(forms.withdrawFields.shape), async (viewer, form) =>
  carryOut(viewer, form, correction(form, forms.withdrawCommand(form))),
)

export const correctApproval = viewerAction(aboutCorrection.extend(supervision.extensionApprovalFields.shape), async (viewer, form) =>
  carryOut(viewer, form, correction(form, supervision.extensionApprovalCommand(form))),
)

export const correctRefusal = viewerAction(aboutCorrection.extend(supervision.extensionRefusalFields.shape), async (viewer, form) =>
  carryOut(viewer, form, correction(form, supervision.extensionRefusalCommand(form))),
)

export const correctCheck = viewerAction(
  aboutCorrection.extend(supervision.checkFields.omit({ reopen: true }).shape),
  async (viewer, form) =>
    carryOutWithEvidence(viewer, form, (evidence) => correction(form, supervision.checkCommand({ ...form, reopen: false }, evidence))),
  rescueFile,
)

export const correctStage = viewerAction(
  aboutCorrection.extend(supervision.stageFields.shape),
  async (viewer, form) => carryOutWithEvidence(viewer, form, (evidence) => correction(form, supervision.stageCommand(form, evidence))),
  rescueFile,
)

export const correctStageVerification = viewerAction(
  aboutCorrection.extend(supervision.stageVerificationFields.shape),
  async (viewer, form) => carryOut(viewer, form, correction(form, supervision.stageVerificationCommand(form))),
)

export const correctStageReturn = viewerAction(aboutCorrection.extend(supervision.stageReturnFields.shape), async (viewer, form) =>
  carryOut(viewer, form, correction(form, supervision.stageReturnCommand(form))),
)
