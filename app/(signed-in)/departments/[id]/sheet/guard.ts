import { type Facts, type GuardEntry, outcomes } from '@/app/guard/entry'

const folder = 'app/(signed-in)/departments/[id]/sheet'
const path = ({ leadDepartmentId }: Facts): string => `/departments/${leadDepartmentId}/sheet`
const department = ({ leadDepartmentId, formId }: Facts) => ({ department: leadDepartmentId, formId })

export const sheetGuard: readonly GuardEntry[] = [
  // a sample carries no file, and nobody has brought a sheet
  {
    file: `${folder}/actions.ts`,
    name: 'bringSheet',
    path,
    sample: department,
    expected: outcomes({ lead: 'refused', supervisor: 'refused' }),
    refusedAs: 'file-required',
  },
  {
    file: `${folder}/actions.ts`,
    name: 'saveSheet',
    path,
    sample: (facts) => ({ ...department(facts), id: facts.formId, version: '1', on: facts.today, source: '电话' }),
    expected: outcomes({ lead: 'refused', supervisor: 'refused' }),
    refusedAs: 'sheet-stale',
  },
  { file: `${folder}/actions.ts`, name: 'throwSheetAway', path, sample: department, expected: outcomes({}) },
  {
    file: `${folder}/download/route.ts`,
    name: 'GET',
    path: (facts) => `${path(facts)}/download`,
    expected: outcomes({ lead: 'done', supervisor: 'done' }),
  },
]
