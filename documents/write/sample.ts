import { readFileSync } from 'node:fs'
import { issuedTextTable } from '@/documents/read/issued-text'
import type { LedgerLabels, LedgerRow } from '@/documents/write/ledger-columns'
import type { OverdueLabels } from '@/documents/write/overdue-xlsx'

/** For tests: the issued table as the rows of an export, with nothing done. */
export function issuedRows(): LedgerRow[] {
  const { rows } = issuedTextTable(readFileSync(new URL('../issued/mancheng.txt', import.meta.url), 'utf8'))
  return rows.map(({ number, goal, title, measure, departments, deadline }) => ({
    plan: 1,
    number,
    goal: goal.text,
    title,
    measure,
    departments,
    deadline,
    deadlineApproved: null,
    extensions: 0,
    extensionRequested: false,
    state: 'not_started',
    light: 'normal',
    progress: 0,
    expected: 0,
    checked: null,
    overdueDays: 0,
    completedOn: null,
    lastReport: null,
  }))
}

const lights = { closed: '办结', withdrawn: '撤销', overdue: '逾期', claimed: '待核验', behind: '滞后', due_soon: '临期', normal: '正常' }

export const ledgerLabels: LedgerLabels = {
  columns: {
    number: '序号',
    goal: '目标任务',
    title: '任务描述',
    measure: '具体措施',
    departments: '责任部门',
    deadline: '完成时限',
    deadlineApproved: '批准时限',
    extensions: '延期次数',
    extensionRequested: '申请延期',
    light: '灯',
    state: '状态',
    progress: '进展(%)',
    expected: '序时(%)',
    checked: '核查(%)',
    overdueDays: '逾期天数',
    completedOn: '办结日期',
    lastReport: '最近报送',
  },
  lights,
  states: { not_started: '未启动', in_progress: '进行中', claimed: '已申请办结', closed: '已办结', withdrawn: '已撤销' },
  waiting: '待批',
}

export const overdueLabels: OverdueLabels = {
  columns: {
    number: '序号',
    light: '灯',
    title: '任务描述',
    measure: '具体措施',
    lead: '牵头部门',
    cooperating: '配合部门',
    deadlineIssued: '原定时限',
    daysLateIssued: '按原定逾期天数',
    deadlineApproved: '批准时限',
    daysLateApproved: '按批准逾期天数',
    extensions: '延期次数',
    extensionRequested: '申请延期',
    progress: '进展(%)',
    checked: '核查(%)',
    contact: '联系人',
    lastReport: '最近报送',
  },
  lights,
  unchanged: '未变更',
  never: '从未报送',
  waiting: '待批',
}

export const head = {
  name: '台账',
  title: '推动公立医院高质量发展重点任务分工',
  subtitle: ['截至2024年3月15日；逾期按批准时限计', '制表：李明（督查员），2024年3月15日 09:30'],
  footer: '第 &P 页，共 &N 页',
}
