import { useTranslations } from 'next-intl'
import { ActionForm, FormTextArea } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { FormFile } from '@/components/ui/form-file'
import { SubmitButton } from '@/components/ui/submit-button'

type UploadFormProps = {
  action: Action
  formId: string
  /** The number of the plan that it shall change. */
  into: number | undefined
  maxBytes: number
}

/** A file, dropped or chosen, or the table as text. `formId` becomes the import's id. */
export function UploadForm({ action, formId, into, maxBytes }: UploadFormProps) {
  const t = useTranslations('import')
  return (
    <ActionForm action={action} id="upload" className="uploadform">
      <input type="hidden" name="formId" value={formId} />
      {into !== undefined && <input type="hidden" name="into" value={into} />}
      <FormFile name="file" uploadedName="kept" label={t('file')} hint={t('fileHint')} accept=".docx,.xlsx,.csv,.txt" maxBytes={maxBytes} />
      <FormTextArea name="text" label={t('orText')} hint={t('orTextHint')} rows={6} />
      <SubmitButton>{t('upload')}</SubmitButton>
    </ActionForm>
  )
}
