import { type GuardEntry, outcomes } from '@/app/guard/entry'

export const lettersGuard: readonly GuardEntry[] = [
  {
    file: 'app/(signed-in)/(documents)/letters/word/route.ts',
    name: 'GET',
    path: ({ leadDepartmentId }) => `/letters/word?kind=card&department=${leadDepartmentId}`,
    expected: outcomes({ lead: 'done', supervisor: 'done', leader: 'done' }),
  },
]
