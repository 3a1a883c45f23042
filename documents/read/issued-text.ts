import { recognise } from '@/documents/read/recognise'
import { textTables } from '@/documents/read/text-tables'
import { type Choices, issuedTableOf, type KnownNames, type Recognition } from '@/documents/recognition'

/** What a text says that is at hand as one, like the table that ships. */
export const recogniseText = (text: string, known?: KnownNames, choices: Choices = {}): Recognition =>
  recognise({ kind: 'text', tables: textTables(text) }, choices, known)

/** The table in such a text. Throws if anything in it needs a decision. */
export function issuedTextTable(text: string): NonNullable<ReturnType<typeof issuedTableOf>> {
  const table = issuedTableOf(recogniseText(text))
  if (!table) throw new Error('the issued table is not readable')
  return table
}
