'use client'

import { useContext } from 'react'
import { PostedForm } from '@/components/ui/action-form'
import { DraftKeeper } from '@/components/ui/draft-keeper'

/** Keeps what is typed in the form around until it was saved. */
export function ProseDraft({ user, formId }: { user: string; formId: string }) {
  const { state } = useContext(PostedForm)
  return <DraftKeeper user={user} formId={formId} saved={state.status === 'done'} />
}
