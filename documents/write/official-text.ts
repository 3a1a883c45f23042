import { type IParagraphOptions, LineRuleType, Paragraph, type ParagraphChild, TextRun } from 'docx'

// Type and measures of an official document by GB/T 9704-2012: A4, a type area of 156 mm × 225 mm that holds 22 lines of 28
// characters in 三号仿宋. Every run names its font for every script, so that no theme can put another in its place. 仿宋 and 楷体
// rather than their _GB2312 forms: those lack the rarer characters of people's names. The 28 characters come from the spacing of
// the runs, not from a grid of characters, which LibreOffice sets at two cells a character.

export const XIAOBIAOSONG = '方正小标宋简体'
export const FANGSONG = '仿宋'
export const HEITI = '黑体'
export const KAITI = '楷体'
export const SONGTI = '宋体'

/** Half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt, 小五 9 pt. */
export const SIZE = { second: 44, third: 32, fourth: 28, smallFourth: 24, smallFifth: 18 }
export const CHARACTERS = 28
const LINES = 22

// All lengths in twips, as Word counts them. Pitches are rounded down, or the last line and character would not fit.
export const millimetres = (length: number) => Math.round((length * 1440) / 25.4)
export const PAGE = { width: 11906, height: 16838 }
export const MARGIN = { top: millimetres(37), right: millimetres(26), bottom: millimetres(35), left: millimetres(28) }
export const TYPE_WIDTH = PAGE.width - MARGIN.left - MARGIN.right
export const LINE = Math.floor((PAGE.height - MARGIN.top - MARGIN.bottom) / LINES)
export const CHARACTER = Math.floor(TYPE_WIDTH / CHARACTERS)
const CHARACTER_SPACING = CHARACTER - SIZE.third * 10

/** `size` in half points, `scale` in per cent of the width. */
export type Style = { font?: string; size?: number; colour?: string; scale?: number }

/** The indent of a paragraph's first line. */
export const TWO_CHARACTERS = { firstLineChars: 200, firstLine: 2 * CHARACTER }

/** In lines of the body, without a blank paragraph. */
export const spacing = (linesBefore = 0, linesAfter = 0) => ({
  before: Math.round(linesBefore * LINE),
  after: Math.round(linesAfter * LINE),
  line: LINE,
  lineRule: LineRuleType.EXACT,
})

export const paragraph = (children: ParagraphChild[], options: IParagraphOptions = {}) =>
  new Paragraph({ spacing: spacing(), ...options, children })

export const run = (text: string, style: Style = {}) => new TextRun({ ...format(style), text: legible(text) })

export const format = ({ font = FANGSONG, size = SIZE.third, colour, scale }: Style) => ({
  font,
  size,
  color: colour,
  scale: scale === 100 ? undefined : scale,
  characterSpacing: size === SIZE.third ? CHARACTER_SPACING : undefined,
})

/** The lines of a text, trimmed, without the empty ones. */
export const linesOf = (text: string) =>
  text
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => legible(line).trim())
    .filter((line) => line !== '')

/** One line without the characters that XML cannot hold. */
export const legible = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\s\u2028\u2029]*[\n\r\t\u2028\u2029]+/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

/** Han characters and their punctuation are one wide, all others half. */
export const charactersWide = (text: string) => [...legible(text)].reduce((width, sign) => width + (sign > '\u2e7f' ? 1 : 0.5), 0)
