// From the bytes that somebody sent to tables of cells. What the file is, its content decides; the name only tells a list of values from text.
import { type Archive, isZip, megabytes, openArchive } from '@/documents/read/archive'
import { decodeText } from '@/documents/read/decode-text'
import { CARRIED_MAX, CELLS_MAX, INFLATED_MAX_BYTES, SOURCE_MAX_BYTES, TEXT_MAX } from '@/documents/read/limits'
import { checkParts, mainPart } from '@/documents/read/package-parts'
import { readCsv } from '@/documents/read/read-csv'
import { readDocx } from '@/documents/read/read-docx'
import { readXlsx } from '@/documents/read/read-xlsx'
import { Refused } from '@/documents/read/refused'
import { textTables } from '@/documents/read/text-tables'
import type { FileRefusal, SourceDocument } from '@/documents/source-document'

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/**
 * Reads .docx, .xlsx, .csv and text. Heavy for large files and for hostile ones: servers call `readUpload` instead, which does this in a
 * process of its own. Refused: whatever FileRefusalCode lists, except what only a process of its own can tell (too slow, out of memory, busy).
 */
export async function readSource(bytes: Uint8Array, fileName: string): Promise<SourceDocument | FileRefusal> {
  return orRefusal(async () => {
    const archive = await guarded(bytes)
    const document = archive ? await readPackage(archive) : readPlain(decodeText(bytes), fileName)
    if (document.tables.length === 0) throw new Refused('no-table')
    if (document.tables.reduce((sum, { cells }) => sum + cells.length, 0) > CELLS_MAX)
      throw new Refused('too-many-cells', { limit: CELLS_MAX })
    if (textIn(document) > TEXT_MAX || carriedIn(document) > CARRIED_MAX)
      throw new Refused('too-large-inside', megabytes(INFLATED_MAX_BYTES))
    return document
  })
}

/**
 * What can be said of a file without parsing it: its size, its kind, its archive's directory, and that the archive holds what the directory
 * says. Null if nothing speaks against reading it. Inflates in the background, a piece at a time.
 */
export async function checkSource(bytes: Uint8Array): Promise<FileRefusal | null> {
  return orRefusal(async () => {
    const archive = await guarded(bytes)
    await archive?.inflateAll()
    return null
  })
}

/** Characters as they count towards TEXT_MAX. */
function textIn({ tables }: SourceDocument): number {
  return tables.reduce(
    (sum, { cells, above, below }) =>
      cells.reduce((more, cell) => more + length(cell.lines) * cell.rowSpan * cell.columnSpan, sum + length(above) + length(below)),
    0,
  )
}

/** Characters as they count towards CARRIED_MAX. */
const carriedIn = ({ tables }: SourceDocument): number =>
  tables.reduce(
    (most, { rows, cells }) => Math.max(most, rows * cells.reduce((longest, { lines }) => Math.max(longest, length(lines)), 0)),
    0,
  )

const length = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0)

async function orRefusal<T>(work: () => Promise<T>): Promise<T | FileRefusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

/** The archive, or null for text. */
async function guarded(bytes: Uint8Array): Promise<Archive | null> {
  if (bytes.length === 0) throw new Refused('empty')
  if (bytes.length > SOURCE_MAX_BYTES) throw new Refused('too-large', megabytes(SOURCE_MAX_BYTES))
  if (COMPOUND_FILE.every((byte, i) => bytes[i] === byte)) throw new Refused(compoundKind(bytes))
  return isZip(bytes) ? openArchive(bytes) : null
}

/** In the container of the old Office formats lie old documents, and new ones under a password. */
function compoundKind(bytes: Uint8Array): 'encrypted' | 'old-format' | 'unknown-kind' {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string) => content.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'encrypted'
  return ['WordDocument', 'Workbook', 'Book'].some(holds) ? 'old-format' : 'unknown-kind'
}

async function readPackage(archive: Archive): Promise<SourceDocument> {
  await archive.inflateAll()
  await checkParts(archive)
  const main = await mainPart(archive)
  if (!main || !archive.names.has(main)) throw new Refused('unknown-kind')
  if (main.startsWith('word/')) return readDocx(archive, main)
  if (main.startsWith('xl/') && main.endsWith('.xml')) return readXlsx(archive, main)
  throw new Refused('unknown-kind')
}

function readPlain(text: string, fileName: string): SourceDocument {
  if (text.trim() === '') throw new Refused('empty')
  const csv = () => {
    const table = readCsv(text)
    return { kind: 'csv' as const, tables: table ? [table] : [] }
  }
  if (/\.(csv|tsv)$/i.test(fileName)) return csv()
  const tables = textTables(text)
  return tables.length > 0 ? { kind: 'text', tables } : csv()
}
