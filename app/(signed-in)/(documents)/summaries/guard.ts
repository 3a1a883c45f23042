import { type Facts, type GuardEntry, outcomes } from '@/app/guard/entry'

const file = 'app/(signed-in)/(documents)/summaries/actions.ts'

const assemble: GuardEntry = {
  file,
  name: 'assembleSummary',
  path: '/summaries',
  sample: ({ today, leadDepartmentId }: Facts) => ({
    plan: '1',
    from: `${today.slice(0, 4)}-01-01`,
    to: today,
    departmentId: leadDepartmentId,
    again: '1',
  }),
  expected: outcomes({ lead: 'done', cooperating: 'refused', 'other-department': 'refused', supervisor: 'done', leader: 'refused' }),
  leadsTo: /^\/summaries\/[0-9a-f-]{36}$/,
}
const after: GuardEntry['after'] = [{ by: 'lead', entry: assemble }]
const about = ({ summary }: Facts) => ({ id: summary?.id ?? '', version: '1' })
const path = ({ summary }: Facts): string => `/summaries/${summary?.id ?? ''}`

// one department's: its officers and the supervisors write it, leaders read it
const written = outcomes({ lead: 'done', supervisor: 'done', leader: 'refused' })

export const summariesGuard: readonly GuardEntry[] = [
  assemble,
  {
    file,
    name: 'editSummary',
    path,
    sample: (facts) => ({ ...about(facts), section: '', part: '0', 'texts.0': '总的情况。', added: '' }),
    expected: written,
    after,
  },
  { file, name: 'renameSummary', path, sample: (facts) => ({ ...about(facts), title: '工作总结' }), expected: written, after },
  { file, name: 'discardSummary', path, sample: about, expected: written, leadsTo: '/summaries?discarded=1', after },
  {
    file: 'app/(signed-in)/(documents)/summaries/[id]/word/route.ts',
    name: 'GET',
    path: (facts) => `${path(facts)}/word`,
    expected: outcomes({ lead: 'done', supervisor: 'done', leader: 'done' }),
    after,
  },
]
