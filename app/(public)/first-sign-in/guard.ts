import { type GuardEntry, outcomes } from '@/app/guard/entry'

export const firstSignInGuard: readonly GuardEntry[] = [
  {
    file: 'app/(public)/first-sign-in/actions.ts',
    name: 'completeFirstSignIn',
    path: '/first-sign-in',
    sample: () => ({ password: 'my-own-words-1', passwordAgain: 'my-own-words-1', name: '张明', post: '科员', next: '/ledger' }),
    expected: outcomes({ newcomer: 'done' }),
    leadsTo: '/ledger',
  },
]
