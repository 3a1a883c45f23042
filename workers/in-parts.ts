// A large document crosses from one process to the other in parts, so that unpacking it holds nobody up.
import type { SourceCell, SourceDocument } from '@/documents/source-document'
import type { WorkName, WorkResult } from '@/workers/works'

const CELLS_AT_ONCE = 2_000

export type Part = { table: number; cells: SourceCell[] }

/** The cells of a document in parts, and the result without them; any other result whole. */
export function inParts<N extends WorkName>(result: WorkResult<N>): { parts: Part[]; rest: WorkResult<N> } {
  if (!isDocument(result)) return { parts: [], rest: result }
  const parts = result.tables.flatMap(({ cells }, table) =>
    Array.from({ length: Math.ceil(cells.length / CELLS_AT_ONCE) }, (_, i) => ({
      table,
      cells: cells.slice(i * CELLS_AT_ONCE, (i + 1) * CELLS_AT_ONCE),
    })),
  )
  return { parts, rest: { ...result, tables: result.tables.map((table) => ({ ...table, cells: [] })) } }
}

/** Puts together what `inParts` took apart. */
export function putTogether<N extends WorkName>(parts: Part[], rest: WorkResult<N>): WorkResult<N> {
  if (isDocument(rest)) for (const { table, cells } of parts) for (const cell of cells) rest.tables[table]?.cells.push(cell)
  return rest
}

const isDocument = (result: unknown): result is SourceDocument => typeof result === 'object' && result !== null && 'tables' in result
