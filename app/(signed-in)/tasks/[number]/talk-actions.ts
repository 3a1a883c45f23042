'use server'

import { rescueFile } from '@/app/brought-evidence'
import { carryOut, carryOutWithEvidence } from '@/app/carry-out'
import * as forms from '@/app/talk-forms'
import { viewerAction } from '@/app/viewer-action'

export const raiseObstacle = viewerAction(forms.obstacleForm, async (viewer, form) => carryOut(viewer, form, forms.obstacleCommand(form)))

export const removeObstacle = viewerAction(forms.removalForm, async (viewer, form) => carryOut(viewer, form, forms.removalCommand(form)))

export const addComment = viewerAction(forms.commentForm, async (viewer, form) => carryOut(viewer, form, forms.commentCommand(form)))

export const addEvidence = viewerAction(
  forms.evidenceForm,
  async (viewer, form) => carryOutWithEvidence(viewer, form, (evidence) => forms.evidenceCommand(form, evidence)),
  rescueFile,
)
