import { addressee, bodyText, documentOf, documentTitle, heading, signOff, UPRIGHT } from '@/documents/write/official-document'
import { type OfficialColumn, officialTable } from '@/documents/write/official-table'
import { paragraph, run } from '@/documents/write/official-text'
import type { Letter, LetterTable } from '@/domain/letters'

/** One letter or several as a Word document (.docx) in the layout of GB/T 9704-2012, each on a page of its own. */
export function lettersDocx(letters: readonly Letter[]): Promise<Uint8Array> {
  const [first] = letters
  const demo = letters.some((letter) => letter.demo)
  return documentOf(
    { title: first?.title ?? '', issuer: first?.issuer ?? '', onEveryPage: demo ? ['演示数据 DEMO DATA'] : [] },
    letters.map((letter) => ({ page: UPRIGHT, children: letterBody(letter) })),
  )
}

const letterBody = ({ kind, title, department, opening, tables, closing, issuer, writtenOn }: Letter) => [
  documentTitle(title, 1),
  addressee(department),
  ...bodyText(opening),
  ...tables.flatMap((table) => [heading(table.heading, 1), officialTable(COLUMNS[kind], table.rows)]),
  ...(closing === '' ? [paragraph([run('')])] : bodyText(closing, { keepLast: true })),
  ...signOff(issuer, writtenOn),
]

type Row = LetterTable['rows'][number]
const COMMON: OfficialColumn<Row>[] = [
  { heading: '序号', width: 2.5, align: 'center', text: ({ number }) => number },
  { heading: '任务', width: 10, lead: ({ task }) => task, text: ({ measure }) => measure },
  { heading: '完成时限', width: 5.5, align: 'center', text: ({ deadline }) => deadline },
]
const COLUMNS: Record<Letter['kind'], OfficialColumn<Row>[]> = {
  reminder: [
    ...COMMON,
    { heading: '现状', width: 6, text: ({ state }) => state },
    { heading: '配合部门', width: 4, text: ({ others }) => others },
  ],
  card: [
    ...COMMON,
    { heading: '现状', width: 5.5, text: ({ state }) => state },
    { heading: '其他部门', width: 4.5, text: ({ others }) => others },
  ],
}
