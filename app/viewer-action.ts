// The one wrapper of all server actions (house.md, "One action, four files"): who is asking, where the form comes from, what is in it;
// then one command, and its outcome in words. An action that is not made here does not pass the guard test.

import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { MessageKeys, Messages, NestedKeyOf } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { formObject, typedValues } from '@/app/form-object'
import { isOwnOrigin } from '@/auth/own-origin'
import { requireViewer } from '@/auth/require-viewer'
import type { Action, ActionState } from '@/components/ui/action-state'
import type { Viewer } from '@/domain/permissions'

export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>
export type Code = keyof Messages['errors']
type Filled = Record<string, string | number>

/** It was carried out: what to say about it, and what the form needs to go on. */
export type Done = { said: MessageKey; values?: Filled; data?: ActionState['data']; rest?: Rest }
/** What was not carried out of a form with many rows: why, by field. Only what was typed in the fields that `keeps` names is given back. */
export type Rest = { refused: Record<string, Code>; keeps: (field: string) => boolean }
/** It was not. Every refusal of a command fits; the words are in the messages under `errors`. `keep`: what the form sends along next time. */
export type Refused = { refused: Code; field?: string; seq?: number; values?: Filled; keep?: Record<string, string> }
/** `hidden` becomes a 404. */
export type ActionOutcome = Done | Refused | 'hidden'

/** For the end of an action. */
export const done = (key: MessageKey, values?: Filled, data?: ActionState['data'], rest?: Rest): Done => ({ said: key, values, data, rest })

/** What is done with a form that does not fit, such as keeping its file: what it sends along next time, and what else is wrong with it. */
export type Rescue = (viewer: Viewer, fields: Record<string, unknown>) => Promise<{ keep?: Refused['keep']; wrong?: Record<string, Code> }>

/**
 * An action for people who are signed in. Others are sent (303) to sign in and back to the page. Fields that do not fit the schema are
 * refused beside the field; an issue's message may name its words, such as `z.string().min(1, 'errors.reason-required')`.
 */
export function viewerAction<S extends z.ZodType>(
  schema: S,
  act: (viewer: Viewer, input: z.output<S>) => Promise<ActionOutcome>,
  rescue?: Rescue,
): Action {
  return async (_previous, form) => {
    const viewer = await requireViewer()
    return answer(schema, form, viewer.username, (input) => act(viewer, input), rescue && ((fields) => rescue(viewer, fields)))
  }
}

/** The same for forms before anyone is signed in. */
export function publicAction<S extends z.ZodType>(schema: S, act: (input: z.output<S>) => Promise<ActionOutcome>): Action {
  return async (_previous, form) => answer(schema, form, null, act)
}

async function answer<S extends z.ZodType>(
  schema: S,
  form: FormData,
  username: string | null,
  act: (input: z.output<S>) => Promise<ActionOutcome>,
  rescue?: Saving,
): Promise<ActionState> {
  // scripts may call an action with anything
  if (!(form instanceof FormData)) return inWords({ refused: 'invalid' }, {})
  const requestHeaders = await headers()
  const outcome = isOwnOrigin(requestHeaders) ? await outcomeOf(schema, form, act, rescue) : { refused: 'foreign-origin' as const }
  if (outcome === 'hidden') notFound()
  if ('refused' in outcome) console.info(JSON.stringify({ refused: outcome.refused, by: username, at: requestHeaders.get('x-path') }))
  return inWords(outcome, typedValues(form))
}

type Misfit = { refused: 'invalid'; fields: Record<string, Code>; keep?: Refused['keep'] }
type Saving = (fields: Record<string, unknown>) => ReturnType<Rescue>

async function outcomeOf<S extends z.ZodType>(
  schema: S,
  form: FormData,
  act: (input: z.output<S>) => Promise<ActionOutcome>,
  rescue?: Saving,
): Promise<ActionOutcome | Misfit> {
  const given = formObject(form)
  const parsed = await schema.safeParseAsync(given)
  if (parsed.success) return act(parsed.data)
  const fields: Record<string, Code> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= codeOf(issue)
  const { keep, wrong } = (await rescue?.(given)) ?? {}
  return { refused: 'invalid', fields: { ...fields, ...wrong }, keep }
}

async function inWords(outcome: Done | Refused | Misfit, typed: Record<string, string>): Promise<ActionState> {
  const t = await getTranslations()
  if ('said' in outcome) {
    const { said, values, data, rest } = outcome
    const told: ActionState = { status: 'done', message: t(said, values), data }
    if (!rest) return told
    const wrong = Object.entries(rest.refused).map(([field, code]) => [field, t(`errors.${code}`)])
    const kept = Object.entries(typed).filter(([field]) => rest.keeps(field))
    return {
      ...told,
      status: wrong.length > 0 ? 'refused' : 'done',
      fieldErrors: Object.fromEntries(wrong),
      values: Object.fromEntries(kept),
    }
  }
  const state: ActionState = { status: 'refused', code: outcome.refused, values: { ...typed, ...outcome.keep } }
  if ('fields' in outcome) {
    const words = Object.entries(outcome.fields).map(([field, code]) => [field, t(`errors.${code}`)])
    return { ...state, message: t('errors.invalid'), fieldErrors: Object.fromEntries(words) }
  }
  const message = t(`errors.${outcome.refused}`, { seq: outcome.seq ?? 0, ...outcome.values })
  return outcome.field ? { ...state, message, fieldErrors: { [outcome.field]: message } } : { ...state, message }
}

// What stands behind `errors.` in our schemas is a code of ours.
function codeOf(issue: z.core.$ZodIssue): Code {
  if (issue.message.startsWith('errors.')) return issue.message.slice('errors.'.length) as Code
  return issue.code === 'too_small' || issue.code === 'invalid_type' ? 'required' : 'invalid'
}
