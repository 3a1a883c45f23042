// What the forms of extensions, checks and stage results may send. The rules themselves are the domain's (domain/supervision.ts).
import { z } from 'zod'
import { day, type EvidenceFields, evidenceShape, line, pick, positive, required, text } from '@/app/task-forms'
import type { Command } from '@/domain/commands'
import type { Evidence } from '@/domain/words'

type Fields<S extends z.ZodType> = z.output<S>
type WithoutEvidence<S extends z.ZodType> = Omit<Fields<S>, keyof EvidenceFields>

const reason = required(text, 'errors.reason-required')
/** An empty field is no 0. */
const wholeNumber = (min: number, max: number, words: string) =>
  z.string(words).trim().min(1, words).pipe(z.coerce.number<string>(words).int(words).min(min, words).max(max, words))

export const extensionRequestFields = z.object({ dueOn: day, reason, ...evidenceShape, on: day, source: line })
export const extensionRequestCommand = (form: WithoutEvidence<typeof extensionRequestFields>, evidence: Evidence | null): Command => ({
  do: 'request_extension',
  ...pick(form, ['dueOn', 'reason', 'on', 'source']),
  evidence,
})

export const extensionApprovalFields = z.object({ requestSeq: positive, dueOn: day, reason: text, on: day })
export const extensionApprovalCommand = (form: Fields<typeof extensionApprovalFields>): Command => ({
  do: 'approve_extension',
  ...pick(form, ['requestSeq', 'dueOn', 'reason', 'on']),
})

export const extensionRefusalFields = z.object({ requestSeq: positive, reason })
export const extensionRefusalCommand = (form: Fields<typeof extensionRefusalFields>): Command => ({
  do: 'refuse_extension',
  ...pick(form, ['requestSeq', 'reason']),
})

export const checkFields = z.object({
  progress: wholeNumber(0, 100, 'errors.checked-out-of-range'),
  note: required(text),
  ...evidenceShape,
  on: day,
  reopen: z
    .literal('on')
    .optional()
    .transform((tick) => tick !== undefined),
})
export const checkCommand = (form: WithoutEvidence<typeof checkFields>, evidence: Evidence | null): Command => ({
  do: 'check',
  ...pick(form, ['progress', 'note', 'on', 'reopen']),
  evidence,
})

export const longTermFields = z.object({ document: required(line, 'errors.document-required'), reason: text })
export const longTermCommand = (form: Fields<typeof longTermFields>): Command => ({
  do: 'make_long_term',
  ...pick(form, ['document', 'reason']),
})

export const stageFields = z.object({
  year: wholeNumber(1900, 9999, 'errors.stage-year'),
  result: required(text),
  ...evidenceShape,
  on: day,
  source: line,
})
export const stageCommand = (form: WithoutEvidence<typeof stageFields>, evidence: Evidence | null): Command => ({
  do: 'report_stage',
  ...pick(form, ['year', 'result', 'on', 'source']),
  evidence,
})

export const stageVerificationFields = z.object({ reportSeq: positive, note: text })
export const stageVerificationCommand = (form: Fields<typeof stageVerificationFields>): Command => ({
  do: 'verify_stage',
  ...pick(form, ['reportSeq', 'note']),
})

export const stageReturnFields = z.object({ reportSeq: positive, reason })
export const stageReturnCommand = (form: Fields<typeof stageReturnFields>): Command => ({
  do: 'return_stage',
  ...pick(form, ['reportSeq', 'reason']),
})
