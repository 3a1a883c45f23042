import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  FootnoteReferenceRun,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  type Paragraph,
  TextRun,
} from 'docx'
import {
  CHARACTER,
  CHARACTERS,
  charactersWide,
  FANGSONG,
  format,
  HEITI,
  KAITI,
  LINE,
  legible,
  linesOf,
  MARGIN,
  millimetres,
  PAGE,
  paragraph,
  run,
  SIZE,
  SONGTI,
  spacing,
  TWO_CHARACTERS,
  TYPE_WIDTH,
  XIAOBIAOSONG,
} from '@/documents/write/official-text'
import { zipEntry } from '@/documents/write/zip-entry'

// The parts of an official document by GB/T 9704-2012, from the red head to the day of issue, on its page with the page number at
// the outer edge.

const RED = 'FF0000'
const PAGE_NUMBER_LINE = 360
const FOOTNOTE_LINE = 260

/** `onEveryPage` is said in the page header: what a reader of any single page must know. `footnotes` are referred to by place, from 1. */
type DocumentHead = { title: string; issuer: string; onEveryPage: string[]; footnotes?: string[] }
/** In twips as the page lies: a page on its side is wider than it is high. */
export type Page = { width: number; height: number; margin: { top: number; right: number; bottom: number; left: number } }

export const UPRIGHT: Page = { ...PAGE, margin: MARGIN }

/** The bytes of a .docx file on the page of GB/T 9704-2012. */
export const officialDocument = (head: DocumentHead, children: ISectionOptions['children']): Promise<Uint8Array> =>
  documentOf(head, [{ page: UPRIGHT, children }])

export type Section = { page: Page; children: ISectionOptions['children'] }

/**
 * The same in sections that each have a page of their own, such as a table on its side. `tables` are markup (word-table.ts), each to stand
 * in the place of its `tableHere`.
 */
export async function documentOf(
  { title, issuer, onEveryPage, footnotes = [] }: DocumentHead,
  sections: readonly Section[],
  tables: ReadonlyMap<string, string> = new Map(),
): Promise<Uint8Array> {
  const header = onEveryPage.length > 0 ? pageHeader(onEveryPage.join('\u3000')) : undefined
  const document = new Document({
    title: legible(title),
    creator: legible(issuer),
    lastModifiedBy: legible(issuer),
    evenAndOddHeaderAndFooters: true,
    footnotes: Object.fromEntries(footnotes.map((text, index) => [index + 1, { children: [footnote(text)] }])),
    styles: {
      default: {
        document: { run: { font: FANGSONG, size: SIZE.third, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
        // Never used here, but by default it takes a colour of the theme.
        caption: { run: { color: '000000' } },
      },
    },
    sections: sections.map(({ page, children }) => ({
      properties: { page: pageProperties(page), grid: { type: DocumentGridType.LINES, linePitch: LINE } },
      headers: { default: header, even: header },
      footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
      children,
    })),
  })
  const bytes = await Packer.toBuffer(document)
  if (tables.size === 0) return bytes
  const data = zipEntry(bytes, DOCUMENT).replace(HERE, (_, id: string) => tables.get(id) ?? '')
  return Packer.toBuffer(document, undefined, [{ path: DOCUMENT, data }])
}

/** Where a table will stand; `id` is a UUID, which no text can foresee. */
export const tableHere = (id: string): Paragraph => paragraph([run(`table:${id}`)])

const DOCUMENT = 'word/document.xml'
const HERE = /<w:p>(?:(?!<w:p>).)*?<w:t[^>]*>table:([0-9a-f-]{36})<\/w:t>.*?<\/w:p>/gs

/** The page number stands 7 mm below the type area, nearer where the margin is narrow. The library turns a page on its side by itself. */
function pageProperties({ width, height, margin }: Page): NonNullable<ISectionOptions['properties']>['page'] {
  const sideways = width > height
  return {
    size: {
      width: Math.min(width, height),
      height: Math.max(width, height),
      ...(sideways && { orientation: PageOrientation.LANDSCAPE }),
    },
    margin: {
      ...margin,
      header: Math.min(millimetres(20), Math.round(margin.top / 2)),
      footer: Math.max(millimetres(5), margin.bottom - millimetres(7) - PAGE_NUMBER_LINE),
      gutter: 0,
    },
  }
}

/** Red head: the issuer's mark 35 mm below the type area's upper edge, two lines below it the number, 4 mm below that the red rule. */
export function redHead(issuer: string, label: string): Paragraph[] {
  const mark = legible(issuer)
  const widest = (TYPE_WIDTH / 20 - 4) / Math.max(1, mark.length)
  const points = Math.min(48, Math.max(26, Math.floor(widest)))
  const scale = Math.min(100, Math.floor((widest / points) * 100))
  return [
    paragraph([run(mark, { font: XIAOBIAOSONG, size: points * 2, colour: RED, scale })], {
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
  })
}

/** 主送: whom the document goes to, flush left with a colon, one line below the title. */
export function addressee(name: string): Paragraph {
  return paragraph([run(`${legible(name)}：`)], { spacing: spacing(1) })
}

/** First level (一、) in 黑体, second level (（一）) in 楷体. */
export function heading(text: string, level: 1 | 2): Paragraph {
  return paragraph([run(text, { font: level === 1 ? HEITI : KAITI })], { indent: TWO_CHARACTERS, keepNext: true })
}

/** One paragraph per line of the text; empty lines are left out. The last one can be kept with what follows. */
export function bodyText(text: string, { keepLast = false } = {}): Paragraph[] {
  const lines = linesOf(text)
  return lines.map((line, i) =>
    paragraph([run(line)], { indent: TWO_CHARACTERS, keepNext: (keepLast && i === lines.length - 1) || undefined }),
  )
}

/** A framed statement that stands before everything else, such as that the document is void. */
export function framedStatement(text: string): Paragraph[] {
  const side = { style: BorderStyle.SINGLE, size: 12, space: 4, color: '000000' }
  const border = { top: side, right: side, bottom: side, left: side }
  return linesOf(text).map((line) => paragraph([run(line, { font: HEITI })], { border, indent: { left: 120, right: 120 }, keepNext: true }))
}

/** Issuer and day, centred on each other, one line below the text; the wider of the two ends two characters before the edge. */
export function signOff(issuer: string, issuedOn: string): Paragraph[] {
  // programs set a little space between Han and figures: room for it on both sides, so that the day stays on one line
  const spare = 1.5
  const right = 2
  const width = Math.max(charactersWide(issuer), charactersWide(issuedOn))
  const left = Math.round(Math.max(0, CHARACTERS - right - width - spare) * CHARACTER)
  const indent = { left, right: (right - spare) * CHARACTER }
  return [
    paragraph([run(issuer)], { alignment: AlignmentType.CENTER, indent, spacing: spacing(1), keepNext: true, keepLines: true }),
    paragraph([run(issuedOn)], { alignment: AlignmentType.CENTER, indent }),
  ]
}

/** 附注, below the day. */
export function note(text: string): Paragraph {
  return paragraph([run(text)], { indent: TWO_CHARACTERS, keepLines: true })
}

/** A dashed line to cut along, then the name of the slip below it; stays with the slip. */
export function cutLine(text: string): Paragraph[] {
  const border = { bottom: { style: BorderStyle.DASHED, size: 6, space: 1, color: '000000' } }
  return [
    paragraph([run('')], { border, keepNext: true }),
    paragraph([run(text, { font: HEITI })], { alignment: AlignmentType.CENTER, spacing: spacing(0.5, 0.5), keepNext: true }),
  ]
}

/** 小五, with a line of its own: the body's would set a page of notes. */
const footnote = (text: string) =>
  paragraph([run(` ${text}`, { size: SIZE.smallFifth })], { spacing: { line: FOOTNOTE_LINE, lineRule: LineRuleType.EXACT } })

/** The mark at the end of a text that a footnote belongs to. */
export const footnoteMark = (place: number) => new FootnoteReferenceRun(place)

const pageHeader = (text: string) =>
  new Header({ children: [paragraph([run(text, { font: HEITI, size: SIZE.fourth })], { alignment: AlignmentType.CENTER })] })

/** 四号 half-width 宋体 between dashes, 7 mm below the type area, one character from the outer edge. */
const pageNumber = (alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT) =>
  new Footer({
    children: [
      paragraph([new TextRun({ ...format({ font: SONGTI, size: SIZE.fourth }), children: ['— ', PageNumber.CURRENT, ' —'] })], {
        alignment,
        indent: { left: CHARACTER, right: CHARACTER },
        spacing: { line: PAGE_NUMBER_LINE, lineRule: LineRuleType.EXACT },
      }),
    ],
  })
