// For tests: what was read, as rows of texts.
import { readFileSync } from 'node:fs'
import { readSource } from '@/documents/read/read-source'
import { refusalText } from '@/documents/read/refusal-text'
import type { SourceTable } from '@/documents/source-document'

export const fixture = (name: string) => readFileSync(`documents/read/fixtures/${name}`)

export async function tablesOf(bytes: Uint8Array | string, name = 'table.txt'): Promise<SourceTable[]> {
  const read = await readSource(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name)
  if ('refused' in read) throw new Error(refusalText(read, 'en'))
  return read.tables
}

/** Rows of texts; '·' stands where a merged cell covers, ' ' where a row has no cell. */
export function grid({ rows, columns, cells }: SourceTable): string[][] {
  const shown = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ' '))
  for (const { row, column, rowSpan, columnSpan, lines } of cells)
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + columnSpan; c++) {
        if (shown[r]?.[c] !== ' ') throw new Error(`two cells at ${r}, ${c}`)
        ;(shown[r] as string[])[c] = r === row && c === column ? lines.join('/') : '·'
      }
  return shown
}
