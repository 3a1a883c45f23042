import { type Facts, type GuardEntry, outcomes } from '@/app/guard/entry'
import { numberText, taskPath } from '@/domain/task-number'

const file = 'app/(signed-in)/tasks/[number]/reference-actions.ts'
const path = ({ task }: Facts): string => taskPath(task.number)
const onTask = ({ task, formId }: Facts) => ({ number: String(task.number), version: '', formId })

// The next task has the same lead.
const referToTask: GuardEntry = {
  file,
  name: 'referToTask',
  path,
  sample: (facts) => ({ ...onTask(facts), other: numberText(facts.task.number + 1) }),
  expected: outcomes({ lead: 'done', cooperating: 'refused', supervisor: 'done', leader: 'refused' }),
}

export const referenceGuard: readonly GuardEntry[] = [
  referToTask,
  {
    file,
    name: 'removeReference',
    path,
    sample: (facts) => ({ ...onTask(facts), referredSeq: String(facts.task.seq) }),
    expected: outcomes({ lead: 'done', cooperating: 'refused', supervisor: 'done', leader: 'refused' }),
    after: [{ by: 'lead', entry: referToTask }],
  },
]
