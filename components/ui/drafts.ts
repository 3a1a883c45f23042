// Unsent text of forms, kept in this browser until it is sent, discarded or the person signs out.

/** Texts by field name; what is ticked, as its value; and the hidden version that the form had seen. */
export type Draft = Record<string, string[]>

const PREFIX = 'draft:'
const VERSION = 'version'
const KEPT_TYPES = new Set(['text', 'textarea', 'search', 'number', 'date', 'tel', 'url', 'radio', 'checkbox', 'select-one'])
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export const draftKey = (user: string, formId: string): string => `${PREFIX}${user}:${formId}`

export function readDraft(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
  } catch {
    return null
  }
}

export function saveDraft(key: string, form: HTMLFormElement): void {
  try {
    localStorage.setItem(key, JSON.stringify(draftOf(form)))
  } catch {
    // a full or forbidden store: the form works without drafts
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // nothing was kept
  }
}

/** On signing out: the next person at this machine finds nothing. */
export function forgetAllDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  } catch {
    // nothing was kept
  }
}

/** Puts the draft into the form, but for the version it speaks of; false if the form says the same already. */
export function restoreDraft(form: HTMLFormElement, draft: Draft): boolean {
  if (textsOf(draftOf(form)) === textsOf(draft)) return false
  for (const control of controlsOf(form)) {
    const values = draft[control.name]
    if (values === undefined) continue
    if (isTickable(control)) control.checked = values.includes(control.value)
    else control.value = values[0] ?? ''
  }
  return true
}

function draftOf(form: HTMLFormElement): Draft {
  const draft: Draft = {}
  for (const control of controlsOf(form)) {
    const value = isTickable(control) && !control.checked ? [] : [control.value]
    draft[control.name] = [...(draft[control.name] ?? []), ...value]
  }
  const version = form.elements.namedItem(VERSION)
  return version instanceof HTMLInputElement ? { ...draft, [VERSION]: [version.value] } : draft
}

const textsOf = ({ [VERSION]: _, ...texts }: Draft): string => JSON.stringify(texts)

const controlsOf = (form: HTMLFormElement): Control[] =>
  ([...form.elements] as Control[]).filter((control) => control.name && KEPT_TYPES.has(control.type))

const isTickable = (control: Control): control is HTMLInputElement => control.type === 'radio' || control.type === 'checkbox'
