/**
 * The fields of a form by name, nested where the name is: `rows.3.done` or `rows[3][done]`. A name that comes more than once, or ends in
 * `[]`, becomes an array. A file that was chosen stays a File. Left out: file fields without a choice, and names of more than 200 characters or 8 parts, which no form of ours has.
 */
export function formObject(form: FormData): Record<string, unknown> {
  const root: Branch = Object.create(null)
  for (const [name, value] of form) {
    if (!isOurs(name)) continue
    const path = name.split(/[.[\]]+/).filter((part) => part !== '')
    if (path.length > PARTS_MAX) continue
    if (typeof value === 'string') put(root, path, name.endsWith('[]'), storable(value))
    else if (path.length === 1 && value.size > 0) root[path[0] ?? ''] = value
  }
  return root
}

/** What was typed, to be shown again. Passwords are left out. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of form) {
    if (typeof value === 'string' && isOurs(name) && !/password/i.test(name)) values[name] = value
  }
  return { ...values }
}

// PostgreSQL stores no U+0000, and no keyboard types one.
export const storable = (text: string): string => text.replaceAll('\u0000', '')

type Branch = { [name: string]: string | string[] | File | Branch }

const NAME_MAX = 200
const PARTS_MAX = 8
const isOurs = (name: string): boolean => name.length <= NAME_MAX && !name.startsWith('$ACTION')

// Branches have no prototype, so that no name of a field can reach one.
function put(branch: Branch, [name, ...rest]: string[], collects: boolean, value: string): void {
  if (name === undefined) return
  const present = branch[name]
  if (rest.length > 0) {
    const next =
      typeof present === 'object' && !Array.isArray(present) && !(present instanceof File) ? present : (Object.create(null) as Branch)
    branch[name] = next
    put(next, rest, collects, value)
  } else if (Array.isArray(present)) {
    present.push(value)
  } else if (typeof present === 'string') {
    branch[name] = [present, value]
  } else {
    branch[name] = collects ? [value] : value
  }
}
