import { forAll, type GuardEntry } from '@/app/guard/entry'

export const healthGuard: readonly GuardEntry[] = [{ file: 'app/health/route.ts', name: 'GET', path: '/health', expected: forAll('done') }]
