// A department's own sheet, to be filled in without the ledger: what is known at the left, what is to be entered in tinted cells.
import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node'
import { HEADINGS, KEY_HEADING, keyText, PART_WORDS, SHEET_TAB } from '@/documents/department-sheet'
import { type Feature, printSetup } from '@/documents/write/print-setup'
import { linesNeeded, rowHeights } from '@/documents/write/row-heights'
import type { SheetColumn, SheetValue } from '@/documents/write/sheet'
import type { Day } from '@/domain/calendar'
import { SHEET_FIELDS } from '@/domain/sheet-line'

export type DepartmentSheetRow = {
  /** In the whole ledger, and as people see it. */
  number: number
  shown: string
  title: string
  measure: string
  deadline: string
  leads: boolean
  /** The task's for its lead, the duty's for a cooperating department. */
  version: number
  /** What the ledger has: the figure in whole per cent, the last text, the department's part in words. */
  progress: number
  lastText: string
  part: string
}
export type DepartmentSheet = {
  department: { id: string; name: string }
  planTitle: string
  day: Day
  demo: boolean
  rows: DepartmentSheetRow[]
}

const FONT = '宋体'
const BODY = { fontSize: 10, alignVertical: 'top', wrap: true, borderStyle: 'thin', borderColor: '#8C949E' } as const
const HEADING = { ...BODY, align: 'center', alignVertical: 'center', fontWeight: 'bold', backgroundColor: '#EEF0F3' } as const
const ENTRY = '#FFF9E5'
const CLOSED = '#E4E7EB'
const ENTRY_WIDTHS = [8, 26, 18, 18, 8, 11, 16]
const LEAD_FIELDS = 5

/** The bytes of an .xlsx file with two sheets: the rows, and how to fill them in. */
export async function departmentSheetXlsx(sheet: DepartmentSheet): Promise<Buffer> {
  const { department, day, rows, demo, planTitle } = sheet
  const columns = columnsOf(department.id, day)
  const across = (value: string, style: Partial<CellObject>): Row => [
    { fontSize: 10, height: 16, ...style, value, columnSpan: columns.length - 1 } as CellObject,
    ...Array.from({ length: columns.length - 2 }, () => null),
  ]
  const heading = Math.max(...columns.map((column) => linesNeeded(column.heading, column.width))) * 15 + 6
  const above: Row[] = [
    across(`${department.name}任务进展填报表`, { fontSize: 16, fontWeight: 'bold', align: 'center', height: 30 }),
    across(`${demo ? '演示数据　' : ''}${planTitle}　${day}导出　只填浅黄色的格，填好后在系统“离线填报”页上传`, {}),
    columns.map((column) => ({ ...HEADING, value: column.heading, height: heading })),
  ]
  const heights = rowHeights(
    columns,
    rows,
    columns.map(() => rows.map(() => 1)),
  )
  const body = rows.map((row, i): Row => columns.map((column) => cellOf(column, row, Math.max(40, heights[i] ?? 0))))
  const file = writeXlsxFile(
    [
      {
        data: [...above, ...body],
        sheet: SHEET_TAB,
        columns: columns.map(({ width }) => ({ width })),
        orientation: 'landscape' as const,
        stickyRowsCount: above.length,
        showGridLines: false,
      },
      { data: GUIDE.map((value): Row => [{ value, wrap: true, fontSize: 11 }]), sheet: '说明', columns: [{ width: 90 }] },
    ],
    {
      fontFamily: FONT,
      fontSize: 10,
      features: [printSetup(SHEET_TAB, above.length, '第 &P 页，共 &N 页'), lastColumnHidden(columns.length)],
    },
  )
  return file.toBuffer()
}

const GUIDE = [
  '一、牵头任务：有进展的，填“进展百分比”（0至99的整数）和“完成情况”，有问题和打算的再填“存在问题”“下一步”；只改百分比的，文字沿用上次。',
  '二、本期没有变化的，在“本期无变化”填“是”，其余不填。',
  `三、配合任务：在“配合情况”填“${Object.values(PART_WORDS).join('”“')}”之一，后两种须写“配合说明”。`,
  '四、不填的行不改动。行可以排序、删除；请不要改动隐藏的“校验”列，也不要另加行。',
  '五、申请办结、申请延期、上传佐证请在系统里办理。',
]

type Column = SheetColumn<DepartmentSheetRow> & { tint?: (row: DepartmentSheetRow) => string }

function columnsOf(departmentId: string, day: Day): Column[] {
  const entries = SHEET_FIELDS.map(
    (field, i): Column => ({
      heading: HEADINGS[field],
      width: ENTRY_WIDTHS[i] ?? 16,
      value: () => null,
      tint: ({ leads }) => (leads === i < LEAD_FIELDS ? ENTRY : CLOSED),
    }),
  )
  return [
    { heading: '序号', width: 6, align: 'center', value: ({ shown }) => (/^\d+$/.test(shown) ? Number(shown) : shown) },
    { heading: '任务描述', width: 16, value: ({ title }) => title },
    { heading: '具体措施', width: 38, value: ({ measure }) => measure },
    { heading: '完成时限', width: 12, align: 'center', value: ({ deadline }) => deadline },
    { heading: '承担', width: 6, align: 'center', value: ({ leads }) => (leads ? '牵头' : '配合') },
    { heading: '现进展%', width: 7, align: 'center', value: ({ progress }) => progress },
    { heading: '上次报送、配合现况', width: 24, value: ({ leads, lastText, part }) => (leads ? lastText : part) },
    ...entries,
    { heading: KEY_HEADING, width: 10, value: ({ number, version }) => keyText(departmentId, { number, version, day }) },
  ]
}

function cellOf(column: Column, row: DepartmentSheetRow, height: number): CellObject {
  const value: SheetValue = column.value(row)
  const style: CellObject = { ...BODY, align: column.align ?? 'left', height, ...(column.tint && { backgroundColor: column.tint(row) }) }
  if (value === null || value === '') return style
  if (typeof value === 'number') return { ...style, value, type: Number }
  return { ...style, value, type: String, ...(/^[=+\-@]/.test(value) && { format: '@' }) }
}

/** What write-excel-file has no option for: the column of the keys is there, and not in the way. */
function lastColumnHidden(column: number): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'col' && Number(attributes?.min) === column ? { ...attributes, hidden: 1 } : attributes,
        },
      },
    },
  }
}
