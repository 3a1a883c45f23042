import { type Asker, type Expected, type Facts, type GuardEntry, outcomes } from '@/app/guard/entry'

type Sample = (facts: Facts) => Record<string, string>

// Those who see the sample task; what is not said of them here is refused. Everyone else finds nothing.
const seen = (named: Partial<Record<Asker, Expected>>) =>
  outcomes({ lead: 'refused', cooperating: 'refused', supervisor: 'refused', leader: 'refused', ...named })
const byLead = seen({ lead: 'done', supervisor: 'done' })
const bySupervisor = seen({ supervisor: 'done' })

const entry = (name: string, fields: Sample, expected: GuardEntry['expected'], after: GuardEntry['after'] = []): GuardEntry => ({
  file: 'app/(signed-in)/tasks/[number]/supervision-actions.ts',
  name,
  path: ({ task }) => `/tasks/${task.number}`,
  sample: (facts) => {
    const { task, formId } = facts
    return { number: String(task.number), version: String(task.version), formId, ...fields(facts) }
  },
  expected,
  after,
})

const source = '电话'
const requestSeq = ({ task }: Facts): string => String(task.seq)

const requestExtension = entry(
  'requestExtension',
  ({ today }) => ({ dueOn: '2099-12-31', reason: '设备招标延后', on: today, source }),
  byLead,
)
const makeLongTerm = entry('makeLongTerm', () => ({ document: '满政办〔2024〕9号' }), bySupervisor)
const longTerm: GuardEntry['after'] = [{ by: 'supervisor', entry: makeLongTerm }]
const reportStage = entry(
  'reportStage',
  ({ today }) => ({ year: today.slice(0, 4), result: '全年运行平稳', on: today, source }),
  byLead,
  longTerm,
)
const requested: GuardEntry['after'] = [{ by: 'lead', entry: requestExtension }]
const reported: GuardEntry['after'] = [...longTerm, { by: 'lead', entry: reportStage }]

export const taskSupervisionGuard: readonly GuardEntry[] = [
  requestExtension,
  entry('approveExtension', (facts) => ({ requestSeq: requestSeq(facts), dueOn: '2099-12-31', on: facts.today }), bySupervisor, requested),
  entry('refuseExtension', (facts) => ({ requestSeq: requestSeq(facts), reason: '理由不足' }), bySupervisor, requested),
  entry('checkTask', ({ today }) => ({ progress: '30', note: '现场未见设备', on: today }), bySupervisor),
  makeLongTerm,
  reportStage,
  entry('verifyStage', (facts) => ({ reportSeq: requestSeq(facts) }), bySupervisor, reported),
  entry('returnStage', (facts) => ({ reportSeq: requestSeq(facts), reason: '缺少数据' }), bySupervisor, reported),
]
