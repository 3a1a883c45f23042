// What the forms of an import may send.
import { z } from 'zod'
import { count, day, line, required } from '@/app/task-forms'
import { type Answers, splitNames } from '@/documents/answers'
import { type Choices, READ_ROLES } from '@/documents/recognition'
import { readDeadline } from '@/domain/deadline'
import { RHYTHMS } from '@/domain/reporting-periods'

const TEXT_MAX = 2_000_000
const WRITTEN_MAX = 500
const TABLES_MAX = 999
const HEADER_MAX = 50

export const upload = z.object({
  formId: z.uuid(),
  file: z.instanceof(File).optional(),
  text: z.string().max(TEXT_MAX, 'errors.text-too-long').default(''),
  /** The plan that it shall change. */
  into: z.coerce.number().int().min(1).max(TABLES_MAX).optional().catch(undefined),
})

export const aboutImport = z.object({ id: z.string().min(1).max(64), version: count })
const id = { id: z.string().min(1).max(64) }
const written = z.string().max(WRITTEN_MAX).default('')
const text = z.string().trim().max(WRITTEN_MAX).default('')
// fields named `columns.0`, `columns.1` … come as an object
const inOrder = <T extends z.ZodType>(item: T) => z.record(z.string().regex(/^\d+$/), item).transform((all) => Object.values(all))

export const tableAnswers = aboutImport.extend({
  table: z.coerce.number().int().min(0).max(TABLES_MAX),
  title: line,
  headerRows: z.coerce
    .number('errors.header-rows')
    .int('errors.header-rows')
    .min(0, 'errors.header-rows')
    .max(HEADER_MAX, 'errors.header-rows'),
  leaveOut: z.literal('yes').optional(),
  columns: inOrder(z.enum(READ_ROLES)).default([]),
})

export const doubtAnswers = aboutImport.extend({
  names: inOrder(z.object({ written, cell: written, means: text, other: text, split: text, unlike: z.literal('yes').optional() })).default(
    [],
  ),
  /** Names that are like no department, and were not answered otherwise, are new ones. */
  restNew: z.literal('yes').optional(),
  cells: inOrder(z.object({ cell: written, means: text, split: text })).default([]),
  deadlines: inOrder(z.object({ written, means: text, other: text })).default([]),
  numbering: z.literal('asked').optional(),
  acceptGaps: z.literal('yes').optional(),
  renumber: z.literal('yes').optional(),
})

export const takenBack = aboutImport.extend({ again: inOrder(z.string().max(WRITTEN_MAX + 20)).default([]) })
export const discarded = z.object(id)

export const newPlan = aboutImport.extend({
  title: required(line),
  shortName: line,
  issuer: required(line),
  documentNumber: line,
  firstDay: day,
  rhythm: z.enum(RHYTHMS),
})

export const documentFields = { documentTitle: required(line, 'errors.document-required'), documentNumber: line, documentOn: day }
export const planChange = aboutImport.extend({
  plan: z.coerce.number().int().min(1).max(TABLES_MAX),
  seen: z.string().max(100),
  effectiveOn: day,
  ...documentFields,
})

/** The table's own answers; the columns as sent are thereby confirmed. */
export function answersOfTable({ table, title, headerRows, leaveOut, columns }: z.output<typeof tableAnswers>, choices: Choices): Answers {
  const others = (choices.leaveOut ?? []).filter((index) => index !== table)
  return {
    title,
    leaveOut: leaveOut ? [...others, table].sort((a, b) => a - b) : others,
    headerEnd: { [table]: headerRows - 1 },
    ...(columns.length > 0 && { columns: { [table]: columns } }),
  }
}

/** The answers, or the field at fault. */
export type Said = { answers: Answers } | { wrong: string; why: 'answer-twice' | 'deadline-unknown' }
type DoubtAnswers = z.output<typeof doubtAnswers>

/** One answer to each doubt; what was not answered is asked again. */
export function answersOfDoubts({ names, restNew, cells, deadlines, numbering, acceptGaps, renumber }: DoubtAnswers): Said {
  const answers: Required<Pick<Answers, 'departments' | 'cells' | 'deadlines'>> = { departments: {}, cells: {}, deadlines: {} }
  for (const [index, { written: as, cell, means, other, split, unlike }] of names.entries()) {
    const several = splitNames(split)
    if ([means, other, split].filter(Boolean).length > 1)
      return { wrong: `names.${index}.${split ? 'split' : 'other'}`, why: 'answer-twice' }
    if (several.length > 0) answers.cells[cell] = several
    else if (other) answers.departments[as] = other
    else if (means === 'new' || (!means && restNew && unlike)) answers.departments[as] = as
    else if (means.startsWith('is:')) answers.departments[as] = means.slice('is:'.length)
  }
  for (const { cell, means, split } of cells) {
    const several = splitNames(split || means)
    if (several.length > 0) answers.cells[cell] = several
  }
  for (const [index, { written: as, means, other }] of deadlines.entries()) {
    const said = other || means
    if (other && means) return { wrong: `deadlines.${index}.other`, why: 'answer-twice' }
    if (said && !readDeadline(said)) return { wrong: `deadlines.${index}.other`, why: 'deadline-unknown' }
    if (said) answers.deadlines[as] = said
  }
  const numbered = numbering && { acceptGaps: acceptGaps !== undefined, renumber: renumber !== undefined }
  return { answers: { ...answers, ...numbered } }
}

/** What is asked anew: `departments:卫健局`. */
export function answersTakenBack(again: readonly string[]): Answers {
  const answers: Required<Pick<Answers, 'departments' | 'cells' | 'deadlines'>> = { departments: {}, cells: {}, deadlines: {} }
  for (const key of again) {
    const [about, ...rest] = key.split(':')
    if (about === 'departments' || about === 'cells' || about === 'deadlines') answers[about][rest.join(':')] = null
  }
  return answers
}
