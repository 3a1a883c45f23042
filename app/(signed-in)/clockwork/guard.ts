import { type GuardEntry, outcomes } from '@/app/guard/entry'

const file = 'app/(signed-in)/clockwork/actions.ts'
const path = '/clockwork'
const expected = outcomes({ administrator: 'done' })

/** `guard-delivery` is one that was given up; no channel is set up there, which is told and recorded all the same. */
export const clockworkGuard: readonly GuardEntry[] = [
  { file, name: 'sendAgain', path, sample: () => ({ id: 'guard-delivery' }), expected },
  { file, name: 'testChannel', path, sample: () => ({ channel: 'email' }), expected },
]
