'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ids, taskNumber, text } from '@/app/task-forms'
import { done, viewerAction } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { NUDGE_MAX, nudge } from '@/db/commands/nudge'
import { numberText } from '@/domain/task-number'

const fields = z.object({
  tasks: ids.pipe(z.array(z.string()).min(1, 'errors.nobody-to-nudge').max(NUDGE_MAX, 'errors.nudge-too-many')).pipe(z.array(taskNumber)),
  departments: ids.pipe(z.array(z.string().max(64)).max(NUDGE_MAX)),
  text: text.pipe(z.string().min(1, 'errors.text-required')),
  formId: z.uuid(),
})

export const sendNudges = viewerAction(fields, async (viewer, { tasks, departments, text: words, formId }) => {
  const nudging = { numbers: tasks, departmentIds: departments, text: words, formId }
  const outcome = await nudge(await database(), viewer, nudging, { today: today(), now: now() })
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  revalidatePath('/', 'layout')
  const t = await getTranslations('nudges')
  const separator = (await getTranslations('common'))('listSeparator')
  const sent = outcome.done.filter(({ numbers }) => numbers.length > 0)
  const left = outcome.done.filter(({ nudgedToday }) => nudgedToday.length > 0)
  const values = {
    departments: sent.map(({ department, numbers }) => t('sentTo', { department, count: numbers.length })).join(separator),
    left: left
      .map(({ department, nudgedToday }) => t('leftTo', { department, numbers: nudgedToday.map(numberText).join(separator) }))
      .join(separator),
  }
  return done(left.length > 0 ? 'nudges.sentLeft' : 'nudges.sent', values)
})
