// The tables of a Word document and the paragraphs around them, as a reader of the finished text sees them: what was inserted stands, what
// was deleted does not, text boxes are left out.
import type { Archive } from '@/documents/read/archive'
import { tableBuilder, twipsToMm } from '@/documents/read/docx-table'
import { levelOf, type Numbering, readNumbering } from '@/documents/read/numbering'
import { relationsOf } from '@/documents/read/package-parts'
import type { XmlHandler } from '@/documents/read/xml'
import type { SourceDocument, SourceTable } from '@/documents/source-document'

type Numbered = { list: string; level: number }
type Paragraph = { text: string; numbered: Partial<Numbered>; style: string; joins: boolean }

/** What is not part of the finished text: deletions, what was there before a change, text boxes, the code of fields, phonetic guides. */
const SKIPPED = new Set(
  ['del', 'moveFrom', 'txbxContent', 'instrText', 'delText', 'delInstrText', 'rt']
    .concat(['rPr', 'pPr', 'tblPr', 'tblPrEx', 'tblGrid', 'trPr', 'tcPr', 'sectPr', 'numbering'].map((part) => `${part}Change`))
    .map((name) => `w:${name}`)
    .concat('mc:Fallback'),
)

/** Throws Refused 'too-many-cells' and 'damaged'. */
export async function readDocx(archive: Archive, part: string): Promise<SourceDocument> {
  const relations = await relationsOf(archive, part)
  const target = (type: string) => relations.find((relation) => relation.type === type)?.target
  const numbering = await readNumbering(archive, target('numbering'))
  const styles = await numberedStyles(archive, target('styles'))
  const tables: SourceTable[] = []
  await archive.parse(part, body(tables, numbering, styles))
  return { kind: 'docx', tables }
}

/** The paragraph styles that number what is written in them. */
async function numberedStyles(archive: Archive, part: string | undefined): Promise<Map<string, Numbered>> {
  const styles = new Map<string, Numbered>()
  let style = ''
  let level = 0
  const open: XmlHandler['open'] = (name, attributes) => {
    if (name === 'w:style') {
      style = attributes()['w:styleId'] ?? ''
      level = 0
    } else if (name === 'w:ilvl') level = levelOf(attributes())
    else if (name === 'w:numId') styles.set(style, { list: attributes()['w:val'] ?? '', level })
  }
  if (part) await archive.parse(part, { open })
  return styles
}

function body(tables: SourceTable[], numbering: Numbering, styles: Map<string, Numbered>): XmlHandler {
  const builder = tableBuilder()
  const path: string[] = []
  let around: string[] = []
  let paragraph: Paragraph | null = null
  let page: { size: Record<string, string>; margins: Record<string, string> } = { size: {}, margins: {} }
  let skipped = 0
  let isText = false
  let isHidden = false

  function open(name: string, attributes: () => Record<string, string>): void {
    const parent = path.at(-1)
    path.push(name)
    if (skipped > 0) skipped += 1
    else if (name === 'w:del' && parent === 'w:trPr') builder.deleteRow()
    else if (name === 'w:del' && parent === 'w:rPr' && path.at(-3) === 'w:pPr' && paragraph) paragraph.joins = true
    else if (SKIPPED.has(name)) skipped = 1
    else if (name === 'w:p')
      paragraph = paragraph?.joins ? { ...paragraph, joins: false } : { text: '', numbered: {}, style: '', joins: false }
    else if (name === 'w:r') isHidden = false
    else if (name === 'w:vanish' && path.at(-3) === 'w:r') isHidden = !isOff(attributes())
    else if (name === 'w:t' || name === 'm:t') isText = true
    else if (name === 'w:br' || name === 'w:cr') add('\n')
    else if (name === 'w:tab' && parent === 'w:r') add(' ')
    else if (name === 'w:noBreakHyphen') add('-')
    else if (name === 'w:pStyle' && paragraph) paragraph.style = attributes()['w:val'] ?? ''
    else if (name === 'w:ilvl' && paragraph) paragraph.numbered.level = levelOf(attributes())
    else if (name === 'w:numId' && paragraph) paragraph.numbered.list = attributes()['w:val'] ?? ''
    else if (name === 'w:pgSz') page.size = attributes()
    else if (name === 'w:pgMar') page.margins = attributes()
    else builder.open(name, attributes)
  }

  function close(name: string): void {
    path.pop()
    if (skipped > 0) skipped -= 1
    else if (name === 'w:t' || name === 'm:t') isText = false
    else if (name === 'w:p') endParagraph()
    else if (name === 'w:sectPr') endSection()
    else if (name === 'w:body') tables.at(-1)?.below.push(...around)
    else {
      const table = builder.close(name)
      if (!table) return
      tables.push({ ...table, name: null, above: around, below: [], page: null, firstLine: 1 })
      around = []
    }
  }

  function endParagraph(): void {
    if (!paragraph || paragraph.joins) return
    const text = numberOf(paragraph) + paragraph.text
    paragraph = null
    const lines = text.split('\n').map((line) => line.trim())
    const into = builder.lines() ?? around
    into.push(...lines.filter((line) => line !== ''))
  }

  /** A number alone, as in a column of row numbers, stands without the mark that parts it from a text. */
  function numberOf({ text, numbered, style }: Paragraph): string {
    const fromStyle = styles.get(style)
    const list = numbered.list ?? fromStyle?.list
    if (!list || list === '0') return ''
    const label = numbering(list, numbered.level ?? fromStyle?.level ?? 0)
    return text.trim() === '' ? label.replace(/^(\d+)[.．、)）]$/, '$1') : label
  }

  function endSection(): void {
    const read = pageOf(page)
    for (const table of tables) table.page ??= read
    page = { size: {}, margins: {} }
  }

  function add(text: string): void {
    if (paragraph && !isHidden) paragraph.text += text
  }

  return { open, close, text: (text) => void (skipped === 0 && isText && add(text)) }
}

const isOff = (attributes: Record<string, string>): boolean => ['0', 'false', 'off'].includes(attributes['w:val'] ?? '')

function pageOf({ size, margins }: { size: Record<string, string>; margins: Record<string, string> }): SourceTable['page'] {
  const width = twipsToMm(size['w:w'])
  const height = twipsToMm(size['w:h'])
  if (!width || !height) return null
  const margin = (side: string) => twipsToMm(margins[`w:${side}`]) ?? 25
  return { width, height, margins: { top: margin('top'), right: margin('right'), bottom: margin('bottom'), left: margin('left') } }
}
