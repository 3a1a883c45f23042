import { revalidatePath } from 'next/cache'
import type { Applied } from '@/app/(signed-in)/departments/[id]/sheet/forms'
import { type SheetChoices, type SheetItem, sheetPage, stillToDo } from '@/app/(signed-in)/departments/[id]/sheet/sheet-view'
import { type ActionOutcome, done } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { applySheet, recordSheet, type SheetRow } from '@/db/commands/apply-sheet'
import type { Command } from '@/domain/commands'
import { actsOnBehalf, type Viewer } from '@/domain/permissions'

/** Saves the rows that fit, keeps the others with what was typed, and says how many of each there were. */
export async function saveRowsOfSheet(viewer: Viewer, form: Applied): Promise<ActionOutcome> {
  const base = await database()
  const page = await sheetPage(base.db, viewer, form.department, today())
  if (!page) return 'hidden'
  const { view } = page
  const isThis = view?.sheet.id === form.id && view.sheet.version === form.version && view.sheet.doneAt === null
  if (!isThis) return { refused: 'sheet-stale' }
  if (actsOnBehalf(viewer) && !form.source) return { refused: 'source-required', field: 'source' }

  const answered = answersOf(view.items, form)
  const corrected = await recordSheet(base, viewer, { ...form, choices: JSON.stringify(answered), at: null })
  if ('refused' in corrected) return { refused: 'sheet-stale' }
  // what was put right is read again like the sheet itself
  const items = (await sheetPage(base.db, viewer, form.department, today()))?.view?.items ?? []
  const rows = stillToDo(items).flatMap((item) => rowOf(item, form))
  const outcomes = await applySheet(base, viewer, { id: form.id, rows }, { today: today(), now: now() })
  for (const [number, outcome] of outcomes) {
    const { cells } = answered[number] ?? {}
    answered[number] = 'saved' in outcome ? { cells, saved: outcome.saved } : { cells, refused: outcome.refused, field: outcome.field }
  }
  const saved = [...outcomes.values()].filter((outcome) => 'saved' in outcome).length
  const left = stillToDo(items).length - saved
  await recordSheet(base, viewer, {
    id: form.id,
    version: corrected.version,
    choices: JSON.stringify(answered),
    at: left === 0 ? now() : null,
  })
  revalidatePath('/', 'layout')
  return done(left > 0 ? 'sheet.savedSome' : 'sheet.saved', { count: saved, left })
}

/** What was answered so far and now, of the rows to which anything was. */
function answersOf(items: readonly SheetItem[], form: Applied): SheetChoices {
  const answers: SheetChoices = {}
  for (const { number, answer, conflict } of items) {
    const given = form.rows[number]
    const cells = { ...answer.cells, ...given?.cells }
    const left = answer.left || (conflict && given?.take === 'ledger') || undefined
    if (answer.saved !== undefined) answers[number] = answer
    else if (left || Object.keys(cells).length > 0) answers[number] = { cells, left }
  }
  return answers
}

/** None for a row that does not fit, or where the ledger changed and nobody has said which of the two holds. */
function rowOf({ number, reading, now: present, conflict }: SheetItem, form: Applied): SheetRow[] {
  if (!present || !('says' in reading) || reading.says === 'nothing') return []
  const given = form.rows[number]
  if (conflict && given?.take !== 'sheet') return []
  const { on, source, department: departmentId } = form
  const says = reading.says
  const command: Command = says.do === 'confirm' ? { ...says, departmentId, on, source } : { ...says, on, source }
  return [{ number, version: conflict ? (given?.seen ?? -1) : present.version, command }]
}
