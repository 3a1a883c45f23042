import { forSignedIn, type GuardEntry, outcomes } from '@/app/guard/entry'

const file = 'app/(signed-in)/own/actions.ts'
const path = '/own'
const done = 'done'
const whoSeesTasks = outcomes({ lead: done, cooperating: done, 'other-department': done, supervisor: done, leader: done })

const create: GuardEntry = { file, name: 'createOwnFeed', path, sample: () => ({}), expected: whoSeesTasks }

export const ownGuard: readonly GuardEntry[] = [
  { file, name: 'changeEmail', path, sample: () => ({ email: 'someone@example.gov.cn' }), expected: forSignedIn(done) },
  create,
  {
    file,
    name: 'revokeOwnFeed',
    path,
    sample: () => ({}),
    expected: whoSeesTasks,
    after: (['lead', 'cooperating', 'other-department', 'supervisor', 'leader'] as const).map((by) => ({ by, entry: create })),
  },
]
