'use client'

import { type ReactNode, useActionState, useMemo } from 'react'
import { PostedForm } from '@/components/ui/action-form'
import { type Action, IDLE } from '@/components/ui/action-state'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'

/** `sendable`: there is something to send. A refused form stays all the same, with what was typed; a sent one gives way to what happened. */
export function NudgeForm({
  action,
  sendable,
  after,
  otherwise,
  children,
}: {
  action: Action
  sendable: boolean
  after: ReactNode
  /** Instead of the form, when there is nothing to send. */
  otherwise: ReactNode
  children: ReactNode
}) {
  const [state, post] = useActionState(action, IDLE)
  const errors = useMemo(() => {
    const faults = Object.entries(state.fieldErrors ?? {}).map(([field, message]) => ({ field, message }))
    return state.status === 'refused' && faults.length === 0 ? [{ message: state.message }] : faults
  }, [state])
  if (state.status === 'done') return <Notice undo={after}>{state.message}</Notice>
  if (!sendable && state.status === 'idle') return otherwise
  return (
    <PostedForm value={{ id: '', state }}>
      <form action={post} noValidate className="nudgeform">
        <ErrorSummary errors={errors} />
        {children}
      </form>
    </PostedForm>
  )
}
