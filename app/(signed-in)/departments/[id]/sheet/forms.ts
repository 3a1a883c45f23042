// What the forms of a department's sheet may send. Cells that were put right are as free as those of a sheet: the domain reads them.
import { z } from 'zod'
import { count, day, line } from '@/app/task-forms'
import { SHEET_FIELDS } from '@/domain/sheet-line'

const department = z.string().min(1).max(64)
const cell = z
  .string()
  .max(40_000, 'errors.text-too-long')
  .overwrite((text) => text.replaceAll('\r\n', '\n'))

export const aboutSheet = z.object({ department })
export const brought = aboutSheet.extend({ formId: z.uuid(), file: z.instanceof(File).optional() })

/** `seen` is the version of a row that the ledger changed since, as the reader saw it; `take` what the reader chose then. */
const row = z.object({
  seen: count.optional(),
  take: z.enum(['sheet', 'ledger']).optional(),
  cells: z.partialRecord(z.enum(SHEET_FIELDS), cell).optional(),
})
export const applied = aboutSheet.extend({
  id: z.string().min(1).max(64),
  version: count,
  on: day,
  source: line,
  rows: z.record(z.string().regex(/^\d{1,9}$/), row).default({}),
})
export type Applied = z.output<typeof applied>
