/**
 * The names that a message in ICU syntax takes: `{count}`, `{count, plural, one {# task} other {# tasks}}`, `<b>…</b>`.
 * Only the texts of a branch are read again, never its keyword. Sorted, each once.
 */
export function messageArguments(message: string): string[] {
  const names = new Set([...message.matchAll(/<(\w+)>/g)].map((match) => match[1] ?? ''))
  for (const group of topGroups(message)) {
    const [, name = '', branches = ''] = /^\s*(\w+)\s*(?:,\s*\w+\s*,?(.*))?$/s.exec(group) ?? []
    names.add(name)
    for (const branch of topGroups(branches)) for (const inner of messageArguments(branch)) names.add(inner)
  }
  return [...names].sort()
}

/** What stands between braces, outermost only. */
function topGroups(text: string): string[] {
  const groups: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '{' && depth++ === 0) start = index + 1
    if (text[index] === '}' && --depth === 0) groups.push(text.slice(start, index))
  }
  return groups
}
