// The overdue list in Word: on its side, sixteen columns in 六号, neighbours with the same lead department sharing its cell.
import { AlignmentType, LineRuleType } from 'docx'
import { typeFor } from '@/documents/write/issued-docx'
import { documentOf, type Page, tableHere } from '@/documents/write/official-document'
import { linesOf, millimetres, paragraph, run, SIZE, XIAOBIAOSONG } from '@/documents/write/official-text'
import { type OverdueSheet, overdueColumns } from '@/documents/write/overdue-xlsx'
import { type WordCell, type WordRow, wordTable } from '@/documents/write/word-table'

/** A4 with the margins of an upright page turned: 28 mm above, where the sheets are bound. */
const ON_ITS_SIDE: Page = {
  width: millimetres(297),
  height: millimetres(210),
  margin: { top: millimetres(28), right: millimetres(26), bottom: millimetres(26), left: millimetres(26) },
}

/** Per column, a Han character taking two: a light, a day and a telephone number stay on one line. */
const CHARACTERS = [11, 4, 10, 12, 25, 12, 12, 6, 12, 6, 4, 4, 4, 4, 15, 20]

/** The bytes of a .docx file, with the rows in the order given; `onEveryPage` stands in the page header. */
export function overdueDocx({ labels, rows, title, subtitle }: OverdueSheet, onEveryPage: string[]): Promise<Uint8Array> {
  const columns = overdueColumns(labels)
  const type = typeFor(columns.length)
  const whole = ON_ITS_SIDE.width - ON_ITS_SIDE.margin.left - ON_ITS_SIDE.margin.right
  const takes = CHARACTERS.map((characters) => characters * type.size * 5 + 2 * type.padding)
  const taken = takes.reduce((sum, width) => sum + width, 0)
  const widths = takes.map((width) => Math.floor((width * whole) / taken))
  const header: WordRow = {
    header: true,
    whole: true,
    cells: columns.map(({ heading }) => ({ lines: [heading], bold: true, align: 'center' })),
  }
  const body = rows.map(
    (row, i): WordRow => ({
      whole: true,
      cells: columns.map(({ value, align, colour, mergeBy }): WordCell => {
        const [above, below] = [rows[i - 1], rows[i + 1]]
        const same = (other: typeof row | undefined) => mergeBy !== undefined && other !== undefined && mergeBy(other) === mergeBy(row)
        if (same(above)) return { lines: [], merge: 'goes-on' }
        return { lines: linesOf(String(value(row) ?? '')), align, colour: colour?.(row), merge: same(below) ? 'begins' : undefined }
      }),
    }),
  )
  const id = crypto.randomUUID()
  return documentOf(
    { title, issuer: '', onEveryPage },
    [
      {
        page: ON_ITS_SIDE,
        children: [
          paragraph([run(title, { font: XIAOBIAOSONG, size: SIZE.second })], { alignment: AlignmentType.CENTER, spacing: exactly(640) }),
          ...subtitle.map((line) => paragraph([run(line, { size: SIZE.smallFourth })], { spacing: exactly(400) })),
          tableHere(id),
          paragraph([], { spacing: exactly(20) }),
        ],
      },
    ],
    new Map([[id, wordTable(widths, [header, ...body], type)]]),
  )
}

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT })
