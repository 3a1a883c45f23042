import { globSync, readFileSync } from 'node:fs'

/** A key as the source names it. With `open`, only its beginning is known: t(`roles.${role}`). */
export type UsedKey = { file: string; key: string; open: boolean }
export type UsedNamespace = { file: string; namespace: string }

const BINDING =
  /(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations)\(\s*(?:'([^']*)'|\{[^}]*namespace:\s*'([^']*)'[^}]*\})?\s*\)/g
const CALL = /\b(\w+)(?:\.(?:rich|markup|raw|has))?\(\s*(?:'([^'\n]+)'|`([^`$\n]*)(\$\{)?)/g

/** Message keys in literal calls `t('…')` of a source file, with the namespace of the translator bound last before the call. */
export function usedKeys(file: string): UsedKey[] {
  const source = readFileSync(file, 'utf8')
  const bindings = [...source.matchAll(BINDING)].map((match) => ({
    at: match.index,
    name: match[1],
    namespace: match[2] ?? match[3] ?? '',
  }))
  return [...source.matchAll(CALL)].flatMap((match) => {
    const bound = bindings.findLast((binding) => binding.name === match[1] && binding.at < match.index)
    if (!bound) return []
    const key = [bound.namespace, match[2] ?? match[3] ?? ''].filter(Boolean).join('.')
    return [{ file, key, open: match[4] !== undefined }]
  })
}

/** The namespaces that a client component takes its words from. */
export function clientNamespaces(file: string): UsedNamespace[] {
  if (!/^\s*['"]use client['"]/.test(readFileSync(file, 'utf8'))) return []
  return usedKeys(file).map(({ key }) => ({ file, namespace: key.split('.')[0] ?? '' }))
}

export const sources = (): string[] =>
  globSync('{app,components}/**/*.{ts,tsx}', { cwd: new URL('..', import.meta.url) }).map(
    (file) => new URL(`../${file}`, import.meta.url).pathname,
  )
