import { type GuardEntry, outcomes } from '@/app/guard/entry'

// The cooperating department has not confirmed its part in the sample task: a supervisor and the lead may nudge it, nobody else.
export const nudgeGuard: readonly GuardEntry[] = [
  {
    file: 'app/(signed-in)/(supervision)/nudge/actions.ts',
    name: 'sendNudges',
    path: ({ task }) => `/nudge?task=${task.number}`,
    sample: ({ task, cooperatingDepartmentId, formId }) => ({
      'tasks.0': String(task.number),
      'departments.0': cooperatingDepartmentId,
      text: '请尽快确认配合情况。',
      formId,
    }),
    expected: outcomes({ lead: 'done', cooperating: 'refused', supervisor: 'done', leader: 'refused' }),
  },
]
