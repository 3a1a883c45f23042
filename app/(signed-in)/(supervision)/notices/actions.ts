'use server'

import { noticeStep } from '@/app/(signed-in)/(supervision)/notices/carry-out-step'
import * as forms from '@/app/(signed-in)/(supervision)/notices/forms'
import { previewNotice, signNotice } from '@/app/(signed-in)/(supervision)/notices/new-notice'
import { done, viewerAction } from '@/app/viewer-action'

/** Three buttons: look at it, change it again, issue it. */
export const issueNotice = viewerAction(forms.newNotice, async (viewer, form) => {
  if (form.intent === 'issue') return signNotice(viewer, form)
  return form.intent === 'preview' ? previewNotice(viewer, form) : done('noticeForms.editing', {}, undefined, forms.KEEP_ALL)
})

export const acknowledgeNotice = viewerAction(forms.aboutNotice, async (viewer, form) =>
  noticeStep(viewer, { ...form, step: 'acknowledged', text: '' }),
)

export const replyToNotice = viewerAction(forms.aboutNotice.extend(forms.replyFields.shape), async (viewer, form) =>
  noticeStep(viewer, { ...form, step: 'replied', reports: forms.reportsOf(form) }),
)

export const returnReply = viewerAction(forms.aboutNotice.extend(forms.textField.shape), async (viewer, form) =>
  noticeStep(viewer, { ...form, step: 'returned' }),
)

export const closeNotice = viewerAction(forms.aboutNotice, async (viewer, form) =>
  noticeStep(viewer, { ...form, step: 'closed', text: '' }),
)

export const voidNotice = viewerAction(forms.aboutNotice.extend(forms.textField.shape), async (viewer, form) =>
  noticeStep(viewer, { ...form, step: 'voided' }),
)
