// What the forms about a task may send, as zod sees it. Texts are bounded, days must exist; the rules themselves are the domain's.

import { z } from 'zod'
import { isDay } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import { TASK_NUMBER_MAX } from '@/domain/task-number'
import { EVIDENCE_KINDS, type Evidence } from '@/domain/words'

const TEXT_MAX = 2000
const LINE_MAX = 200

export const day = z.string().refine(isDay, 'errors.day-required')
// PostgreSQL stores no U+0000
const typed = z.string().overwrite((value) => value.replaceAll('\u0000', ''))
/** Versions and events, and how far they may go. */
export const COUNT_MAX = 1_000_000
export const count = z.coerce.number().int().min(0).max(COUNT_MAX)
export const positive = count.min(1)
/** A plan, by its number. */
export const planNumber = z.coerce.number().int().min(1).max(999)
/** A task's whole number, of whichever plan. */
export const taskNumber = z.coerce.number<string>().int().min(1).max(TASK_NUMBER_MAX)
export const text = typed.trim().max(TEXT_MAX, 'errors.text-too-long').default('')
export const line = typed.trim().max(LINE_MAX, 'errors.text-too-long').default('')
export const required = (field: typeof text, words = 'errors.text-required') => field.pipe(z.string().min(1, words))
/** One, several of one name (`seqs[]`), or each with a name of its own (`reconfirm.0`). */
export const ids = z
  .union([z.string(), z.array(z.string()), z.record(z.string(), z.string())])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : Object.values(value)))

/** Which task, which version of it the form had seen (absent where the form names its event), and the form's own id. */
export const aboutTask = z.object({
  number: taskNumber,
  version: z.union([z.literal('').transform(() => null), count]).default(null),
  formId: z.uuid(),
})
export type AboutTask = z.output<typeof aboutTask>

export const progress = z.coerce
  .number('errors.progress-out-of-range')
  .int('errors.progress-out-of-range')
  .min(0, 'errors.progress-out-of-range')
  .max(99, 'errors.progress-out-of-range')

export const reportFields = z.object({ progress, done: required(text), problems: text, nextStep: text, on: day, source: line })
const noChangeFields = z.object({ on: day, source: line })
/** A report has two buttons: `intent` says which one was pressed. What was typed beside "no change" stays unread. */
export const reportOrNoChange = <S extends z.ZodRawShape>(more: S) =>
  z.discriminatedUnion('intent', [
    reportFields.extend({ intent: z.literal('report'), ...more }),
    noChangeFields.extend({ intent: z.literal('no_change'), ...more }),
  ])
export const confirmFields = z.object({
  departmentId: line,
  part: z.enum(['done', 'waiting_for_lead', 'obstructed'], 'errors.part-required'),
  note: text,
  on: day,
  source: line,
})
/** Evidence as typed, or a file: a new one, or one that came with an earlier, refused posting of the form. */
export const evidenceShape = {
  evidenceKind: z.enum(EVIDENCE_KINDS).default('document_number'),
  evidenceText: line,
  evidenceFile: z.instanceof(File).optional(),
  evidenceUploaded: line,
}
export type EvidenceFields = Fields<z.ZodObject<typeof evidenceShape>>
export const signOffOn = z.union([z.literal(''), day], 'errors.day-required').default('')
export const claimFields = z.object({
  on: day,
  note: required(text),
  ...evidenceShape,
  unconfirmedReason: text,
  signOffName: line,
  signOffPost: line,
  signOffOn,
  source: line,
})
type SignOffFields = Pick<Fields<typeof claimFields>, 'signOffName' | 'signOffPost' | 'signOffOn'>
/** What is missing of a sign-off of which only the name or only the post was given. */
export function missingOfSignOff({ signOffName, signOffPost }: Omit<SignOffFields, 'signOffOn'>): 'signOffName' | 'signOffPost' | null {
  if (Boolean(signOffName) === Boolean(signOffPost)) return null
  return signOffName ? 'signOffPost' : 'signOffName'
}
/** For superRefine(): a sign-off has a name, a post and a day, or there is none (rule 17). */
export function wholeSignOff(form: SignOffFields, context: z.RefinementCtx): void {
  const missing = missingOfSignOff(form)
  if (missing) context.addIssue({ code: 'custom', path: [missing], message: 'errors.sign-off-required' })
  if (form.signOffName && !form.signOffOn) context.addIssue({ code: 'custom', path: ['signOffOn'], message: 'errors.day-required' })
}

export const acceptFields = z.object({ completedOn: day, reason: text, on: day })
export const returnFields = z.object({ reason: required(text, 'errors.reason-required'), reconfirm: ids, on: day })
export const reopenFields = z.object({ reason: required(text, 'errors.reason-required'), reconfirm: ids })
export const withdrawFields = z.object({ document: required(line, 'errors.document-required'), reason: text })
export const contactFields = z.object({ departmentId: line, office: line, contact: line, phone: line, leaderInCharge: line })
export const seenFields = z.object({
  seqs: ids.transform((all) => all.map(Number)).pipe(z.array(z.number().int().min(1).max(COUNT_MAX)).min(1)),
})
export const takeBackFields = z.object({ reason: text, source: line })

/** Forms about one event of the task: to undo it, or to put another in its place, with the reason. */
export const aboutEvent = aboutTask.extend({ seq: positive })
export const aboutCorrection = aboutEvent.extend({ correctionReason: required(text, 'errors.reason-required') })

type Fields<S extends z.ZodType> = z.output<S>

type ReportOrNoChange = ({ intent: 'report' } & Fields<typeof reportFields>) | ({ intent: 'no_change' } & Fields<typeof noChangeFields>)

export function reportCommand(form: ReportOrNoChange): Command {
  if (form.intent === 'no_change') return { do: 'no_change', ...pick(form, ['on', 'source']) }
  return { do: 'report', ...pick(form, ['progress', 'done', 'problems', 'nextStep', 'on', 'source']) }
}
export const confirmCommand = (form: Fields<typeof confirmFields>): Command => ({
  do: 'confirm',
  ...pick(form, ['departmentId', 'part', 'note', 'on', 'source']),
})

export function claimCommand(form: Omit<Fields<typeof claimFields>, keyof EvidenceFields>, evidence: Evidence | null): Command {
  const { on, note, unconfirmedReason, source, signOffName, signOffPost, signOffOn } = form
  const signOff = signOffName && signOffPost && signOffOn ? { name: signOffName, post: signOffPost, on: signOffOn } : null
  return { do: 'claim', on, note, unconfirmedReason, source, signOff, evidence }
}

/** A link that is no address a browser opens: http or https. */
export function isAddressMissing({ evidenceKind, evidenceText }: Pick<EvidenceFields, 'evidenceKind' | 'evidenceText'>): boolean {
  return evidenceKind === 'link' && evidenceText !== '' && !(/^https?:\/\//i.test(evidenceText) && URL.canParse(evidenceText))
}

export function typedEvidence({ evidenceKind, evidenceText }: Pick<EvidenceFields, 'evidenceKind' | 'evidenceText'>): Evidence | null {
  return evidenceText ? { kind: evidenceKind, text: evidenceText } : null
}

export const acceptCommand = (form: Fields<typeof acceptFields>): Command => ({
  do: 'accept',
  ...pick(form, ['completedOn', 'reason', 'on']),
})
export const returnCommand = (form: Fields<typeof returnFields>): Command => ({
  do: 'return',
  ...pick(form, ['reason', 'reconfirm', 'on']),
})

export const reopenCommand = (form: Fields<typeof reopenFields>): Command => ({ do: 'reopen', ...pick(form, ['reason', 'reconfirm']) })
export const withdrawCommand = (form: Fields<typeof withdrawFields>): Command => ({ do: 'withdraw', ...pick(form, ['document', 'reason']) })

export const correction = ({ seq, correctionReason }: Fields<typeof aboutCorrection>, replacement: Command): Command => ({
  do: 'correct',
  seq,
  reason: correctionReason,
  replacement,
})

export function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>
}
