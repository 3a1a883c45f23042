import { type Facts, type GuardEntry, outcomes } from '@/app/guard/entry'
import { taskPath } from '@/domain/task-number'

const file = 'app/(signed-in)/tasks/[number]/talk-actions.ts'
const path = ({ task }: Facts): string => taskPath(task.number)
const onTask = ({ task, formId }: Facts) => ({ number: String(task.number), version: '', formId })
const source = '电话'

// An officer speaks for the own department; that of a supervisor and of a leader is the cooperating one.
const raiseObstacle: GuardEntry = {
  file,
  name: 'raiseObstacle',
  path,
  sample: (facts) => ({
    ...onTask(facts),
    departmentId: facts.asker === 'lead' ? facts.leadDepartmentId : facts.cooperatingDepartmentId,
    text: '资金未到位',
    remover: '区财政局',
    on: facts.today,
    source,
  }),
  expected: outcomes({ lead: 'done', cooperating: 'done', supervisor: 'done', leader: 'refused' }),
}

export const talkGuard: readonly GuardEntry[] = [
  raiseObstacle,
  {
    file,
    name: 'removeObstacle',
    path,
    sample: (facts) => ({ ...onTask(facts), raisedSeq: String(facts.task.seq), note: '资金已拨付', on: facts.today, source }),
    expected: outcomes({ lead: 'refused', cooperating: 'done', supervisor: 'done', leader: 'refused' }),
    after: [{ by: 'cooperating', entry: raiseObstacle }],
  },
  {
    file,
    name: 'addComment',
    path,
    sample: (facts) => ({ ...onTask(facts), text: '请抓紧', answers: '', source: '' }),
    expected: outcomes({ lead: 'done', cooperating: 'done', supervisor: 'done', leader: 'done' }),
  },
  {
    file,
    name: 'addEvidence',
    path,
    sample: (facts) => ({ ...onTask(facts), evidenceKind: 'document_number', evidenceText: '满卫〔2024〕9号', note: '' }),
    expected: outcomes({ lead: 'done', cooperating: 'done', supervisor: 'done', leader: 'refused' }),
  },
]
