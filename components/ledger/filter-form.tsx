'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react'

type FilterFormProps = { action: string; label: string; values: Record<string, string>; children: ReactNode }

/**
 * A GET form whose fields make the page's address. Without JavaScript its button sends it; with JavaScript a choice does, empty fields
 * stay out of the address, and the focus stays where it is. `values` are the address's own: fields follow it on Back.
 */
export function FilterForm({ action, label, values, children }: FilterFormProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [isPending, startTransition] = useTransition()

  useEffect(() => {
    for (const field of form.current?.elements ?? []) {
      if ((field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.name) field.value = values[field.name] ?? ''
    }
  }, [values])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const filled = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() ? [[name, value.trim()]] : [],
    )
    const query = new URLSearchParams(filled).toString()
    startTransition(() => router.push(query ? `${action}?${query}` : action, { scroll: false }))
  }
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit()
  }
  return (
    <form ref={form} action={action} className="sel" aria-label={label} aria-busy={isPending} onSubmit={onSubmit} onChange={onChange}>
      {children}
    </form>
  )
}
