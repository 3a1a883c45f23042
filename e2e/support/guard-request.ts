import type { APIRequestContext, APIResponse } from '@playwright/test'
import type { Expected, Facts, GuardEntry } from '@/app/guard/entry'

type Sending = { request: APIRequestContext; address: string; cookie: string | null; headers: Record<string, string> }

/** Sends an entry's sample as a browser would, and says how it was answered. `id` is the action's in this build, null for a handler. */
export async function outcomeOf(entry: GuardEntry, id: string | null, facts: Facts, sending: Sending): Promise<Expected | string> {
  const path = typeof entry.path === 'string' ? entry.path : entry.path(facts)
  const { headers, address } = sending
  if (id === null && entry.name === 'POST') {
    const form = new FormData()
    for (const [name, value] of Object.entries(entry.sample?.(facts) ?? {})) form.append(name, value)
    return ofHandler((await ask(path, { ...sending, headers: { ...headers, origin: address }, form })).status())
  }
  if (id === null) return ofHandler((await ask(path, sending)).status())
  const answer = await ask(path, {
    ...sending,
    headers: { ...headers, origin: address, accept: 'text/x-component', 'next-action': id },
    form: argumentsOf(entry, facts),
  })
  return ofAction(answer, entry, await answer.text())
}

/** One request, without following where it leads; but the router's own requests are first told to name themselves in the address. */
export async function ask(path: string, sending: Sending & { form?: FormData }): Promise<APIResponse> {
  const { request, address, cookie, headers, form } = sending
  const options = { headers: { ...headers, ...(cookie && { cookie }) }, maxRedirects: 0, ...(form && { method: 'POST', multipart: form }) }
  const answer = await request.fetch(address + path, options)
  const target = answer.headers().location ?? ''
  return /[?&]_rsc/.test(target) && target.startsWith(path) ? request.fetch(address + target, options) : answer
}

/** A form as the framework's client encodes it: the form's fields, and after them the arguments as JSON. */
export function argumentsOf(entry: GuardEntry, facts: Facts): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(entry.sample?.(facts) ?? {})) form.append(`_1_${name}`, value)
  form.append('0', JSON.stringify(entry.formOnly ? ['$K1'] : [{ status: 'idle' }, '$K1']))
  return form
}

function ofHandler(status: number): Expected | string {
  const known: Record<number, Expected> = { 200: 'done', 303: 'done', 401: 'signed-out', 403: 'refused', 404: 'hidden' }
  return known[status] ?? `status ${status}`
}

function ofAction(answer: APIResponse, entry: GuardEntry, body: string): Expected | string {
  const target = answer.headers()['x-action-redirect']?.split(';')[0] ?? answer.headers().location
  if (target !== undefined) return ofRedirect(target, entry)
  if (answer.status() === 404) return 'hidden'
  if (answer.status() !== 200) return `status ${answer.status()}`
  const status = /"status":"(done|refused)"/.exec(body)?.[1]
  return status === 'refused' ? `refused${code(body)}` : 'done'
}

function ofRedirect(target: string, entry: GuardEntry): Expected | string {
  if (entry.leadsTo instanceof RegExp ? entry.leadsTo.test(target) : target === entry.leadsTo) return 'done'
  return /^\/(first-)?sign-in(\?|$)/.test(target) ? 'signed-out' : `redirect to ${target}`
}

// Only a refusal for who one is is expected; any other means that the sample is not valid.
function code(body: string): string {
  const found = /"code":"([^"]*)"/.exec(body)?.[1]
  return found && ['not-permitted', 'undo-not-yours', 'not-correctable'].includes(found) ? '' : ` (${found})`
}
