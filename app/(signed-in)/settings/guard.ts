import { type GuardEntry, outcomes } from '@/app/guard/entry'

export const settingsGuard: readonly GuardEntry[] = [
  {
    file: 'app/(signed-in)/settings/actions.ts',
    name: 'changeSettings',
    path: '/settings',
    sample: () => ({
      behindPoints: '25',
      dueSoonDays: '30',
      lateEntryDays: '7',
      signOffRequired: 'true',
      rhythm: 'monthly',
      reportDay: '25',
      reportingFrom: '',
      noticeMark: '',
      officeName: '',
      redHead: 'true',
      plan: '1',
      version: '1',
    }),
    expected: outcomes({ supervisor: 'done' }),
  },
]
