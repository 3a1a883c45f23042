'use server'

import { revalidatePath } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { day, line } from '@/app/task-forms'
import { type ActionOutcome, type Done, done, viewerAction } from '@/app/viewer-action'
import { now } from '@/clock'
import { database } from '@/db/client'
import { type CalendarOutcome, removeCalendarDay, setCalendarDay, setYearPublished } from '@/db/commands/change-calendar'
import type { Day } from '@/domain/calendar'
import { CALENDAR_DAY_KINDS } from '@/domain/working-days'
import { dayText } from '@/messages/day-text'

const kind = z.enum(CALENDAR_DAY_KINDS, 'errors.required')
const year = z.coerce.number().int().min(2000).max(2100)

export const setDay = viewerAction(z.object({ day, kind, name: line }), async (viewer, form) =>
  told(
    await setCalendarDay(await database(), viewer, form, now()),
    done(`calendar.set.${form.kind}`, { day: await inWords(form.day), name: form.name }),
  ),
)

export const removeDay = viewerAction(z.object({ day }), async (viewer, form) =>
  told(await removeCalendarDay(await database(), viewer, form.day, now()), done('calendar.removed', { day: await inWords(form.day) })),
)

export const setPublished = viewerAction(z.object({ year, published: z.stringbool() }), async (viewer, form) =>
  told(
    await setYearPublished(await database(), viewer, form, now()),
    done(form.published ? 'calendar.markedPublished' : 'calendar.markedUnpublished', { year: String(form.year) }),
  ),
)

const inWords = async (on: Day): Promise<string> => dayText(on, await getLocale())

function told(outcome: CalendarOutcome, words: Done): ActionOutcome {
  if (outcome === 'hidden') return outcome
  revalidatePath('/', 'layout')
  return 'refused' in outcome ? outcome : words
}
