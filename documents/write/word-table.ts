// A table of Word as markup, for lists of thousands of rows: built as objects, ten thousand rows took two gigabytes and ten seconds.
// Every run names its font for every script, as everywhere in an official document.
import { FANGSONG, HEITI, legible } from '@/documents/write/official-text'

/** `across`: over how many columns it reaches; `merge`: where a cell over several rows begins, and where it goes on. */
export type WordCell = {
  lines: readonly string[]
  bold?: boolean
  align?: 'left' | 'center'
  colour?: string
  struck?: boolean
  across?: number
  merge?: 'begins' | 'goes-on'
}
/** `header` repeats on each page; a `whole` row is not split between pages. */
export type WordRow = { header?: boolean; whole: boolean; cells: readonly WordCell[] }
/** Half points and twips. */
export type TableType = { size: number; line: number; padding: number }

/** The markup of a table whose columns are `widths` twips wide. */
export function wordTable(widths: readonly number[], rows: readonly WordRow[], type: TableType): string {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const sides = `<w:top w:w="30" w:type="dxa"/><w:left w:w="${type.padding}" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="${type.padding}" w:type="dxa"/>`
  const properties = `<w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${sides}</w:tblCellMar></w:tblPr>`
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => rowXml(row, widths, type)).join('')}</w:tbl>`
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')

function rowXml({ header, whole, cells }: WordRow, widths: readonly number[], type: TableType): string {
  const properties = `${whole ? '<w:cantSplit/>' : ''}${header ? '<w:tblHeader/>' : ''}`
  let at = 0
  const drawn = cells.map((cell) => {
    const across = cell.across ?? 1
    const width = widths.slice(at, at + across).reduce((sum, each) => sum + each, 0)
    at += across
    return cellXml(cell, width, type)
  })
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${drawn.join('')}</w:tr>`
}

function cellXml({ lines, bold, align = 'left', colour, struck, across = 1, merge }: WordCell, width: number, type: TableType): string {
  const span = across > 1 ? `<w:gridSpan w:val="${across}"/>` : ''
  const vertical = merge ? `<w:vMerge w:val="${merge === 'begins' ? 'restart' : 'continue'}"/>` : ''
  const font = bold ? HEITI : FANGSONG
  const ink = `${struck ? '<w:strike/>' : ''}${colour ? `<w:color w:val="${colour.replace('#', '')}"/>` : ''}`
  const look = `<w:rPr><w:rFonts w:ascii="${font}" w:cs="${font}" w:eastAsia="${font}" w:hAnsi="${font}"/>${ink}<w:sz w:val="${type.size}"/><w:szCs w:val="${type.size}"/></w:rPr>`
  // the grid of lines is the body's, and would spread those of a table
  const paragraph = `<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${type.line}" w:lineRule="exact"/><w:jc w:val="${align}"/></w:pPr>`
  // Word calls a file with an empty cell corrupt
  const text = (lines.length > 0 ? lines : [''])
    .map((line) => `<w:p>${paragraph}<w:r>${look}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join('')
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${vertical}<w:vAlign w:val="center"/></w:tcPr>${text}</w:tc>`
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => legible(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
