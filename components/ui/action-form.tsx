'use client'

import { type ComponentProps, createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from 'react'
import { type Action, type ActionState, IDLE } from '@/components/ui/action-state'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SelectField, TextAreaField, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useOpened } from '@/components/ui/use-opened'

type Posted = { id: string; state: ActionState }
/** For a page that keeps the answers of its forms itself; everyone else uses ActionForm. */
export const PostedForm = createContext<Posted>({ id: '', state: IDLE })

type ActionFormProps = { action: Action; id?: string; className?: string; children: ReactNode }

/**
 * A form whose action answers with an ActionState: says what happened, lists what is wrong, and keeps what was typed, with or without
 * JavaScript. Its fields are FormText, FormTextArea and FormSelect. `id` keeps the fields of several forms on a page apart.
 */
export function ActionForm({ action, id = '', className, children }: ActionFormProps) {
  const [state, post] = useActionState(action, IDLE)
  const { opened, listeners } = useOpened(state, children)
  const errors = Object.entries(state.fieldErrors ?? {}).map(([field, message]) => ({ field: fieldId(id, field), message }))
  const whole = state.status === 'refused' && errors.length === 0
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // a long form may have gone from under the reader: what happened must be in sight
    if (state.status !== 'idle') form.current?.querySelector(':scope > .said')?.scrollIntoView({ block: 'nearest' })
  }, [state])
  return (
    <PostedForm value={{ id, state }}>
      <form ref={form} action={post} className={className} noValidate {...listeners}>
        {state.status === 'done' && <Notice>{state.message}</Notice>}
        {whole && <Notice refused>{state.message}</Notice>}
        <ErrorSummary errors={errors} />
        {opened}
      </form>
    </PostedForm>
  )
}

/** What the form around has to say about one of its fields; `typed` is undefined before the form was refused. */
export function useFormField(name: string): { id: string; error: string | undefined; typed: string | undefined } {
  const { id, state } = useContext(PostedForm)
  return { id: fieldId(id, name), error: state.fieldErrors?.[name], typed: state.values?.[name] }
}

const fieldId = (form: string, name: string): string => (form ? `${form}-${name}` : name)

// The keys: a control that was drawn once does not take a new default by itself, and React resets the form after an action.
export function FormText({ defaultValue, ...rest }: ComponentProps<typeof TextField>) {
  const { id, error, typed } = useFormField(rest.name)
  const value = typed ?? defaultValue
  return <TextField {...rest} key={String(value)} id={id} error={error} defaultValue={value} />
}

export function FormTextArea({ defaultValue, ...rest }: ComponentProps<typeof TextAreaField>) {
  const { id, error, typed } = useFormField(rest.name)
  const value = typed ?? defaultValue
  return <TextAreaField {...rest} key={String(value)} id={id} error={error} defaultValue={value} />
}

export function FormSelect({ defaultValue, ...rest }: ComponentProps<typeof SelectField>) {
  const { id, error, typed } = useFormField(rest.name)
  const value = typed ?? defaultValue
  return <SelectField {...rest} key={String(value)} id={id} error={error} defaultValue={value} />
}
