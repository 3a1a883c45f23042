'use client'

import { type ComponentProps, type ReactNode, useContext } from 'react'
import { PostedForm, useFormField } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'

/** One of a few within an ActionForm; what was chosen is kept when the form is refused. */
export function FormChoices({ defaultValue, ...rest }: Omit<ComponentProps<typeof Choices>, 'many'>) {
  const { id, error, typed } = useFormField(rest.name)
  const value = typed ?? defaultValue
  return <Choices {...rest} key={value} id={id} error={error} defaultValue={value} />
}

/** One tick of several, each with a name of its own, so that a refused form keeps every one. */
export function FormTick({ name, value, label, ticked = false }: { name: string; value: string; label: ReactNode; ticked?: boolean }) {
  const { id, typed } = useFormField(name)
  const { state } = useContext(PostedForm)
  return (
    <label>
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={state.status === 'refused' ? typed === value : ticked} />
      {label}
    </label>
  )
}
