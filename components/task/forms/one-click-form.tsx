'use client'

import { type ReactNode, useActionState } from 'react'
import type { About } from '@/components/task/forms/task-form'
import { type Action, IDLE } from '@/components/ui/action-state'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'

type OneClickFormProps = { action: Action; about: About; fields: Record<string, string | number>; children: ReactNode }

/** A single button with nothing to fill in: undo, seen. */
export function OneClickForm({ action, about, fields, children }: OneClickFormProps) {
  const [state, submit] = useActionState(action, IDLE)
  const hidden = { number: about.number, version: about.version ?? '', formId: about.formId, ...fields }
  return (
    <form action={submit} className="oneclick noprint">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.status === 'refused' && <Notice refused>{state.message}</Notice>}
      <SubmitButton variant="plain" small>
        {children}
      </SubmitButton>
    </form>
  )
}
