'use server'

import { revalidatePath } from 'next/cache'
import { broughtTable } from '@/app/(signed-in)/(documents)/plans/import/brought-table'
import { aboutSheet, applied, brought } from '@/app/(signed-in)/departments/[id]/sheet/forms'
import { saveRowsOfSheet } from '@/app/(signed-in)/departments/[id]/sheet/save-rows'
import { type ActionOutcome, done, viewerAction } from '@/app/viewer-action'
import { now } from '@/clock'
import { database } from '@/db/client'
import { canFillSheet, discardSheet, keepSheet } from '@/db/commands/apply-sheet'
import { readDepartmentSheet } from '@/documents/read/department-sheet'

/** Reads a filled sheet and keeps it, to be looked through before anything is saved. */
export const bringSheet = viewerAction(brought, async (viewer, { department, formId, file }): Promise<ActionOutcome> => {
  if (!canFillSheet(viewer, department)) return 'hidden'
  const table = await broughtTable({ file, text: '' })
  if ('refused' in table) return table
  const read = readDepartmentSheet(JSON.parse(table.source), department)
  if ('refused' in read) return { refused: read.refused, field: 'file' }
  const kept = await keepSheet(await database(), viewer, { ...table, id: formId, departmentId: department }, now())
  if (kept === 'hidden' || 'refused' in kept) return kept
  revalidatePath('/', 'layout')
  return done('sheet.brought', { count: read.lines.length })
})

/** Saves what the sheet says, row by row. */
export const saveSheet = viewerAction(applied, saveRowsOfSheet)

export const throwSheetAway = viewerAction(aboutSheet, async (viewer, { department }): Promise<ActionOutcome> => {
  const outcome = await discardSheet(await database(), viewer, department)
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  revalidatePath('/', 'layout')
  return done('sheet.thrownAway')
})
