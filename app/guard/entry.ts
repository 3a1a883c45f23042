// The guard's register. Beside each actions.ts and route.ts stands a guard.ts with one entry for every exported action or handler;
// registry.ts collects them. A test demands that the register and the build name the same set, then sends every sample as every asker
// and compares the outcome and the number of events written. These files import nothing but this one.
import type { Day } from '@/domain/calendar'

export const ASKERS = [
  'lead',
  'cooperating',
  'other-department',
  'supervisor',
  'leader',
  'administrator',
  'auditor',
  'newcomer',
  'nobody',
  'ended-session',
] as const
/** `newcomer` still has a one-time password; the three officers are as seen from the sample task. */
export type Asker = (typeof ASKERS)[number]

/** `signed-out`: sent to sign in (or to the first sign-in), by a handler 401. `refused` by a handler: 403. */
export type Expected = 'done' | 'refused' | 'hidden' | 'signed-out'

/** What a sample may be made of, as it stands when it is sent. */
export type Facts = {
  asker: Asker
  today: Day
  /** New for each sending. */
  formId: string
  /** A task with one lead and one cooperating department; `dutyVersion` is the latter's, `seq` the task's latest event. */
  task: { number: number; version: number; dutyVersion: number; seq: number }
  /** The notice issued last, if any was. */
  notice: { id: string } | null
  /** The bulletin drafted last, issued or not. */
  bulletin: { id: string; version: number } | null
  /** The work summary assembled last, if any was. */
  summary: { id: string } | null
  leadDepartmentId: string
  cooperatingDepartmentId: string
  otherDepartmentId: string
  username: (asker: Asker) => string
  /** The password of every account in the test. */
  password: string
}

export type GuardEntry = {
  /** The file from the project's root and what it exports: an action, or a handler's method. */
  file: string
  name: string
  /** The page that shows the form, or the handler's address with its search. */
  path: string | ((facts: Facts) => string)
  /** The fields of a valid form. None for handlers. */
  sample?: (facts: Facts) => Record<string, string>
  expected: Record<Asker, Expected>
  /** Why it is refused to those who may, where a sample cannot be valid: such as without a file. Otherwise only for who one is. */
  refusedAs?: string
  /** How many events it writes when it is done: one for actions, none for handlers, unless given. */
  events?: number | ((asker: Asker) => number)
  /** Where it redirects when it is done; a pattern where the address names what was made. */
  leadsTo?: string | RegExp
  /** What must have been done before, in order. */
  after?: readonly { by: Asker; entry: GuardEntry }[]
  /** The action takes the form alone, without the form's previous state. */
  formOnly?: boolean
}

/** The outcome for each asker: `hidden` for those who are not named, `signed-out` for those who are not properly signed in. */
export const outcomes = (named: Partial<Record<Asker, Expected>>): Record<Asker, Expected> =>
  Object.fromEntries(ASKERS.map((asker) => [asker, named[asker] ?? (isSignedIn(asker) ? 'hidden' : 'signed-out')])) as Record<
    Asker,
    Expected
  >

/** The same outcome for everyone. */
export const forAll = (expected: Expected): Record<Asker, Expected> =>
  Object.fromEntries(ASKERS.map((asker) => [asker, expected])) as Record<Asker, Expected>

/** The same for everyone who is properly signed in. */
export const forSignedIn = (expected: Expected): Record<Asker, Expected> =>
  outcomes(Object.fromEntries(ASKERS.filter(isSignedIn).map((asker) => [asker, expected])))

export function isSignedIn(asker: Asker): boolean {
  return asker !== 'newcomer' && asker !== 'nobody' && asker !== 'ended-session'
}
