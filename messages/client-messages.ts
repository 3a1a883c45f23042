import type { Messages } from 'next-intl'

/** The namespaces that client components use. They are sent with every page, so keep them few. */
export const CLIENT_NAMESPACES = [
  'shell',
  'common',
  'errors',
  'actions',
  'forms',
  'lights',
  'parts',
  'failures',
  'department',
  'noticeForms',
  'selection',
  'longWork',
  'unsavedProse',
] as const satisfies readonly (keyof Messages)[]

/** The part of the messages that the browser gets. */
export function clientMessages(messages: Messages): Pick<Messages, (typeof CLIENT_NAMESPACES)[number]> {
  return Object.fromEntries(CLIENT_NAMESPACES.map((name) => [name, messages[name]])) as Pick<Messages, (typeof CLIENT_NAMESPACES)[number]>
}
