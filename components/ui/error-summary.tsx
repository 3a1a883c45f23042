'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'

/** `field` is the id of the control at fault; without it the message concerns the form as a whole. */
export type FormError = { field?: string; message: ReactNode }

/** All errors of a form, each a link to its field. Takes the focus when it appears, and again when the errors change. */
export function ErrorSummary({ errors, title }: { errors: readonly FormError[]; title?: ReactNode }) {
  const t = useTranslations('forms')
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second refused submission must be announced again
  useEffect(() => box.current?.focus(), [errors])
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is how the page comes back at what is wrong
    <div className="wrongs" role="alert" tabIndex={-1} ref={box} autoFocus>
      <h2>{title ?? t('errorTitle')}</h2>
      <ul>
        {errors.map(({ field, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <li key={index}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}
