// What the forms about notices may send. The rules themselves are the domain's.
import { z } from 'zod'
import { count, day, line, progress, signOffOn, taskNumber, text } from '@/app/task-forms'
import type { TaskProgress } from '@/db/commands/step-notice'
import type { NoticeDraft } from '@/domain/notice-draft'
import { NOTICE_COLOURS } from '@/domain/notices'

export const aboutNotice = z.object({ noticeId: line, version: count.min(1), formId: z.uuid() })
export const textField = z.object({ text })

const ofTasks = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^\d{1,9}$/), value).default({})
export const replyFields = z.object({
  text,
  progress: ofTasks(z.union([z.literal('').transform(() => null), progress], 'errors.progress-out-of-range')),
  taskVersion: ofTasks(count),
})

/** The tasks for which a figure was given. */
export function reportsOf({ progress, taskVersion }: z.output<typeof replyFields>): TaskProgress[] {
  return Object.entries(progress).flatMap(([number, value]) =>
    value === null ? [] : [{ number: Number(number), version: taskVersion[number] ?? 0, progress: value }],
  )
}

export const newNotice = z.object({
  intent: z.enum(['preview', 'edit', 'issue']),
  departmentId: line,
  numbers: z
    .string()
    .transform((whole) => whole.split(',').filter(Boolean))
    .pipe(z.array(taskNumber)),
  colour: z.enum(NOTICE_COLOURS),
  demand: text,
  replyBy: day,
  signOffName: line,
  signOffPost: line,
  signOffOn,
  formId: z.uuid(),
})
export type NewNoticeForm = z.output<typeof newNotice>

/** A day alone, which the form starts with, is no sign-off. */
export function draftOf({ departmentId, numbers, colour, demand, replyBy, ...form }: NewNoticeForm, today: string): NoticeDraft {
  const { signOffName: name, signOffPost: post, signOffOn: on } = form
  const signOff = name || post ? { name, post, on: on || today } : null
  return { departmentId, numbers, colour, demand, replyBy, signOff }
}

/** Nothing is refused, and everything that was typed stays in the form. */
export const KEEP_ALL = { refused: {}, keeps: () => true }
