import { recognise } from '@/documents/read/recognise'
import type { Choices, KnownNames, Recognition } from '@/documents/recognition'
import type { SourceDocument } from '@/documents/source-document'
import { runWork, type WorkFailure } from '@/workers/run-work'

/** More takes a second and more: it is done where nobody waits for it but who asked. */
const ROWS_AT_ONCE = 2000
/** Characters, in the whole document and in one cell: what one long cell costs, its rows do not tell. */
const TEXT_AT_ONCE = 100_000
const CELL_AT_ONCE = 5_000
const LIMITS = { timeoutMs: 60_000, memoryMb: 1024 }

/** Recognises what was read of an upload: small documents here, others in a process of its own, within 60 seconds and 1 GB. */
export async function recogniseUpload(
  document: SourceDocument,
  choices: Choices,
  known: KnownNames,
): Promise<{ recognition: Recognition } | { failed: WorkFailure }> {
  if (isSmall(document)) return { recognition: recognise(document, choices, known) }
  const outcome = await runWork('recognise', { document, choices, known }, LIMITS)
  return 'done' in outcome ? outcome.done : outcome
}

/** Whether recognising it holds nobody up: by its rows, by all its text (a merged cell counts for each place), and by its longest cell. */
export function isSmall({ tables }: SourceDocument): boolean {
  let rows = 0
  let text = 0
  for (const table of tables) {
    rows += table.rows
    text += length(table.above) + length(table.below)
    for (const { lines, rowSpan, columnSpan } of table.cells) {
      const own = length(lines)
      if (own > CELL_AT_ONCE) return false
      text += own * rowSpan * columnSpan
    }
    if (rows > ROWS_AT_ONCE || text > TEXT_AT_ONCE) return false
  }
  return true
}

const length = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0)
