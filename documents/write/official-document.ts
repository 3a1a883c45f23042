import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
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

// The parts of an official document by GB/T 9704-2012, from the red head to the day of issue, on its page with the page number at
// the outer edge.

const RED = 'FF0000'
const PAGE_NUMBER_LINE = 360

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
    styles: {
      default: {
        document: { run: { font: FANGSONG, size: SIZE.third, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
        // Never used here, but by default it takes a colour of the theme.
        caption: { run: { color: '000000' } },
      },
    },
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { ...MARGIN, header: millimetres(20), footer: millimetres(35 - 7) - PAGE_NUMBER_LINE, gutter: 0 } },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
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
