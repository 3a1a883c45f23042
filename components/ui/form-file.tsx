'use client'

import { useTranslations } from 'next-intl'
import { useFormField } from '@/components/ui/action-form'
import { Field, type Labelled } from '@/components/ui/field'

/** A file within an ActionForm. What came with a refused form stays: its id is posted again as `uploadedName`, and another may be chosen. */
export function FormFile({ accept, uploadedName, ...rest }: Labelled & { accept?: string; uploadedName: string }) {
  const t = useTranslations('forms')
  const { id, error } = useFormField(rest.name)
  const uploaded = useFormField(uploadedName).typed
  const name = useFormField(`${uploadedName}Name`).typed
  return (
    <Field {...rest} id={id} error={error}>
      {(wiring) => (
        <>
          {uploaded && (
            <span className="note">
              <input type="hidden" name={uploadedName} value={uploaded} />
              <input type="hidden" name={`${uploadedName}Name`} value={name} />
              {t('fileKept', { name: name ?? '' })}
            </span>
          )}
          <input {...wiring} type="file" accept={accept} />
        </>
      )}
    </Field>
  )
}
