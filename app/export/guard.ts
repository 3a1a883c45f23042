import { type GuardEntry, outcomes } from '@/app/guard/entry'

const done = 'done'
const expected = outcomes({ lead: done, cooperating: done, 'other-department': done, supervisor: done, leader: done })

export const exportGuard: readonly GuardEntry[] = [{ file: 'app/export/route.ts', name: 'GET', path: '/export?format=json', expected }]
