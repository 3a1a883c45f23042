'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useFormField } from '@/components/ui/action-form'
import { Field, type Labelled } from '@/components/ui/field'

type FormFileProps = Labelled & { accept?: string; uploadedName: string; maxBytes: number }

const MB = 1024 * 1024

/**
 * A file within an ActionForm. What came with a refused form stays: its id is posted again as `uploadedName`, and another may be chosen.
 * One over `maxBytes` is refused before it is sent; without JavaScript the server says so.
 */
export function FormFile({ accept, uploadedName, maxBytes, ...rest }: FormFileProps) {
  const t = useTranslations('forms')
  const input = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState<File | null>(null)
  const { id, error } = useFormField(rest.name)
  const uploaded = useFormField(uploadedName).typed
  const name = useFormField(`${uploadedName}Name`).typed
  useEffect(() => refuseWhile(input.current, maxBytes), [maxBytes])
  const words = tooLarge && t('fileTooLarge', { name: tooLarge.name, size: Math.ceil((tooLarge.size / MB) * 10) / 10, max: maxBytes / MB })
  return (
    <Field {...rest} id={id} error={words ? <span role="alert">{words}</span> : error}>
      {(wiring) => (
        <>
          {uploaded && (
            <span className="note">
              <input type="hidden" name={uploadedName} value={uploaded} />
              <input type="hidden" name={`${uploadedName}Name`} value={name} />
              {t('fileKept', { name: name ?? '' })}
            </span>
          )}
          <input {...wiring} ref={input} type="file" accept={accept} onChange={(event) => setTooLarge(overLimit(event.target, maxBytes))} />
        </>
      )}
    </Field>
  )
}

const overLimit = (input: HTMLInputElement | null, maxBytes: number): File | null =>
  [...(input?.files ?? [])].find((file) => file.size > maxBytes) ?? null

// A body over the server's limit would be cut off on the way, and what was typed would be lost.
function refuseWhile(input: HTMLInputElement | null, maxBytes: number): (() => void) | undefined {
  const form = input?.form
  if (!form) return
  const refuse = (event: SubmitEvent) => {
    if (!overLimit(input, maxBytes)) return
    event.preventDefault()
    input.focus()
  }
  form.addEventListener('submit', refuse)
  return () => form.removeEventListener('submit', refuse)
}
