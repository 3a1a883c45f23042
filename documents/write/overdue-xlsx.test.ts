import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { writeColumnsCsv } from '@/documents/write/csv'
import { type OverdueRow, overdueColumns, writeOverdueXlsx } from '@/documents/write/overdue-xlsx'
import { head, overdueLabels } from '@/documents/write/sample'
import { zipEntry } from '@/documents/write/zip-entry'

const first: OverdueRow = {
  number: 24,
  light: 'overdue',
  title: '推进智慧医院建设',
  measure: '推进电子病历、智慧服务、智慧管理',
  lead: '区卫生健康局',
  cooperating: ['区医疗保障局', '区财政局'],
  deadlineIssued: '2022年12月',
  daysLateIssued: 440,
  deadlineApproved: '2023年12月',
  daysLateApproved: 75,
  extensions: 1,
  extensionRequested: true,
  progress: 80,
  checked: 60,
  contact: { name: '王芳', phone: '0312-7071234' },
  lastReport: { on: '2024-03-05', text: '=等省级评审排期' },
}
const rows: OverdueRow[] = [
  first,
  { ...first, number: 41, cooperating: [], deadlineApproved: null, daysLateApproved: 0, contact: null, lastReport: null },
  { ...first, number: 58, lead: '区医疗保障局', contact: { name: '', phone: '12345' } },
]

test('the overdue list names the lead once, both bases, the contact and the last report or never', async () => {
  const bytes = await writeOverdueXlsx({ ...head, name: '逾期清单', rows, labels: overdueLabels })
  const cells = await readSheet(bytes)
  expect(cells.slice(0, 3).map(([title]) => title)).toEqual([head.title, ...head.subtitle])
  expect(cells[3]).toEqual([
    '牵头部门',
    '序号',
    '灯',
    '任务描述',
    '具体措施',
    '配合部门',
    '原定时限',
    '按原定逾期天数',
    '批准时限',
    '按批准逾期天数',
    '延期次数',
    '申请延期',
    '进展(%)',
    '核查(%)',
    '联系人',
    '最近报送',
  ])
  const { title, measure } = first
  expect(cells.slice(4)).toEqual([
    [
      '区卫生健康局',
      24,
      '■ 逾期',
      title,
      measure,
      '区医疗保障局\n区财政局',
      '2022年12月',
      440,
      '2023年12月',
      75,
      1,
      '待批',
      80,
      60,
      '王芳\n0312-7071234',
      '2024-03-05\n=等省级评审排期',
    ],
    [null, 41, '■ 逾期', title, measure, null, '2022年12月', 440, '未变更', null, 1, '待批', 80, 60, null, '从未报送'],
    [
      '区医疗保障局',
      58,
      '■ 逾期',
      title,
      measure,
      '区医疗保障局\n区财政局',
      '2022年12月',
      440,
      '2023年12月',
      75,
      1,
      '待批',
      80,
      60,
      '12345',
      '2024-03-05\n=等省级评审排期',
    ],
  ])
  expect(zipEntry(bytes, 'xl/worksheets/sheet1.xml')).toContain('<mergeCell ref="A5:A6"/>')
})

test('as CSV every row names its lead', () => {
  const lines = writeColumnsCsv(overdueColumns(overdueLabels), rows).split('\r\n')
  expect(lines.filter((line) => line.startsWith('区'))).toHaveLength(3)
})
