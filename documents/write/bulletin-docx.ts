import type { Paragraph, Table } from 'docx'
import {
  addressee,
  bodyText,
  documentTitle,
  heading,
  note,
  numberAtRight,
  officialDocument,
  redHead,
  signOff,
} from '@/documents/write/official-document'
import { type OfficialColumn, officialTable } from '@/documents/write/official-table'
import { HEITI, paragraph, run, SIZE, spacing, TWO_CHARACTERS, XIAOBIAOSONG } from '@/documents/write/official-text'
import { type Annex, type Block, type BulletinSheet, plainText, type SheetTable } from '@/domain/bulletin-sheet'
import { DRAFT_LABEL } from '@/domain/bulletin-text'

/** The bulletin as a Word document (.docx) in the layout of GB/T 9704-2012: body, list of annexes, sign-off, annexes, and on the last page what its figures rest on. */
export function bulletinDocx(sheet: BulletinSheet): Promise<Uint8Array> {
  const { label, title, issuer, annexes } = sheet
  const onEveryPage = [...(sheet.demo ? ['演示数据 DEMO DATA'] : []), ...(sheet.draft ? [DRAFT_LABEL] : [])]
  return officialDocument({ title: `${title} ${label}`, issuer, onEveryPage }, [
    ...(sheet.redHead ? redHead(issuer, label) : [numberAtRight(label)]),
    documentTitle(title, sheet.redHead ? 2 : 1),
    addressee(sheet.addressee),
    ...sheet.opening.flatMap(blockOf),
    ...sheet.sections.flatMap((section) => [heading(section.heading, 1), ...section.blocks.flatMap(blockOf)]),
    ...annexList(annexes),
    ...(sheet.signOff ? signOff(sheet.signOff.issuer, sheet.signOff.day) : []),
    ...(sheet.signed ? [note(sheet.signed)] : []),
    ...annexes.flatMap(annexOf),
    ...sheet.footer.map((line, index) => small(line, index === 0 ? 1 : 0)),
  ])
}

function blockOf(block: Block): (Paragraph | Table)[] {
  if ('parts' in block) return bodyText(plainText(block.parts))
  if ('prose' in block) return bodyText(block.text)
  return [tableOf(block.table), ...(block.note ? [small(block.note)] : [gap()])]
}

function tableOf({ columns, rows }: SheetTable): Table {
  const official = columns.map(({ heading: name, width, align }, index): OfficialColumn<SheetTable['rows'][number]> => {
    const text = ({ cells }: SheetTable['rows'][number]) => plainText(cells[index] ?? [])
    return { heading: name, width, align, text }
  })
  return officialTable(official, rows)
}

/** 附件：1.… 2.…, one line below the body, each on a line of its own. */
function annexList(annexes: readonly Annex[]): Paragraph[] {
  return annexes.map(({ title }, index) =>
    paragraph([run(`${index === 0 ? '附件：' : '\u3000\u3000\u3000'}${index + 1}.${title}`)], {
      indent: TWO_CHARACTERS,
      spacing: spacing(index === 0 ? 1 : 0),
      keepNext: true,
    }),
  )
}

/** On a page of its own: 附件N flush left, its title in 小标宋 in the middle, the table. */
const annexOf = ({ label, title, note: said, table }: Annex): (Paragraph | Table)[] => [
  paragraph([run(label, { font: HEITI })], { pageBreakBefore: true, keepNext: true }),
  paragraph([run(title, { font: XIAOBIAOSONG, size: SIZE.second })], { alignment: 'center', spacing: spacing(1, 0.5), keepNext: true }),
  ...(said ? [small(said)] : []),
  tableOf(table),
]

const small = (text: string, linesBefore = 0): Paragraph =>
  paragraph([run(text, { size: SIZE.smallFourth })], { spacing: { before: linesBefore * 400, line: 400, lineRule: 'exact' } })

const gap = (): Paragraph => paragraph([], { spacing: { line: 200, lineRule: 'exact' } })
