import { type GuardEntry, outcomes } from '@/app/guard/entry'

const done = 'done'
const expected = outcomes({ lead: done, cooperating: done, 'other-department': done, supervisor: done, leader: done })

export const compareGuard: readonly GuardEntry[] = [
  { file: 'app/(signed-in)/(documents)/compare/export/route.ts', name: 'GET', path: '/compare/export', expected },
]
