import { type GuardEntry, outcomes } from '@/app/guard/entry'

/** No file has this id: nobody learns whether one exists. That those who see the task get it, e2e/obstacles.spec.ts shows. */
export const filesGuard: readonly GuardEntry[] = [
  { file: 'app/files/[id]/route.ts', name: 'GET', path: '/files/none', expected: outcomes({}) },
]
