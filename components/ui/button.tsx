import type { ComponentProps } from 'react'
import { AppLink } from '@/components/ui/app-link'

/** `go` is the one filled button of a section, `plain` has no border. */
export type ButtonVariant = 'go' | 'normal' | 'plain'
export type ButtonLook = { variant?: ButtonVariant; small?: boolean }

/** The class of anything that looks like a button. */
export const buttonClass = ({ variant = 'normal', small = false }: ButtonLook, more = ''): string =>
  ['btn', variant === 'normal' ? '' : variant, small ? 'sm' : '', more].filter(Boolean).join(' ')

/** A button that submits nothing by itself (type="button"); for forms there is SubmitButton. */
export function Button({ variant, small, className, type = 'button', ...rest }: ComponentProps<'button'> & ButtonLook) {
  return <button {...rest} type={type} className={buttonClass({ variant, small }, className)} />
}

export function ButtonLink({ variant, small, className, ...rest }: ComponentProps<typeof AppLink> & ButtonLook) {
  return <AppLink {...rest} className={buttonClass({ variant, small }, className)} />
}
