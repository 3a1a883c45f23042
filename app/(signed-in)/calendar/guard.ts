import { type GuardEntry, outcomes } from '@/app/guard/entry'

const file = 'app/(signed-in)/calendar/actions.ts'
const path = '/calendar'
const expected = outcomes({ administrator: 'done' })

export const calendarGuard: readonly GuardEntry[] = [
  { file, name: 'setDay', path, sample: () => ({ day: '2027-02-06', kind: 'workday', name: '春节' }), expected },
  { file, name: 'removeDay', path, sample: () => ({ day: '2026-10-01' }), expected },
  { file, name: 'setPublished', path, sample: () => ({ year: '2027', published: 'true' }), expected },
]
