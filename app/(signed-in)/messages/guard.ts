import { type GuardEntry, outcomes } from '@/app/guard/entry'

const done = 'done'

export const messagesGuard: readonly GuardEntry[] = [
  {
    file: 'app/(signed-in)/messages/actions.ts',
    name: 'markRead',
    path: '/messages',
    sample: () => ({ group: 'all', upTo: '2999-01-01T00:00:00.000Z' }),
    expected: outcomes({ lead: done, cooperating: done, 'other-department': done, supervisor: done, leader: done }),
    events: 0,
  },
]
