import { type GuardEntry, outcomes } from '@/app/guard/entry'

const folder = 'app/(signed-in)/(documents)/plans'
const file = `${folder}/import/actions.ts`
const bySupervisor = outcomes({ supervisor: 'done' })

/** One import for every sample. */
const id = '00000000-0000-4000-8000-000000000007'
const path = `/plans/import/${id}`
export const TABLE =
  '年度试验清单\n序号\t目标任务\t任务描述\t具体措施\t责任部门\t完成时限\n1\t一、试验\t试验任务\t试验措施\t区卫生健康局\t2026年12月\n'

const uploadTable: GuardEntry = {
  file,
  name: 'uploadTable',
  path: '/plans/import',
  sample: () => ({ formId: id, text: TABLE }),
  expected: bySupervisor,
  leadsTo: path,
  events: 0,
}
const uploaded: GuardEntry['after'] = [{ by: 'supervisor', entry: uploadTable }]

const step = (name: string, sample: GuardEntry['sample'], more: Partial<GuardEntry> = {}): GuardEntry => ({
  file,
  name,
  path,
  sample: (facts) => ({ id, version: '1', ...sample?.(facts) }),
  expected: bySupervisor,
  after: uploaded,
  events: 0,
  ...more,
})

const plan: GuardEntry['sample'] = ({ today }) => ({
  title: '年度试验清单',
  shortName: '试验',
  issuer: '满城区',
  documentNumber: '',
  firstDay: today,
  rhythm: 'monthly',
})
const byDocument: GuardEntry['sample'] = ({ today }) => ({
  documentTitle: '关于调整任务分工的通知',
  documentNumber: '满政办〔2026〕1号',
  documentOn: today,
})

// A task's event and the plan's, or the department's, own; the change withdraws 90 tasks besides.
const IMPORTED = 2
const MERGED = 2
const CHANGED = 92
/** What this table would change of the plan in the test database (guard.test.ts). */
export const STAMP = 'bac998521e72f241e399ece03e41e82dd3adbd3898ac0e7ff2b97ec258648047'

const onPlan = (name: string, sample: GuardEntry['sample'], more: Partial<GuardEntry> = {}): GuardEntry => ({
  file: `${folder}/[plan]/actions.ts`,
  name,
  path: '/plans/1',
  sample,
  expected: bySupervisor,
  ...more,
})

export const plansGuard: readonly GuardEntry[] = [
  uploadTable,
  step('answerTable', () => ({ table: '0', title: '另一名称', headerRows: '1' })),
  step('answerDoubts', () => ({ 'names.0.written': '区卫生健康局', 'names.0.means': 'new' })),
  step('askAgain', () => ({ 'again.0': 'departments:区卫生健康局' })),
  step('discardImport', () => ({}), { leadsTo: '/plans/import?discarded=1' }),
  step('importAsPlan', plan, { events: IMPORTED, leadsTo: `${path}?done=1` }),
  step('importAsChange', (facts) => ({ plan: '1', seen: STAMP, effectiveOn: facts.today, ...byDocument(facts) }), {
    events: CHANGED,
    leadsTo: `${path}?done=1`,
  }),
  step('POST', plan, { file: `${folder}/import/[id]/run/route.ts`, path: `${path}/run`, events: IMPORTED }),
  onPlan('namePlan', () => ({ plan: '1', shortName: '医改', version: '1' })),
  onPlan('renameDepartment', (facts) => ({ departmentId: facts.otherDepartmentId, name: '区试验局', ...byDocument(facts) })),
  onPlan('mergeDepartments', (facts) => ({ from: facts.otherDepartmentId, into: facts.leadDepartmentId, ...byDocument(facts) }), {
    events: MERGED,
  }),
]
