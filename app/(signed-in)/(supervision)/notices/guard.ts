import { type Asker, type Expected, type Facts, type GuardEntry, outcomes } from '@/app/guard/entry'

const file = 'app/(signed-in)/(supervision)/notices/actions.ts'
type Named = Partial<Record<Asker, Expected>>

// A notice to the lead department of the sample task. Its form names the notice: `noticeId` stands in the sample.
const issue = (facts: Facts): Record<string, string> => ({
  intent: 'issue',
  departmentId: facts.leadDepartmentId,
  numbers: String(facts.task.number),
  colour: 'blue',
  demand: '请确保按时办结。',
  replyBy: facts.today,
  formId: facts.formId,
})

const seen = (named: Named) => outcomes({ lead: 'refused', supervisor: 'refused', leader: 'refused', ...named })
const about = (facts: Facts, version: number, more: Record<string, string> = {}): Record<string, string> => ({
  noticeId: facts.notice?.id ?? 'none',
  version: String(version),
  formId: facts.formId,
  ...more,
})
const path = ({ notice }: Facts): string => `/notices/${notice?.id ?? 'none'}`

// Each step is written twice: as the notice's own event, and as a note on its task.
const EVENTS = 2
const issueNotice: GuardEntry = {
  file,
  name: 'issueNotice',
  path: ({ task }) => `/notices/new?task=${task.number}`,
  sample: issue,
  expected: outcomes({ lead: 'refused', cooperating: 'refused', supervisor: 'done', leader: 'refused' }),
  events: EVENTS,
}
const issued: GuardEntry['after'] = [{ by: 'supervisor', entry: issueNotice }]
const step = (name: string, sample: GuardEntry['sample'], expected: GuardEntry['expected'], after = issued): GuardEntry => ({
  file,
  name,
  path,
  sample,
  expected,
  after,
  events: EVENTS,
})

const replyToNotice = step('replyToNotice', (facts) => about(facts, 1, { text: '已召开调度会。' }), seen({ lead: 'done' }))
const replied: GuardEntry['after'] = [...issued, { by: 'lead', entry: replyToNotice }]

export const noticesGuard: readonly GuardEntry[] = [
  issueNotice,
  step('acknowledgeNotice', (facts) => about(facts, 1), seen({ lead: 'done' })),
  replyToNotice,
  step('returnReply', (facts) => about(facts, 2, { text: '未说明原因' }), seen({ supervisor: 'done' }), replied),
  step('closeNotice', (facts) => about(facts, 2), seen({ supervisor: 'done' }), replied),
  step('voidNotice', (facts) => about(facts, 1, { text: '发错单位' }), seen({ supervisor: 'done' })),
  {
    file: 'app/(signed-in)/(supervision)/notices/[id]/word/route.ts',
    name: 'GET',
    path: ({ notice }) => `/notices/${notice?.id ?? 'none'}/word`,
    expected: outcomes({ lead: 'done', supervisor: 'done', leader: 'done' }),
    after: issued,
  },
]
