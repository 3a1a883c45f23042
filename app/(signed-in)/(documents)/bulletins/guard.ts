import { type Facts, type GuardEntry, outcomes } from '@/app/guard/entry'

const file = 'app/(signed-in)/(documents)/bulletins/actions.ts'
const page = ({ bulletin }: Facts): string => `/bulletins/${bulletin?.id ?? 'none'}`
const about = ({ bulletin }: Facts): Record<string, string> => ({ id: bulletin?.id ?? 'none', version: String(bulletin?.version ?? 1) })

/** Everyone who may read bulletins sees the page with the form; drafts exist for supervisors only. */
const read = outcomes({
  lead: 'done',
  cooperating: 'done',
  'other-department': 'done',
  supervisor: 'done',
  leader: 'done',
  auditor: 'done',
})
const forSupervisors = outcomes({ supervisor: 'done' })

const startDraft: GuardEntry = {
  file,
  name: 'startDraft',
  path: '/bulletins',
  leadsTo: /^\/bulletins\/[0-9a-f-]{36}$/,
  sample: ({ today }) => ({ plan: '1', asOf: today, basis: 'approved' }),
  expected: outcomes({
    lead: 'refused',
    cooperating: 'refused',
    'other-department': 'refused',
    supervisor: 'done',
    leader: 'refused',
    auditor: 'refused',
  }),
}
const started: GuardEntry['after'] = [{ by: 'supervisor', entry: startDraft }]
const signBulletin: GuardEntry = {
  file,
  name: 'signBulletin',
  path: page,
  sample: (facts) => ({ ...about(facts), signOffName: '张某', signOffPost: '副区长', signOffOn: facts.today }),
  expected: forSupervisors,
  after: started,
}
const issued: GuardEntry['after'] = [...started, { by: 'supervisor', entry: signBulletin }]

export const bulletinsGuard: readonly GuardEntry[] = [
  startDraft,
  {
    file,
    name: 'saveProse',
    path: page,
    sample: (facts) => ({ ...about(facts), opening: '试验' }),
    expected: forSupervisors,
    after: started,
  },
  {
    file,
    name: 'discardDraft',
    path: '/bulletins',
    sample: ({ bulletin }) => ({ draft: `${bulletin?.id ?? 'none'} ${bulletin?.version ?? 1}` }),
    expected: forSupervisors,
    after: started,
  },
  signBulletin,
  {
    file,
    name: 'checkBulletin',
    path: page,
    sample: about,
    expected: outcomes({
      lead: 'refused',
      cooperating: 'refused',
      'other-department': 'refused',
      supervisor: 'done',
      leader: 'refused',
      auditor: 'done',
    }),
    events: 0,
    after: issued,
  },
  {
    file: 'app/(signed-in)/(documents)/bulletins/[id]/word/route.ts',
    name: 'GET',
    path: (facts) => `${page(facts)}/word`,
    expected: read,
    after: issued,
  },
]
