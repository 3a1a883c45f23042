// A table as offices make them: its header over two rows, lead and cooperating departments apart, other names, deadlines in words, and a
// second table that holds no tasks.
import { Document, type ITableCellOptions, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'

export const TITLE = '满城区2026年深化医改重点工作任务清单'

type Cell = string | ({ text: string } & Omit<ITableCellOptions, 'children'>)

/** The table as a Word file. */
export async function reformTable(): Promise<Buffer> {
  const children = [new Paragraph(TITLE), table(TASKS), new Paragraph('注：各牵头单位每季度末报送进展。'), table(CONTACTS)]
  return Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

const table = (rows: Cell[][]) => new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })) })

function cell(given: Cell): TableCell {
  const { text, ...spans } = typeof given === 'string' ? { text: given } : given
  return new TableCell({ ...spans, children: text.split('\n').map((line) => new Paragraph(line)) })
}

const down = (text: string, rowSpan: number): Cell => ({ text, rowSpan })
const across = (text: string, columnSpan: number): Cell => ({ text, columnSpan })

const TASKS: Cell[][] = [
  [down('序号', 2), down('重点工作', 2), across('工作内容', 2), across('责任单位', 2), down('完成时间', 2)],
  ['工作任务', '主要举措', '牵头单位', '配合单位'],
  ['1', down('一、推进综合改革', 2), '现代医院管理制度', '制定章程。', '区卫健局', '区财政局', '2026年12月'],
  ['2', '薪酬制度改革', '落实“两个允许”。', '区人力资源和社会保障局', '区卫健局\n区财政局', '年内'],
  ['3', down('二、提升服务能力', 1), '智慧医院', '电子病历达到四级。', '区智慧城市建设中心', '', '长期坚持'],
]
const CONTACTS: Cell[][] = [
  ['单位', '姓名', '电话'],
  ['区卫生健康局', '张三', '0312-7000001'],
]
