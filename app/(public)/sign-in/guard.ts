import { forAll, type GuardEntry } from '@/app/guard/entry'

const file = 'app/(public)/sign-in/actions.ts'

export const signInGuard: readonly GuardEntry[] = [
  {
    file,
    name: 'signIn',
    path: '/sign-in',
    sample: ({ username, password }) => ({ username: username('auditor'), password, next: '/audit' }),
    expected: forAll('done'),
    leadsTo: '/audit',
  },
  // the database under test is no demonstration
  {
    file,
    name: 'enterDemo',
    path: '/sign-in',
    sample: ({ username }) => ({ username: username('supervisor') }),
    expected: forAll('hidden'),
  },
]
