// What the forms about bulletins may send.
import { z } from 'zod'
import { count, day, line, positive } from '@/app/task-forms'
import { PROSE_MAX, PROSE_NAMES, type ProseName } from '@/domain/bulletin-prose'
import { BASES } from '@/domain/words'

export const newDraft = z.object({ plan: positive, asOf: day, basis: z.enum(BASES) })

const aboutDraft = z.object({ id: line, version: count.min(1) })
const paragraph = z
  .string()
  .overwrite((value) => value.replaceAll('\u0000', '').replaceAll('\r\n', '\n'))
  .trim()
  .max(PROSE_MAX, 'errors.text-too-long')
  .default('')
const paragraphs = Object.fromEntries(PROSE_NAMES.map((name) => [name, paragraph])) as Record<ProseName, typeof paragraph>

export const prose = aboutDraft.extend(paragraphs)
export const signed = aboutDraft.extend({ signOffName: line, signOffPost: line, signOffOn: day })
export const aboutBulletin = z.object({ id: line })

/** One of several drafts, by the button that was pressed: its id and the version that was seen. */
export const chosenDraft = z.object({
  draft: z
    .string()
    .regex(/^\S{1,64} \d{1,6}$/)
    .transform((value) => {
      const [id = '', version = ''] = value.split(' ')
      return { id, version: Number(version) }
    }),
})
