'use client'

import type { ComponentProps } from 'react'
import { useFormField } from '@/components/ui/action-form'
import { DayField } from '@/components/ui/day-input'

/** A day within an ActionForm. */
export function FormDay({ defaultValue, ...rest }: ComponentProps<typeof DayField>) {
  const { id, error, typed } = useFormField(rest.name)
  const value = typed ?? defaultValue
  return <DayField {...rest} key={value} id={id} error={error} defaultValue={value} />
}
