'use client'

import { useEffect } from 'react'
import { draftKey, forgetDraft } from '@/components/ui/drafts'

/** For the page that says that a form was saved, when the form itself is no longer on it. */
export function ForgetDraft({ user, formId }: { user: string; formId: string }) {
  useEffect(() => forgetDraft(draftKey(user, formId)), [user, formId])
  return null
}
