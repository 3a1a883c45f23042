// Unsent text of forms, kept in this browser until it is sent, discarded or the person signs out.

/** Texts by field name; what is ticked, as its value. */
export type Draft = { savedAt: number; fields: Record<string, string[]> }

const PREFIX = 'draft:'
const LASTS_MS = 14 * 24 * 60 * 60 * 1000
const KEPT_TYPES = new Set(['text', 'textarea', 'search', 'number', 'date', 'tel', 'url', 'radio', 'checkbox', 'select-one'])
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export const draftKey = (user: string, formId: string): string => `${PREFIX}${user}:${formId}`

export function readDraft(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
    return draft && Date.now() - draft.savedAt < LASTS_MS ? draft : null
  } catch {
    return null
  }
}

export function saveDraft(key: string, form: HTMLFormElement): void {
  try {
    localStorage.setItem(key, JSON.stringify({ savedAt: Date.now(), fields: fieldsOf(form) } satisfies Draft))
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

/** Puts the draft into the form; false if the form says the same already. */
export function restoreDraft(form: HTMLFormElement, draft: Draft): boolean {
  if (JSON.stringify(fieldsOf(form)) === JSON.stringify(draft.fields)) return false
  for (const control of controlsOf(form)) {
    const values = draft.fields[control.name]
    if (values === undefined) continue
    if (isTickable(control)) control.checked = values.includes(control.value)
    else control.value = values[0] ?? ''
  }
  return true
}

function fieldsOf(form: HTMLFormElement): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const control of controlsOf(form)) {
    const values = (fields[control.name] ??= [])
    if (!isTickable(control) || control.checked) values.push(control.value)
  }
  return fields
}

const controlsOf = (form: HTMLFormElement): Control[] =>
  ([...form.elements] as Control[]).filter((control) => control.name && KEPT_TYPES.has(control.type))

const isTickable = (control: Control): control is HTMLInputElement => control.type === 'radio' || control.type === 'checkbox'
