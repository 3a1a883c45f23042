import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Header,
  HeightRule,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'

// The page of an official document by GB/T 9704-2012: A4, a type area of 156 mm × 225 mm that holds 22 lines of 28 characters
// in 三号仿宋, page numbers at the outer edge. Every run names its font for every script, so that no theme can put another in
// its place. 仿宋 and 楷体 rather than their _GB2312 forms: those lack the rarer characters of people's names.

const XIAOBIAOSONG = '方正小标宋简体'
const FANGSONG = '仿宋'
const HEITI = '黑体'
const KAITI = '楷体'
const SONGTI = '宋体'

/** Half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt. */
const SIZE = { second: 44, third: 32, fourth: 28, smallFourth: 24 }
const RED = 'FF0000'
const CHARACTERS = 28
const LINES = 22

// All lengths in twips, as Word counts them. Pitches are rounded down, or the last line and character would not fit.
const millimetres = (length: number) => Math.round((length * 1440) / 25.4)
const PAGE = { width: 11906, height: 16838 }
const MARGIN = { top: millimetres(37), right: millimetres(26), bottom: millimetres(35), left: millimetres(28) }
const TYPE_WIDTH = PAGE.width - MARGIN.left - MARGIN.right
const LINE = Math.floor((PAGE.height - MARGIN.top - MARGIN.bottom) / LINES)
const CHARACTER = TYPE_WIDTH / CHARACTERS
const BODY_POINTS = SIZE.third / 2
/** What a character's pitch adds to its size: 1/4096 pt. */
const CHARACTER_SPACE = Math.floor((CHARACTER / 20 - BODY_POINTS) * 4096)
const TABLE_LINE = 400
const PAGE_NUMBER_LINE = 360

type Style = { font?: string; size?: number; colour?: string; scale?: number; onGrid?: boolean }

/** The bytes of a .docx file. `onEveryPage` is said in the page header: what a reader of any single page must know. */
export async function officialDocument(
  { title, issuer, onEveryPage }: { title: string; issuer: string; onEveryPage: string[] },
  children: ISectionOptions['children'],
): Promise<Uint8Array> {
  const header = onEveryPage.length > 0 ? pageHeader(onEveryPage.join('\u3000')) : undefined
  const document = new Document({
    title: legible(title),
    creator: legible(issuer),
    lastModifiedBy: legible(issuer),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: FANGSONG, size: SIZE.third, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { ...MARGIN, header: millimetres(20), footer: millimetres(35 - 7) - PAGE_NUMBER_LINE, gutter: 0 } },
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE, charSpace: CHARACTER_SPACE },
        },
        headers: { default: header, even: header },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** Red head: the issuer's mark 35 mm below the type area's upper edge, two lines below it the number, 4 mm below that the red rule. */
export function redHead(issuer: string, label: string): Paragraph[] {
  const mark = legible(issuer)
  const widest = TYPE_WIDTH / 20 / Math.max(1, mark.length)
  const points = Math.min(48, Math.max(26, Math.floor(widest)))
  const scale = Math.min(100, Math.floor((widest / points) * 100))
  return [
    paragraph([run(mark, { font: XIAOBIAOSONG, size: points * 2, colour: RED, scale, onGrid: false })], {
      alignment: AlignmentType.CENTER,
      spacing: { before: millimetres(35), line: points * 24, lineRule: LineRuleType.EXACT },
    }),
    paragraph([run(label)], {
      alignment: AlignmentType.CENTER,
      spacing: spacing(2),
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 11, color: RED } },
    }),
  ]
}

/** The number of a document without a red head. */
export function numberAtRight(label: string): Paragraph {
  return paragraph([run(label)], { alignment: AlignmentType.RIGHT, keepNext: true })
}

export function documentTitle(text: string, linesBefore: number): Paragraph {
  return paragraph([run(text, { font: XIAOBIAOSONG, size: SIZE.second })], {
    alignment: AlignmentType.CENTER,
    spacing: spacing(linesBefore),
    keepNext: true,
  })
}

/** 主送: whom the document goes to, flush left with a colon, one line below the title. */
export function addressee(name: string): Paragraph {
  return paragraph([run(`${legible(name)}：`)], { spacing: spacing(1), keepNext: true })
}

/** First level (一、) in 黑体, second level (（一）) in 楷体. */
export function heading(text: string, level: 1 | 2): Paragraph {
  return paragraph([run(text, { font: level === 1 ? HEITI : KAITI })], { indent: TWO_CHARACTERS, keepNext: true })
}

/** One paragraph per line of the text; empty lines are left out. The last one can be kept with what follows. */
export function bodyText(text: string, { keepLast = false } = {}): Paragraph[] {
  const lines = linesOf(text)
  return lines.map((line, i) => paragraph([run(line)], { indent: TWO_CHARACTERS, keepNext: keepLast && i === lines.length - 1 }))
}

/** A framed statement that stands before everything else, such as that the document is void. */
export function framedStatement(text: string): Paragraph[] {
  const side = { style: BorderStyle.SINGLE, size: 12, space: 4, color: '000000' }
  const border = { top: side, right: side, bottom: side, left: side }
  return linesOf(text).map((line) => paragraph([run(line, { font: HEITI })], { border, indent: { left: 120, right: 120 }, keepNext: true }))
}

/** Issuer and day, centred on each other, one line below the text; the wider of the two ends two characters before the edge. */
export function signOff(issuer: string, issuedOn: string): Paragraph[] {
  const right = 2
  const width = Math.max(charactersWide(issuer), charactersWide(issuedOn))
  const indent = { left: Math.round(Math.max(0, CHARACTERS - right - width) * CHARACTER), right: Math.round(right * CHARACTER) }
  return [
    paragraph([run(issuer)], { alignment: AlignmentType.CENTER, indent, spacing: spacing(1), keepNext: true, keepLines: true }),
    paragraph([run(issuedOn)], { alignment: AlignmentType.CENTER, indent }),
  ]
}

/** 附注: in brackets below the day. */
export function note(text: string): Paragraph {
  return paragraph([run(`（${legible(text)}）`)], { indent: TWO_CHARACTERS, keepLines: true })
}

/** A dashed line to cut along, then the name of the slip below it; stays with the slip. */
export function cutLine(text: string): Paragraph[] {
  const border = { bottom: { style: BorderStyle.DASHED, size: 6, space: 1, color: '000000' } }
  return [
    paragraph([run('')], { border, keepNext: true }),
    paragraph([run(text, { font: HEITI })], { alignment: AlignmentType.CENTER, spacing: spacing(0.5, 0.5), keepNext: true }),
  ]
}

export type OfficialColumn<T> = {
  heading: string
  /** In characters of the body; all columns together make 28. */
  width: number
  align?: 'left' | 'center'
  /** One paragraph per line. */
  text: (row: T) => string
  /** A line in 黑体 above the text. */
  lead?: (row: T) => string
}

/** A table in 小四 over the whole width: its header row repeats on each page, no row is split between pages. */
export function officialTable<T>(columns: OfficialColumn<T>[], rows: T[]): Table {
  const header = columns.map(({ heading, width }) => cell([cellLine(heading, { font: HEITI }, 'center')], width))
  return table(
    columns.map(({ width }) => width),
    [
      new TableRow({ tableHeader: true, cantSplit: true, children: header }),
      ...rows.map((row) => {
        const cells = columns.map(({ width, align, text, lead }) => {
          const first = lead ? linesOf(lead(row)).map((line) => cellLine(line, { font: HEITI }, align)) : []
          return cell([...first, ...linesOf(text(row)).map((line) => cellLine(line, {}, align))], width)
        })
        return new TableRow({ cantSplit: true, children: cells })
      }),
    ],
  )
}

export type SlipRow = { name: string; value: string /** At least so high, in lines of the body. */; lines?: number }

/** A slip to fill in by hand, which stays on one page. */
export function slip(rows: SlipRow[]): Table {
  const widths = [6, CHARACTERS - 6] as const
  return table(
    [...widths],
    rows.map(({ name, value, lines = 1.2 }, i) => {
      const keepNext = i < rows.length - 1
      return new TableRow({
        cantSplit: true,
        height: { value: Math.round(lines * LINE), rule: HeightRule.ATLEAST },
        children: [
          cell([cellLine(name, { font: HEITI }, 'center', keepNext)], widths[0]),
          cell([cellLine(value, {}, 'left', keepNext)], widths[1]),
        ],
      })
    }),
  )
}

function table(widths: number[], rows: TableRow[]): Table {
  return new Table({
    width: { size: TYPE_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: widths.map((width) => Math.floor(width * CHARACTER)),
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows,
  })
}

const cell = (children: Paragraph[], width: number) =>
  new TableCell({
    width: { size: Math.floor(width * CHARACTER), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    // Word calls a file with an empty cell corrupt.
    children: children.length > 0 ? children : [cellLine('')],
  })

const cellLine = (text: string, style: Style = {}, align: 'left' | 'center' = 'left', keepNext = false) =>
  paragraph([run(text, { size: SIZE.smallFourth, onGrid: false, ...style })], {
    alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { line: TABLE_LINE, lineRule: LineRuleType.EXACT },
    keepNext,
  })

const pageHeader = (text: string) =>
  new Header({ children: [paragraph([run(text, { font: HEITI })], { alignment: AlignmentType.CENTER })] })

/** 四号 half-width 宋体 between dashes, 7 mm below the type area, one character from the outer edge. */
const pageNumber = (alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT) =>
  new Footer({
    children: [
      paragraph(
        [new TextRun({ ...format({ font: SONGTI, size: SIZE.fourth, onGrid: false }), children: ['— ', PageNumber.CURRENT, ' —'] })],
        {
          alignment,
          indent: { left: Math.round(CHARACTER), right: Math.round(CHARACTER) },
          spacing: { line: PAGE_NUMBER_LINE, lineRule: LineRuleType.EXACT },
        },
      ),
    ],
  })

const TWO_CHARACTERS = { firstLineChars: 200, firstLine: Math.round(2 * CHARACTER) }

const spacing = (linesBefore = 0, linesAfter = 0) => ({
  before: Math.round(linesBefore * LINE),
  after: Math.round(linesAfter * LINE),
  line: LINE,
  lineRule: LineRuleType.EXACT,
})

const paragraph = (children: ParagraphChild[], options: IParagraphOptions = {}) =>
  new Paragraph({ spacing: spacing(), ...options, children })

const run = (text: string, style: Style = {}) => new TextRun({ ...format(style), text: legible(text) })

const format = ({ font = FANGSONG, size = SIZE.third, colour, scale, onGrid = true }: Style) => ({
  font,
  size,
  color: colour,
  scale: scale === 100 ? undefined : scale,
  snapToGrid: onGrid ? undefined : false,
})

const linesOf = (text: string) =>
  text
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => legible(line).trim())
    .filter((line) => line !== '')

/** One line without the characters that XML cannot hold. */
const legible = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\s\u2028\u2029]*[\n\r\t\u2028\u2029]+/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

/** Han characters and their punctuation are one wide, all others half. */
const charactersWide = (text: string) => [...legible(text)].reduce((width, sign) => width + (sign > '\u2e7f' ? 1 : 0.5), 0)
