// A sheet that came back, beside what the ledger has now: what each row would change, which were changed since, which do not fit.
import { z } from 'zod'
import type { Db } from '@/db/client'
import { canFillSheet } from '@/db/commands/apply-sheet'
import { departmentPage } from '@/db/queries/department-page'
import { type SheetImport, sheetImport } from '@/db/queries/sheet-import'
import type { Duty, TaskRow } from '@/db/queries/task-rows'
import { PART_WORDS } from '@/documents/department-sheet'
import { readDepartmentSheet, type SheetLine } from '@/documents/read/department-sheet'
import type { SourceDocument } from '@/documents/source-document'
import type { Day } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import { readSheetLine, SHEET_FIELDS, type SheetCells, type SheetReading } from '@/domain/sheet-line'
import type { Part } from '@/domain/words'

const cell = z.string().max(40_000)
/** What was answered to one row: cells put right, the ledger's own kept, and what came of it. */
const answer = z.object({
  cells: z.partialRecord(z.enum(SHEET_FIELDS), cell).optional(),
  left: z.boolean().optional(),
  saved: z.number().int().optional(),
  refused: z.string().max(60).optional(),
  field: z.string().max(60).optional(),
})
export const sheetChoices = z.record(z.string().regex(/^\d{1,9}$/), answer)
export type SheetChoices = z.output<typeof sheetChoices>

/** `now` is null where the department has no part in the task any more. `conflict`: the ledger changed since the sheet was made. */
export type SheetItem = {
  number: number
  title: string
  cells: SheetCells
  reading: SheetReading
  now: {
    leads: boolean
    version: number
    progress: number
    text: string
    nextStep: string
    problems: string
    part: Part
    note: string
    open: boolean
    claimed: boolean
  } | null
  conflict: boolean
  answer: SheetChoices[string]
}
export type SheetView = {
  sheet: Omit<SheetImport, 'source' | 'choices'>
  /** On which day it was made. */
  day: Day
  items: SheetItem[]
}
export type SheetPage = { department: { id: string; name: string }; rows: { row: TaskRow; duty: Duty }[]; view: SheetView | null }

/** The department's open tasks and the sheet that the viewer brought last; null where there is no such page for this viewer. */
export async function sheetPage(db: Db, viewer: Viewer, departmentId: string, today: Day): Promise<SheetPage | null> {
  if (!canFillSheet(viewer, departmentId)) return null
  const page = await departmentPage(db, viewer, departmentId, { asOf: today }, today)
  if (!page?.department) return null
  const all = [...page.leading, ...page.cooperating].sort((a, b) => a.number - b.number)
  const own = all.flatMap((row) => row.duties.filter((duty) => duty.departmentId === departmentId).map((duty) => ({ row, duty })))
  const sheet = await sheetImport(db, viewer, departmentId)
  return { department: page.department, rows: own.filter(({ row }) => isOpen(row)), view: sheet && viewOf(sheet, departmentId, own) }
}

const isOpen = ({ state }: TaskRow): boolean => state !== 'closed' && state !== 'withdrawn'

function viewOf({ source, choices, ...sheet }: SheetImport, departmentId: string, own: SheetPage['rows']): SheetView | null {
  const read = readDepartmentSheet(JSON.parse(source) as SourceDocument, departmentId)
  if ('refused' in read) return null
  const answers = sheetChoices.safeParse(JSON.parse(choices)).data ?? {}
  const byNumber = new Map(own.map((part) => [part.row.number, part]))
  return { sheet, day: read.day, items: read.lines.map((line) => itemOf(line, byNumber.get(line.number), answers[line.number] ?? {})) }
}

const PARTS_BY_WORD = Object.fromEntries(Object.entries(PART_WORDS).map(([part, word]) => [word, part])) as Record<
  string,
  Exclude<Part, 'none'>
>

function itemOf(line: SheetLine, part: SheetPage['rows'][number] | undefined, answered: SheetChoices[string]): SheetItem {
  const cells = { ...line.cells, ...answered.cells }
  const leads = part?.duty.role === 'lead'
  const now = part && {
    leads,
    version: leads ? part.row.version : part.duty.version,
    progress: part.row.progress,
    text: part.row.lastReport?.done ?? '',
    problems: part.row.lastReport?.problems ?? '',
    nextStep: part.row.lastReport?.nextStep ?? '',
    part: part.duty.part,
    note: part.duty.partNote,
    open: isOpen(part.row),
    claimed: part.row.state === 'claimed',
  }
  const { lastReport = null } = part?.row ?? {}
  const reading = readSheetLine(
    cells,
    { leads, lastReport, part: part?.duty.part ?? 'none', partNote: part?.duty.partNote ?? '' },
    PARTS_BY_WORD,
  )
  return {
    number: line.number,
    title: part?.row.title ?? '',
    cells,
    reading: part ? reading : filledIn(cells) ? reading : { says: 'nothing' },
    now: now ?? null,
    conflict: now !== undefined && now.version !== line.version && answered.saved === undefined,
    answer: answered,
  }
}

const filledIn = (cells: SheetCells): boolean => SHEET_FIELDS.some((field) => cells[field].trim() !== '')

/** Rows that say something and are neither saved nor left as the ledger has them. */
export const stillToDo = (items: readonly SheetItem[]): SheetItem[] =>
  items.filter(({ reading, answer: { saved, left } }) => !isSilent(reading) && saved === undefined && !left)

export const isSilent = (reading: SheetReading): boolean => 'says' in reading && reading.says === 'nothing'
