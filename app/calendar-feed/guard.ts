import { forAll, type GuardEntry } from '@/app/guard/entry'

// The address is the credential: whoever is signed in or not, an unknown one does not exist.
export const calendarFeedGuard: readonly GuardEntry[] = [
  {
    file: 'app/calendar-feed/[token]/route.ts',
    name: 'GET',
    path: `/calendar-feed/${'x'.repeat(43)}.ics`,
    expected: forAll('hidden'),
  },
]
