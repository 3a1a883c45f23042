// What a form with many rows may send. Each line is read by itself, so that a misfit in one refuses that line and no other (rule 14).
import { z } from 'zod'
import { count, day, isAddressMissing, line, missingOfSignOff, progress, signOffOn, text } from '@/app/task-forms'
import { EVIDENCE_KINDS, PARTS } from '@/domain/words'

const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)
const evidence = { evidenceKind: z.enum(EVIDENCE_KINDS).default('document_number'), evidenceText: line }
const signOff = { signOffName: line, signOffPost: line, signOffOn }
const row = { version: count, formId: z.uuid() }

/** `department` is empty on the page of all tasks, `plan` on the page of all plans. `source` and the sign-off stand for every row that says nothing else. */
export const rowsForm = z.object({
  department: line,
  plan: z.union([z.literal('').transform(() => undefined), count]).optional(),
  intent: z.enum(['save', 'no_change']).default('save'),
  formId: z.uuid(),
  source: line,
  signOffName: line,
  signOffPost: line,
  rows: z
    .record(z.string().regex(/^\d{1,9}$/), z.object({ ...row, lines: z.record(z.string().regex(/^\d{1,2}$/), z.unknown()) }))
    .default({}),
  parts: z
    .record(z.string().regex(/^\d{1,9}_.{1,64}$/), z.object({ ...row, on: z.unknown(), part: z.unknown(), note: z.unknown() }))
    .default({}),
})
export type RowsForm = z.output<typeof rowsForm>

/** One dated line of a lead task: a report, or with `claim` a completion claim, or with `accept` besides its acceptance. */
export const reportLine = z
  .object({
    on: day,
    progress: z.union([z.literal('').transform(() => null), progress], 'errors.progress-out-of-range').default(null),
    done: text,
    claim: ticked,
    accept: ticked,
    problems: text,
    nextStep: text,
    unconfirmedReason: text,
    ...evidence,
    ...signOff,
  })
  .superRefine((form, context) => {
    const missing = form.claim && missingOfSignOff(form)
    if (missing) context.addIssue({ code: 'custom', path: [missing], message: 'errors.sign-off-required' })
    if (form.claim && isAddressMissing(form)) context.addIssue({ code: 'custom', path: ['evidenceText'], message: 'errors.evidence-link' })
  })
export type ReportLine = z.output<typeof reportLine>

export const partLine = z.object({
  on: day,
  part: z.enum(PARTS, 'errors.part-required').exclude(['none'], 'errors.part-required'),
  note: text,
})

const FILLING = ['progress', 'done', 'claim', 'problems', 'nextStep', 'part', 'note']

/** Whether a line says anything. A day alone does not, nor what belongs to a claim that is not made. */
export function isFilled(raw: unknown): raw is Record<string, unknown> {
  return (
    typeof raw === 'object' &&
    raw !== null &&
    Object.entries(raw).some(([name, value]) => FILLING.includes(name) && String(value ?? '').trim() !== '')
  )
}
