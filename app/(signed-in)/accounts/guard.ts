import { type GuardEntry, outcomes } from '@/app/guard/entry'

const file = 'app/(signed-in)/accounts/actions.ts'
const path = '/accounts'
const expected = outcomes({ administrator: 'done' })

export const accountsGuard: readonly GuardEntry[] = [
  { file, name: 'addAccount', path, sample: () => ({ username: 'guard-added', role: 'leader', departmentId: '' }), expected },
  {
    file,
    name: 'changeAccountRole',
    path,
    sample: ({ username }) => ({ username: username('leader'), role: 'auditor', departmentId: '' }),
    expected,
  },
  { file, name: 'resetPassword', path, sample: ({ username }) => ({ username: username('leader') }), expected },
  { file, name: 'setAccountEnabled', path, sample: ({ username }) => ({ username: username('leader'), enabled: 'false' }), expected },
]
