import { type Asker, type Expected, type Facts, type GuardEntry, outcomes } from '@/app/guard/entry'
import { taskPath } from '@/domain/task-number'

type Sample = (facts: Facts) => Record<string, string>
type Named = Partial<Record<Asker, Expected>>

const file = 'app/(signed-in)/tasks/[number]/actions.ts'
const path = ({ task }: Facts): string => taskPath(task.number)
const onTask: Sample = ({ task, formId }) => ({ number: String(task.number), version: String(task.version), formId })
const onEvent: Sample = (facts) => ({ ...onTask(facts), version: '', seq: String(facts.task.seq) })
const source = '电话'

// Those who see the sample task; what is not said of them here is refused. Everyone else finds nothing.
const seen = (named: Named) => outcomes({ lead: 'refused', cooperating: 'refused', supervisor: 'refused', leader: 'refused', ...named })
const byLead = seen({ lead: 'done', supervisor: 'done' })
const bySupervisor = seen({ supervisor: 'done' })

const entry = (name: string, sample: Sample, expected: GuardEntry['expected'], more: Partial<GuardEntry> = {}): GuardEntry => ({
  file,
  name,
  path,
  sample,
  expected,
  ...more,
})

const report: Sample = ({ today }) => ({ intent: 'report', progress: '30', done: '已召开部署会', on: today, source })
const confirm: Sample = ({ today, cooperatingDepartmentId }) => ({ departmentId: cooperatingDepartmentId, part: 'done', on: today, source })
const accept: Sample = ({ today }) => ({ completedOn: today, on: today })
const giveBack: Sample = ({ today }) => ({ reason: '佐证不全', on: today })
const claim: Sample = ({ today }) => ({
  on: today,
  note: '全部完成',
  evidenceText: '满政办〔2024〕1号',
  unconfirmedReason: '已当面说定',
  signOffName: '王平',
  signOffPost: '局长',
  signOffOn: today,
  source,
})

// A correction writes two events: what it retracts, and what takes its place.
const correction = (
  name: string,
  fields: Sample,
  expected: GuardEntry['expected'],
  after: NonNullable<GuardEntry['after']>,
): GuardEntry => ({
  ...entry(name, (facts) => ({ ...onEvent(facts), correctionReason: '记错了', ...fields(facts) }), expected, { after, events: 2 }),
  file: 'app/(signed-in)/tasks/[number]/correction-actions.ts',
})

const about =
  (fields: Sample): Sample =>
  (facts) => ({ ...onTask(facts), ...fields(facts) })

const reportProgress = entry('reportProgress', about(report), byLead)
const claimCompletion = entry('claimCompletion', about(claim), byLead)
const confirmation: Sample = (facts) => ({ ...about(confirm)(facts), version: String(facts.task.dutyVersion) })
const confirmPart = entry('confirmPart', confirmation, seen({ cooperating: 'done', supervisor: 'done' }))
const acceptClaim = entry('acceptClaim', about(accept), bySupervisor, { after: [{ by: 'lead', entry: claimCompletion }] })
const returnClaim = entry('returnClaim', about(giveBack), bySupervisor, { after: [{ by: 'lead', entry: claimCompletion }] })
const accepted: GuardEntry['after'] = [
  { by: 'lead', entry: claimCompletion },
  { by: 'supervisor', entry: acceptClaim },
]
const reopenTask = entry(
  'reopenTask',
  about(() => ({ reason: '整改反弹' })),
  bySupervisor,
  { after: accepted },
)
const withdrawal: Sample = () => ({ document: '满政办〔2024〕9号', reason: '' })
const withdrawTask = entry('withdrawTask', about(withdrawal), bySupervisor)
const reported: GuardEntry['after'] = [{ by: 'lead', entry: reportProgress }]
const reportedFor: GuardEntry['after'] = [{ by: 'supervisor', entry: reportProgress }]

export const taskGuard: readonly GuardEntry[] = [
  reportProgress,
  confirmPart,
  claimCompletion,
  entry(
    'takeBackClaim',
    about(() => ({ reason: '', source })),
    byLead,
    { after: [{ by: 'lead', entry: claimCompletion }] },
  ),
  acceptClaim,
  returnClaim,
  reopenTask,
  withdrawTask,
  entry(
    'editContacts',
    about(({ cooperatingDepartmentId, task }) => ({
      departmentId: cooperatingDepartmentId,
      version: String(task.dutyVersion),
      phone: '0312-7000000',
    })),
    seen({
      cooperating: 'done',
      supervisor: 'done',
    }),
  ),
  entry('markSeen', (facts) => ({ ...onTask(facts), version: '', 'seqs.0': String(facts.task.seq) }), seen({ lead: 'done' }), {
    after: reportedFor,
  }),
  entry('undoEvent', onEvent, seen({ lead: 'done' }), { after: reported }),
  correction('correctReport', report, seen({ lead: 'done' }), reported),
  correction('correctConfirmation', confirm, seen({ cooperating: 'done' }), [{ by: 'cooperating', entry: confirmPart }]),
  correction('correctAcceptance', accept, bySupervisor, accepted),
  correction('correctReturn', giveBack, bySupervisor, [
    { by: 'lead', entry: claimCompletion },
    { by: 'supervisor', entry: returnClaim },
  ]),
  correction('correctReopening', () => ({ reason: '整改不到位' }), bySupervisor, [...accepted, { by: 'supervisor', entry: reopenTask }]),
  correction('correctWithdrawal', withdrawal, bySupervisor, [{ by: 'supervisor', entry: withdrawTask }]),
]
