'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonLook, buttonClass } from '@/components/ui/button'

/** Submits its form. While that is under way it says so and takes no second click; without JavaScript it is a plain button. */
export function SubmitButton({ variant = 'go', small, className, children, ...rest }: ComponentProps<'button'> & ButtonLook) {
  const t = useTranslations('forms')
  const { pending, data } = useFormStatus()
  const isPressed = pending && (rest.name === undefined || data?.get(rest.name) === rest.value)
  return (
    <button
      {...rest}
      type="submit"
      className={buttonClass({ variant, small }, className)}
      aria-disabled={pending || undefined}
      // aria-disabled and not disabled: the focus stays here
      onClick={(event) => (pending ? event.preventDefault() : rest.onClick?.(event))}
    >
      {isPressed ? t('pending') : children}
    </button>
  )
}
