'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { type ActionOutcome, type Done, done, type Refused, viewerAction } from '@/app/viewer-action'
import { realNow } from '@/clock'
import { database } from '@/db/client'
import { addAccount as add } from '@/db/commands/add-account'
import { changeRole } from '@/db/commands/change-role'
import { disableAccount, enableAccount } from '@/db/commands/disable-account'
import { resetPassword as reset } from '@/db/commands/reset-password'
import { ROLES } from '@/domain/words'

const username = z.string().trim().toLowerCase()
const role = z.enum(ROLES, 'errors.required')
const departmentId = z
  .string()
  .default('')
  .transform((id) => id || null)

export const addAccount = viewerAction(z.object({ username, role, departmentId }), async (viewer, form) => {
  const outcome = await add(await database(), viewer, form, realNow())
  return told(outcome, ({ added }) => done('accounts.added', added))
})

export const changeAccountRole = viewerAction(z.object({ username, role, departmentId }), async (viewer, form) => {
  const outcome = await changeRole(await database(), viewer, form, realNow())
  return told(outcome, ({ changed }) => done('accounts.roleChanged', { username: changed }))
})

export const resetPassword = viewerAction(z.object({ username }), async (viewer, form) => {
  const outcome = await reset(await database(), viewer, form.username, realNow())
  return told(outcome, (it) => done('accounts.resetDone', it.reset))
})

export const setAccountEnabled = viewerAction(z.object({ username, enabled: z.stringbool() }), async (viewer, form) => {
  const outcome = await (form.enabled ? enableAccount : disableAccount)(await database(), viewer, form.username, realNow())
  return told(outcome, ({ changed }) => done(form.enabled ? 'accounts.enableDone' : 'accounts.disableDone', { username: changed }))
})

function told<T extends object>(outcome: T | 'hidden', words: (done: Exclude<T, Refused>) => Done): ActionOutcome {
  if (outcome === 'hidden') return outcome
  if ('refused' in outcome) return outcome as T & Refused
  revalidatePath('/accounts', 'layout')
  return words(outcome as Exclude<T, Refused>)
}
