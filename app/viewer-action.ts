// The one wrapper of all server actions (house.md, "One action, four files"): who is asking, where the form comes from, what is in it;
// then one command, and its outcome in words. An action that is not made here does not pass the guard test.
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { z } from 'zod'
import type { ActionState, Words } from '@/app/action-state'
import { formObject, typedValues } from '@/app/form-object'
import { isOwnOrigin } from '@/auth/own-origin'
import { requireViewer } from '@/auth/require-viewer'
import type { Refusal } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'

/** What an action may answer: a finished state, a refusal as the command gave it, or `hidden`, which becomes a 404. */
export type ActionOutcome = ActionState | { refused: string; field?: string; values?: Words['values'] } | Refusal | 'hidden'
export type Action = (previous: ActionState, form: FormData) => Promise<ActionState>

/**
 * An action for people who are signed in. Others are sent (303) to sign in and back to the page. Fields that do not fit the schema are
 * refused beside the field; an issue's message may be a key such as `errors.reason-required`.
 */
export function viewerAction<S extends z.ZodType>(
  schema: S, act: (viewer: Viewer, input: z.output<S>, previous: ActionState) => Promise<ActionOutcome>,
): Action {
  return async (previous, form) => {
    const viewer = await requireViewer()
    return answer(schema, form, viewer.username, (input) => act(viewer, input, previous))
  }
}

/** The same for forms before anyone is signed in. */
export function publicAction<S extends z.ZodType>(schema: S, act: (input: z.output<S>) => Promise<ActionOutcome>): Action {
  return async (_previous, form) => answer(schema, form, null, act)
}

async function answer<S extends z.ZodType>(
  schema: S, form: FormData, username: string | null, act: (input: z.output<S>) => Promise<ActionOutcome>,
): Promise<ActionState> {
  const state = await stateAfter(schema, form, act)
  if (state.status === 'refused') console.info(JSON.stringify({ refused: state.code, by: username, at: (await headers()).get('x-path') }))
  return state
}

async function stateAfter<S extends z.ZodType>(
  schema: S, form: FormData, act: (input: z.output<S>) => Promise<ActionOutcome>,
): Promise<ActionState> {
  // framework bugs and scripts alike may call an action with anything
  if (!(form instanceof FormData)) return refusal('invalid', {})
  const values = typedValues(form)
  if (!isOwnOrigin(await headers())) return refusal('foreign-origin', values)
  const parsed = await schema.safeParseAsync(formObject(form))
  if (!parsed.success) return { ...refusal('invalid', values), fieldErrors: fieldErrors(parsed.error.issues) }
  const outcome = await act(parsed.data)
  if (outcome === 'hidden') notFound()
  if ('status' in outcome) return outcome.status === 'refused' ? { values, ...outcome } : outcome
  return refused(outcome, values)
}

function refused(outcome: Exclude<ActionOutcome, ActionState | 'hidden'>, values: Record<string, string>): ActionState {
  const state = refusal(outcome.refused, values)
  const filledIn = 'values' in outcome ? outcome.values : 'seq' in outcome && outcome.seq !== undefined ? { seq: outcome.seq } : undefined
  const words = { key: `errors.${outcome.refused}`, values: filledIn }
  return outcome.field ? { ...state, fieldErrors: { [outcome.field]: words } } : { ...state, message: words }
}

const refusal = (code: string, values: Record<string, string>): ActionState => ({
  status: 'refused', code, message: { key: `errors.${code}` }, values,
})

function fieldErrors(issues: readonly z.core.$ZodIssue[]): Record<string, Words> {
  return Object.fromEntries(issues.toReversed().map((issue) => [issue.path.join('.'), { key: wordsOf(issue) }]))
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('errors.')) return issue.message
  return issue.code === 'too_small' || issue.code === 'invalid_type' ? 'errors.required' : 'errors.invalid'
}
