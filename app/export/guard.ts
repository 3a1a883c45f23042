import { type GuardEntry, outcomes } from '@/app/guard/entry'

const done = 'done'
const expected = outcomes({ lead: done, cooperating: done, 'other-department': done, supervisor: done, leader: done })

/** No prepared file has this id; that its owner gets it and nobody else, e2e/long-work.spec.ts shows. */
export const exportGuard: readonly GuardEntry[] = [
  { file: 'app/export/route.ts', name: 'GET', path: '/export?format=json', expected },
  { file: 'app/export/prepare/route.ts', name: 'POST', path: '/export/prepare?format=json', expected },
  { file: 'app/export/prepared/[id]/route.ts', name: 'GET', path: '/export/prepared/none', expected: outcomes({}) },
]
