'use client'

import { ActionForm, useFormField } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'

type SheetUploadProps = { action: Action; department: string; formId: string; words: { file: string; hint: string; read: string } }

/** The form that brings a filled sheet. */
export function SheetUpload({ action, department, formId, words }: SheetUploadProps) {
  return (
    <ActionForm action={action} id="bring">
      <input type="hidden" name="department" value={department} />
      <input type="hidden" name="formId" value={formId} />
      <SheetFile label={words.file} hint={words.hint} />
      <SubmitButton>{words.read}</SubmitButton>
    </ActionForm>
  )
}

function SheetFile({ label, hint }: { label: string; hint: string }) {
  const { id, error } = useFormField('file')
  return (
    <Field name="file" id={id} label={label} hint={hint} error={error}>
      {(wiring) => <input {...wiring} type="file" accept=".xlsx" required />}
    </Field>
  )
}
