// What the forms on obstacles, comments and evidence may send; app/task-forms.ts says how.
import { z } from 'zod'
import { aboutTask, day, evidenceShape, line, pick, positive, required, text } from '@/app/task-forms'
import type { Refused } from '@/app/viewer-action'
import type { Command } from '@/domain/commands'
import type { Evidence } from '@/domain/words'

export const obstacleForm = aboutTask.extend({ departmentId: line, text: required(text), remover: required(line), on: day, source: line })
export const removalForm = aboutTask.extend({ raisedSeq: positive, note: required(text), on: day, source: line })
/** `answers` is the 批示 that it answers; empty in a comment of its own. */
export const commentForm = aboutTask.extend({
  text: required(text),
  answers: z.union([z.literal('').transform(() => null), positive]).default(null),
  source: line,
})
export const evidenceForm = aboutTask.extend({ ...evidenceShape, note: text })

type Of<S extends z.ZodType> = z.output<S>

export const obstacleCommand = (form: Of<typeof obstacleForm>): Command => ({
  do: 'raise_obstacle',
  ...pick(form, ['departmentId', 'text', 'remover', 'on', 'source']),
})
export const removalCommand = (form: Of<typeof removalForm>): Command => ({
  do: 'remove_obstacle',
  ...pick(form, ['raisedSeq', 'note', 'on', 'source']),
})
export const commentCommand = (form: Of<typeof commentForm>): Command => ({ do: 'comment', ...pick(form, ['text', 'answers', 'source']) })

export const evidenceCommand = ({ note }: Of<typeof evidenceForm>, evidence: Evidence | null): Command | Refused =>
  evidence ? { do: 'add_evidence', evidence, note } : { refused: 'evidence-text', field: 'evidenceText' }
