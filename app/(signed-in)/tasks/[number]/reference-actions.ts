'use server'

import { referTo } from '@/app/(signed-in)/tasks/[number]/refer-to'
import { carryOut } from '@/app/carry-out'
import { aboutTask, line, positive, required } from '@/app/task-forms'
import { viewerAction } from '@/app/viewer-action'

export const referToTask = viewerAction(aboutTask.extend({ other: required(line) }), referTo)

export const removeReference = viewerAction(aboutTask.extend({ referredSeq: positive }), async (viewer, form) =>
  carryOut(viewer, form, { do: 'remove_reference', referredSeq: form.referredSeq }),
)
