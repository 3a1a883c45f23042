'use server'

import { rescueFile } from '@/app/brought-evidence'
import { carryOut, carryOutWithEvidence } from '@/app/carry-out'
import * as forms from '@/app/supervision-forms'
import { aboutTask } from '@/app/task-forms'
import { viewerAction } from '@/app/viewer-action'

export const requestExtension = viewerAction(
  aboutTask.extend(forms.extensionRequestFields.shape),
  async (viewer, form) => carryOutWithEvidence(viewer, form, (evidence) => forms.extensionRequestCommand(form, evidence)),
  rescueFile,
)

export const approveExtension = viewerAction(aboutTask.extend(forms.extensionApprovalFields.shape), async (viewer, form) =>
  carryOut(viewer, form, forms.extensionApprovalCommand(form)),
)

export const refuseExtension = viewerAction(aboutTask.extend(forms.extensionRefusalFields.shape), async (viewer, form) =>
  carryOut(viewer, form, forms.extensionRefusalCommand(form)),
)

export const checkTask = viewerAction(
  aboutTask.extend(forms.checkFields.shape),
  async (viewer, form) => carryOutWithEvidence(viewer, form, (evidence) => forms.checkCommand(form, evidence)),
  rescueFile,
)

export const makeLongTerm = viewerAction(aboutTask.extend(forms.longTermFields.shape), async (viewer, form) =>
  carryOut(viewer, form, forms.longTermCommand(form)),
)

export const reportStage = viewerAction(
  aboutTask.extend(forms.stageFields.shape),
  async (viewer, form) => carryOutWithEvidence(viewer, form, (evidence) => forms.stageCommand(form, evidence)),
  rescueFile,
)

export const verifyStage = viewerAction(aboutTask.extend(forms.stageVerificationFields.shape), async (viewer, form) =>
  carryOut(viewer, form, forms.stageVerificationCommand(form)),
)

export const returnStage = viewerAction(aboutTask.extend(forms.stageReturnFields.shape), async (viewer, form) =>
  carryOut(viewer, form, forms.stageReturnCommand(form)),
)
