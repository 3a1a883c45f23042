'use client'

import { useEffect } from 'react'

type SearchBoxProps = {
  /** The page that searches (by GET, parameter `q`). */
  action: string
  label: string
  placeholder: string
  defaultValue?: string
  /** Other search parameters to keep. */
  params?: Record<string, string | undefined>
}

/** A search field; `/` anywhere on the page goes to it (to the last visible one, should there be several). */
export function SearchBox({ action, label, placeholder, defaultValue, params = {} }: SearchBoxProps) {
  useEffect(() => {
    document.addEventListener('keydown', focusOnSlash)
    return () => document.removeEventListener('keydown', focusOnSlash)
  }, [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: Chromium knows the search element from 118 only
    <form action={action} role="search" aria-label={label} className="find">
      {Object.entries(params).map(([name, value]) => value && name !== 'q' && <input key={name} type="hidden" name={name} value={value} />)}
      <input
        key={defaultValue}
        type="search"
        name="q"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={defaultValue}
        data-slash=""
      />
      <kbd className="js-only">/</kbd>
    </form>
  )
}

function focusOnSlash(event: KeyboardEvent) {
  const target = event.target as HTMLElement
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-slash]')].filter((field) => field.offsetParent !== null)
  if (fields.length === 0) return
  event.preventDefault()
  fields.at(-1)?.select()
}
