// What a line of a department's sheet, filled in offline, says anew of a task (domain.md, rules 6, 13 and 14).
import type { Command } from '@/domain/commands'
import type { Part } from '@/domain/words'

export const SHEET_FIELDS = ['progress', 'done', 'problems', 'nextStep', 'noChange', 'part', 'note'] as const
export type SheetField = (typeof SHEET_FIELDS)[number]
/** What stands in the cells to be filled in, as it was written. */
export type SheetCells = Record<SheetField, string>

export type SheetNow = { leads: boolean; lastReport: { progress: number; done: string } | null; part: Part; partNote: string }
export type SheetCommand =
  | Omit<Extract<Command, { do: 'report' }>, 'on' | 'source'>
  | Omit<Extract<Command, { do: 'no_change' }>, 'on' | 'source'>
  | Omit<Extract<Command, { do: 'confirm' }>, 'on' | 'source' | 'departmentId'>
export type SheetMisfit =
  | 'progress-out-of-range'
  | 'text-required'
  | 'text-too-long'
  | 'part-required'
  | 'sheet-yes'
  | 'sheet-both'
  | 'sheet-not-leading'
  | 'sheet-not-cooperating'
export type SheetReading = { says: 'nothing' } | { says: SheetCommand } | { wrong: Partial<Record<SheetField, SheetMisfit>> }

const TEXT_MAX = 2000
const OF_LEAD = ['progress', 'done', 'problems', 'nextStep', 'noChange'] as const
const OF_PART = ['part', 'note'] as const

/** Figure and text that are left open are those of the last report. Nothing is said by a line that repeats what the ledger has. */
export function readSheetLine(cells: SheetCells, now: SheetNow, partWords: Readonly<Record<string, Exclude<Part, 'none'>>>): SheetReading {
  const filled = (fields: readonly SheetField[]) => fields.filter((field) => cells[field].trim() !== '')
  const misplaced = filled(now.leads ? OF_PART : OF_LEAD)
  if (misplaced.length > 0) return wrong(misplaced, now.leads ? 'sheet-not-cooperating' : 'sheet-not-leading')
  const long = SHEET_FIELDS.filter((field) => cells[field].length > TEXT_MAX)
  if (long.length > 0) return wrong(long, 'text-too-long')
  return now.leads ? leadLine(cells, now, filled(OF_LEAD)) : partLine(cells, now, filled(OF_PART), partWords)
}

function leadLine(cells: SheetCells, { lastReport }: SheetNow, filled: readonly SheetField[]): SheetReading {
  const unchanged = yes(cells.noChange)
  if (unchanged === null) return wrong(['noChange'], 'sheet-yes')
  const others = filled.filter((field) => field !== 'noChange')
  if (unchanged) return others.length > 0 ? wrong(['noChange'], 'sheet-both') : { says: { do: 'no_change' } }
  if (others.length === 0) return { says: 'nothing' }
  const figure = percentage(cells.progress)
  if (figure === null) return wrong(['progress'], 'progress-out-of-range')
  const [done, problems, nextStep] = [cells.done.trim(), cells.problems.trim(), cells.nextStep.trim()]
  const progress = figure ?? lastReport?.progress ?? 0
  const says = { do: 'report' as const, progress, done: done || (lastReport?.done ?? ''), problems, nextStep }
  if (says.done === '') return wrong(['done'], 'text-required')
  const repeats = progress === lastReport?.progress && says.done === lastReport.done && problems === '' && nextStep === ''
  return { says: repeats ? 'nothing' : says }
}

function partLine(
  cells: SheetCells,
  now: SheetNow,
  filled: readonly SheetField[],
  partWords: Readonly<Record<string, Exclude<Part, 'none'>>>,
): SheetReading {
  if (filled.length === 0) return { says: 'nothing' }
  const part = partWords[cells.part.trim()]
  if (!part) return wrong(['part'], 'part-required')
  const note = cells.note.trim()
  if (part !== 'done' && note === '') return wrong(['note'], 'text-required')
  return part === now.part && note === now.partNote ? { says: 'nothing' } : { says: { do: 'confirm', part, note } }
}

const wrong = (fields: readonly SheetField[], code: SheetMisfit): SheetReading => ({
  wrong: Object.fromEntries(fields.map((field) => [field, code])),
})

/** Null for a word that is neither yes nor no. */
function yes(text: string): boolean | null {
  const word = text.normalize('NFKC').trim().toLowerCase()
  if (/^(?:是|有|对|y|yes|1|√|✓|无变化|本期无变化)$/.test(word)) return true
  return /^(?:|否|不|n|no|0|×)$/.test(word) ? false : null
}

/** 60, 60 %, 60％ and 0.6 as a spreadsheet stores 60 %; undefined where nothing stands, null for what is no whole figure from 0 to 99. */
function percentage(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  if (plain === '') return undefined
  if (!/^\d{1,4}(?:\.\d{1,6})?%?$/.test(plain)) return null
  const written = Number(plain.replace('%', ''))
  const figure = !plain.endsWith('%') && plain.includes('.') && written > 0 && written < 1 ? Math.round(written * 100) : written
  return Number.isInteger(figure) && figure >= 0 && figure <= 99 ? figure : null
}
