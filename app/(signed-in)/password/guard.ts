import { forSignedIn, type GuardEntry } from '@/app/guard/entry'

export const passwordGuard: readonly GuardEntry[] = [
  {
    file: 'app/(signed-in)/password/actions.ts',
    name: 'changePassword',
    path: '/password',
    sample: ({ password }) => ({ presentPassword: password, password: 'my-own-words-1', passwordAgain: 'my-own-words-1' }),
    expected: forSignedIn('done'),
  },
]
