import { pinyin } from 'pinyin-pro'

/** What free-text search looks through: the texts themselves in lower case, and the pinyin initials of the short ones. */
export function searchText(short: readonly string[], long: readonly string[]): string {
  return [...short, ...long, ...short.map(initials)].join('\n').toLowerCase()
}

const initials = (text: string): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('')
