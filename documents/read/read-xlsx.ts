// The sheets of a workbook, each as a table: values as a reader sees them, with merges, widths and the page.
import type { Archive } from '@/documents/read/archive'
import { relationsOf } from '@/documents/read/package-parts'
import { Refused } from '@/documents/read/refused'
import { type CellFormat, cellFormat, shownNumber } from '@/documents/read/xlsx-format'
import { sheetReader } from '@/documents/read/xlsx-sheet'
import type { SourceDocument } from '@/documents/source-document'

type Workbook = { sheets: { name: string; relation: string }[]; since1904: boolean }

/** Hidden sheets are left out, hidden rows and columns are not. Throws Refused 'too-many-cells' and 'damaged'. */
export async function readXlsx(archive: Archive, part: string): Promise<SourceDocument> {
  const relations = await relationsOf(archive, part)
  const target = (type: string) => relations.find((relation) => relation.type === type)?.target
  const { sheets, since1904 } = await readWorkbook(archive, part)
  const strings = await sharedStrings(archive, target('sharedStrings'))
  const formats = await cellFormats(archive, target('styles'))
  const shown = {
    string: (index: number) => strings[index] ?? '',
    number: (text: string, style: number) => shownNumber(text, formats[style] ?? 'general', since1904),
  }
  const document: SourceDocument = { kind: 'xlsx', tables: [] }
  const seen = new Set<string>()
  const room = { cells: 0 }
  for (const { name, relation } of sheets) {
    const found = relations.find(({ id, type }) => id === relation && type === 'worksheet')
    if (!found) continue
    if (seen.has(found.target)) throw new Refused('damaged')
    seen.add(found.target)
    const sheet = sheetReader(shown, room)
    await archive.parse(found.target, sheet.handler)
    const table = sheet.table()
    if (table) document.tables.push({ ...table, name })
  }
  return document
}

async function readWorkbook(archive: Archive, part: string): Promise<Workbook> {
  const workbook: Workbook = { sheets: [], since1904: false }
  await archive.parse(part, {
    open: (name, attributes) => {
      if (name === 'x:workbookPr') workbook.since1904 = ['1', 'true'].includes(attributes().date1904 ?? '')
      if (name !== 'x:sheet') return
      const { name: title = '', state = 'visible', 'r:id': relation = '' } = attributes()
      if (state === 'visible') workbook.sheets.push({ name: title, relation })
    },
  })
  return workbook
}

async function sharedStrings(archive: Archive, part: string | undefined): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let isText = false
  let phonetic = false
  if (part)
    await archive.parse(part, {
      open: (name) => {
        if (name === 'x:si') text = ''
        else if (name === 'x:rPh') phonetic = true
        else if (name === 'x:t') isText = !phonetic
      },
      close: (name) => {
        if (name === 'x:si') strings.push(text)
        else if (name === 'x:rPh') phonetic = false
        else if (name === 'x:t') isText = false
      },
      text: (more) => {
        if (isText) text += more
      },
    })
  return strings
}

async function cellFormats(archive: Archive, part: string | undefined): Promise<CellFormat[]> {
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let inCells = false
  if (part)
    await archive.parse(part, {
      open: (name, attributes) => {
        if (name === 'x:numFmt') codes.set(Number(attributes().numFmtId), attributes().formatCode ?? '')
        else if (name === 'x:cellXfs') inCells = true
        else if (name === 'x:xf' && inCells) {
          const id = Number(attributes().numFmtId ?? 0)
          formats.push(cellFormat(id, codes.get(id)))
        }
      },
      close: (name) => {
        if (name === 'x:cellXfs') inCells = false
      },
    })
  return formats
}
