import { type Asker, forAll, type GuardEntry } from '@/app/guard/entry'

const hasSession = (asker: Asker): boolean => asker !== 'nobody' && asker !== 'ended-session'

/** What stands around every page, signed in or not. */
export const shellGuard: readonly GuardEntry[] = [
  {
    file: 'app/sign-out.ts',
    name: 'signOut',
    path: '/password',
    formOnly: true,
    sample: () => ({}),
    expected: forAll('done'),
    events: (asker) => (hasSession(asker) ? 1 : 0),
    leadsTo: '/sign-in',
  },
  {
    file: 'app/switch-locale.ts',
    name: 'switchLocale',
    path: '/sign-in',
    formOnly: true,
    sample: () => ({ locale: 'zh-CN' }),
    expected: forAll('done'),
    events: 0,
  },
]
