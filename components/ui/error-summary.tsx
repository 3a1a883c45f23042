'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** `field` is the id of the control at fault; without it the message concerns the form as a whole. */
export type FormError = { field?: string; message: ReactNode }

/** All errors of a form, each a link to its field. Takes the focus when it appears, and again when the errors change. */
export function ErrorSummary({ errors, title }: { errors: readonly FormError[]; title?: ReactNode }) {
  const t = useTranslations('forms')
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second refused submission must be announced again
  useEffect(() => box.current?.focus(), [errors])
  const names = useFieldNames(errors)
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is how the page comes back at what is wrong
    <div className="wrongs" role="alert" tabIndex={-1} ref={box} autoFocus>
      <h2>{title ?? t('errorTitle')}</h2>
      <ul>
        {errors.map(({ field, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <li key={index}>
            {field ? (
              <a href={`#${field}`}>
                {names[field] && t('fieldName', { name: names[field] })}
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the fields at fault are called on the page, by id: their labels know. Without JavaScript the link alone tells. */
function useFieldNames(errors: readonly FormError[]): Record<string, string> {
  const [names, setNames] = useState<Record<string, string>>({})
  useEffect(() => {
    const named = errors.flatMap(({ field }) => (field ? [[field, labelOf(field)] as const] : []))
    setNames(Object.fromEntries(named))
  }, [errors])
  return names
}

function labelOf(id: string): string {
  const control = document.getElementById(id)
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`) ?? control?.closest('fieldset')?.querySelector('legend')
  return label?.firstChild?.textContent?.trim() ?? ''
}
