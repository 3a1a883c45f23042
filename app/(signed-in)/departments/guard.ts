import { type GuardEntry, outcomes } from '@/app/guard/entry'

export const departmentsGuard: readonly GuardEntry[] = [
  {
    file: 'app/(signed-in)/departments/actions.ts',
    name: 'saveRows',
    path: ({ leadDepartmentId }) => `/departments/${leadDepartmentId}`,
    sample: ({ leadDepartmentId, formId, today, task: { number, version } }) => ({
      department: leadDepartmentId,
      formId,
      source: '电话，办公室',
      [`rows.${number}.version`]: String(version),
      [`rows.${number}.formId`]: formId,
      [`rows.${number}.lines.0.on`]: today,
      [`rows.${number}.lines.0.progress`]: '10',
      [`rows.${number}.lines.0.done`]: '已制定方案。',
    }),
    expected: outcomes({ lead: 'done', supervisor: 'done', leader: 'refused' }),
  },
]
