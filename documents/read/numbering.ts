// Word's automatic numbers are not in the text: they are counted here as Word counts them, from the list definitions of numbering.xml.
import type { Archive } from '@/documents/read/archive'

type Level = { start: number; format: string; text: string }
type Lists = { abstract: Map<string, Level[]>; numbers: Map<string, { abstract: string; starts: Map<number, number> }> }
/** Counts one numbered paragraph; answers its number as shown, '' for bullets and unknown forms. */
export type Numbering = (list: string, level: number) => string

const LEVELS = 9
/** Characters of a number as shown: more is no number, and would be written again before each paragraph. */
const LABEL_MAX = 100
/** Word itself counts letters no further: 30 times the same. */
const LETTERS_MAX = 780
const HAN = '〇一二三四五六七八九'

export async function readNumbering(archive: Archive, part: string | undefined): Promise<Numbering> {
  const lists: Lists = { abstract: new Map(), numbers: new Map() }
  if (part) await archive.parse(part, { open: definitions(lists) })
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return (list, level) => {
    const number = lists.numbers.get(list)
    const levels = number && lists.abstract.get(number.abstract)
    const own = levels?.[level]
    if (!number || !levels || !own) return ''
    const count = counts.get(number.abstract) ?? []
    counts.set(number.abstract, count)
    if (!begun.has(list)) for (const [at, start] of number.starts) count[at] = start - 1
    begun.add(list)
    count[level] = (count[level] ?? own.start - 1) + 1
    count.length = level + 1
    return label(own, levels, count)
  }
}

function definitions(lists: Lists): (name: string, attributes: () => Record<string, string>) => void {
  let levels: Level[] = []
  let level: Level = { start: 1, format: 'decimal', text: '' }
  let starts = new Map<number, number>()
  let number: { abstract: string } | null = null
  let at = 0
  let override = false
  return (name, attributes) => {
    if (name === 'w:abstractNum') {
      levels = []
      lists.abstract.set(attributes()['w:abstractNumId'] ?? '', levels)
    } else if (name === 'w:num') {
      starts = new Map()
      const list = { abstract: '', starts }
      number = list
      lists.numbers.set(attributes()['w:numId'] ?? '', list)
      override = false
    } else if (name === 'w:abstractNumId') {
      if (number) number.abstract = attributes()['w:val'] ?? ''
    } else if (name === 'w:lvlOverride') {
      at = levelOf(attributes())
      override = true
    } else if (name === 'w:startOverride') starts.set(at, Number(attributes()['w:val']) || 1)
    else if (name === 'w:lvl') {
      level = { start: 1, format: 'decimal', text: '' }
      if (!override) levels[levelOf(attributes())] = level
    } else if (name === 'w:start') level.start = Number(attributes()['w:val'] ?? 1)
    else if (name === 'w:numFmt') level.format = attributes()['w:val'] ?? ''
    else if (name === 'w:lvlText') level.text = (attributes()['w:val'] ?? '').slice(0, LABEL_MAX)
  }
}

export const levelOf = (attributes: Record<string, string>): number =>
  Math.min(LEVELS - 1, Math.max(0, Number(attributes['w:ilvl'] ?? attributes['w:val']) || 0))

function label(own: Level, levels: Level[], count: number[]): string {
  if (own.format === 'bullet' || own.format === 'none') return ''
  const text = own.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    return formatted(count[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? '')
  })
  return text.slice(0, LABEL_MAX)
}

function formatted(number: number, format: string): string {
  if (/^(chinese|japaneseC|taiwanese|ideographD|koreanC)/.test(format)) return han(number)
  if ((format === 'lowerLetter' || format === 'upperLetter') && number >= 1 && number <= LETTERS_MAX) {
    const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
    return format === 'upperLetter' ? letter.toUpperCase() : letter
  }
  if (format.startsWith('decimalEnclosedCircle') && number <= 20) return String.fromCodePoint(0x2460 + number - 1)
  if (format === 'ideographTraditional') return '甲乙丙丁戊己庚辛壬癸'[number - 1] ?? String(number)
  return String(number)
}

/** From 0 to 999: 十, 二十一, 一百零五. */
function han(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  if (number > 999) return String(number)
  if (hundreds > 0) {
    const rest = tens > 0 ? `${HAN[tens]}十${ones > 0 ? HAN[ones] : ''}` : ones > 0 ? `零${HAN[ones]}` : ''
    return `${HAN[hundreds]}百${rest}`
  }
  if (tens === 0) return HAN[ones] ?? ''
  return `${tens > 1 ? HAN[tens] : ''}十${ones > 0 ? HAN[ones] : ''}`
}
