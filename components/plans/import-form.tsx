import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { LongWork } from '@/components/ui/long-work'
import { SubmitButton } from '@/components/ui/submit-button'

type ImportFormProps = { action: Action; importId: string; id: string; rows: number; label: string; children: ReactNode }

/** So many rows take seconds: they show how far they are. */
const MANY = 1000

/** The form of the last step: at once, or with a bar where there are many rows. */
export function ImportForm({ action, importId, id, rows, label, children }: ImportFormProps) {
  if (rows > MANY) {
    return (
      <LongWork action={`/plans/import/${importId}/run`} label={label} variant="go">
        {children}
      </LongWork>
    )
  }
  return (
    <ActionForm action={action} id={id}>
      {children}
      <SubmitButton>{label}</SubmitButton>
    </ActionForm>
  )
}
