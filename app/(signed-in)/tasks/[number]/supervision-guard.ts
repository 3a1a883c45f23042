import { type Asker, type Expected, type Facts, type GuardEntry, outcomes } from '@/app/guard/entry'
import { taskPath } from '@/domain/task-number'

type Sample = (facts: Facts) => Record<string, string>

// Those who see the sample task; what is not said of them here is refused. Everyone else finds nothing.
const seen = (named: Partial<Record<Asker, Expected>>) =>
  outcomes({ lead: 'refused', cooperating: 'refused', supervisor: 'refused', leader: 'refused', ...named })
const byLead = seen({ lead: 'done', supervisor: 'done' })
const bySupervisor = seen({ supervisor: 'done' })

const entry = (name: string, fields: Sample, expected: GuardEntry['expected'], after: GuardEntry['after'] = []): GuardEntry => ({
  file: 'app/(signed-in)/tasks/[number]/supervision-actions.ts',
  name,
  path: ({ task }) => taskPath(task.number),
  sample: (facts) => {
    const { task, formId } = facts
    return { number: String(task.number), version: String(task.version), formId, ...fields(facts) }
  },
  expected,
  after,
})

// A correction writes two events: what it retracts, and what takes its place.
const correction = (
  name: string,
  fields: Sample,
  expected: GuardEntry['expected'],
  after: NonNullable<GuardEntry['after']>,
): GuardEntry => ({
  ...entry(name, (facts) => ({ version: '', seq: String(facts.task.seq), correctionReason: '记错了', ...fields(facts) }), expected, after),
  file: 'app/(signed-in)/tasks/[number]/correction-actions.ts',
  events: 2,
})

const source = '电话'
const latest = ({ task }: Facts): string => String(task.seq)
// what the decision to be corrected was about
const decided = ({ task }: Facts): string => String(task.seq - 1)

const visit: Sample = ({ today }) => ({ progress: '30', note: '现场未见设备', on: today })
const result: Sample = ({ today }) => ({ year: today.slice(0, 4), result: '全年运行平稳', on: today, source })
const approval = (requestSeq: string, { today }: Facts) => ({ requestSeq, dueOn: '2099-12-31', on: today })
const refusal = (requestSeq: string) => ({ requestSeq, reason: '理由不足' })
const stageReturn = (reportSeq: string) => ({ reportSeq, reason: '缺少数据' })

const requestExtension = entry(
  'requestExtension',
  ({ today }) => ({ dueOn: '2099-12-31', reason: '设备招标延后', on: today, source }),
  byLead,
)
const requested: GuardEntry['after'] = [{ by: 'lead', entry: requestExtension }]
const approveExtension = entry('approveExtension', (facts) => approval(latest(facts), facts), bySupervisor, requested)
const refuseExtension = entry('refuseExtension', (facts) => refusal(latest(facts)), bySupervisor, requested)
const checkTask = entry('checkTask', visit, bySupervisor)
const makeLongTerm = entry('makeLongTerm', () => ({ document: '满政办〔2024〕9号' }), bySupervisor)
const longTerm: GuardEntry['after'] = [{ by: 'supervisor', entry: makeLongTerm }]
const reportStage = entry('reportStage', result, byLead, longTerm)
const reported: GuardEntry['after'] = [...longTerm, { by: 'lead', entry: reportStage }]
const verifyStage = entry('verifyStage', (facts) => ({ reportSeq: latest(facts) }), bySupervisor, reported)
const returnStage = entry('returnStage', (facts) => stageReturn(latest(facts)), bySupervisor, reported)

const after = (before: GuardEntry['after'], last: GuardEntry) => [...(before ?? []), { by: 'supervisor' as const, entry: last }]

export const taskSupervisionGuard: readonly GuardEntry[] = [
  requestExtension,
  approveExtension,
  refuseExtension,
  checkTask,
  makeLongTerm,
  reportStage,
  verifyStage,
  returnStage,
  correction('correctApproval', (facts) => approval(decided(facts), facts), bySupervisor, after(requested, refuseExtension)),
  correction('correctRefusal', (facts) => refusal(decided(facts)), bySupervisor, after(requested, approveExtension)),
  correction('correctCheck', visit, bySupervisor, after([], checkTask)),
  correction('correctStage', result, seen({ lead: 'done' }), reported),
  correction('correctStageVerification', (facts) => ({ reportSeq: decided(facts) }), bySupervisor, after(reported, returnStage)),
  correction('correctStageReturn', (facts) => stageReturn(decided(facts)), bySupervisor, after(reported, verifyStage)),
]
