import type { ComponentProps } from 'react'
import { Field, type Labelled } from '@/components/ui/field'

type DayInputProps = Omit<ComponentProps<'input'>, 'type' | 'min' | 'max' | 'defaultValue'> & {
  /** Days as YYYY-MM-DD; min and max are inclusive. */
  defaultValue?: string
  min?: string
  max?: string
}

/** The browser's own date field; gives and takes YYYY-MM-DD. */
export function DayInput({ className, ...rest }: DayInputProps) {
  return <input {...rest} type="date" className={['day', className].filter(Boolean).join(' ')} />
}

export function DayField({ name, id, label, hint, error, line, ...rest }: Labelled & DayInputProps) {
  return <Field {...{ name, id, label, hint, error, line }}>{(wiring) => <DayInput {...rest} {...wiring} />}</Field>
}
