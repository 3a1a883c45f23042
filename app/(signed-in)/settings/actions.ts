'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { count, line, planNumber } from '@/app/task-forms'
import { type ActionOutcome, done, viewerAction } from '@/app/viewer-action'
import { now } from '@/clock'
import { database } from '@/db/client'
import { changePlanSettings } from '@/db/commands/change-plan-settings'
import { currentPlan } from '@/db/queries/current-plan'
import { faultsIn } from '@/domain/plan-settings'
import { RHYTHMS } from '@/domain/reporting-periods'

// what is no whole number is out of range, an empty field too
const whole = z
  .string()
  .trim()
  .transform((typed) => (/^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN))
const orUsual = line.transform((typed) => typed || null)

const settings = z
  .object({
    behindPoints: whole,
    dueSoonDays: whole,
    lateEntryDays: whole,
    signOffRequired: z.stringbool(),
    rhythm: z.enum(RHYTHMS),
    reportDay: whole,
    reportingFrom: orUsual,
    noticeMark: orUsual,
    officeName: orUsual,
    redHead: z.stringbool(),
    plan: planNumber,
    version: count,
  })
  .superRefine((form, context) => {
    for (const [name, fault] of Object.entries(faultsIn(form)))
      context.addIssue({ code: 'custom', path: [name], message: `errors.${fault}` })
  })

export const changeSettings = viewerAction(settings, async (viewer, { plan, version, ...typed }): Promise<ActionOutcome> => {
  const ledger = await database()
  const outcome = await changePlanSettings(ledger, viewer, { plan, version, settings: typed }, now())
  if (outcome === 'hidden') return outcome
  revalidatePath('/', 'layout')
  if ('changed' in outcome) {
    const { refolded } = outcome.changed
    return refolded > 0 ? done('settings.savedRefolded', { count: refolded }) : done('settings.saved')
  }
  if (outcome.refused !== 'stale') return outcome
  const current = await currentPlan(ledger.db)
  return { refused: 'settings-stale', keep: { version: String(current?.plans.find(({ number }) => number === plan)?.version ?? 0) } }
})
