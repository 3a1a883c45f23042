import {
  addressee,
  bodyText,
  cutLine,
  documentTitle,
  framedStatement,
  heading,
  note,
  numberAtRight,
  type OfficialColumn,
  officialDocument,
  officialTable,
  redHead,
  signOff,
  slip,
} from '@/documents/write/official-document'

export type NoticeColour = 'blue' | 'yellow' | 'red'

/** A supervision notice as it was issued. All days are in their Chinese form (2026年1月5日). */
export type NoticeDocument = {
  /** 满督〔2026〕1号 */
  label: string
  colour: NoticeColour
  issuer: string
  redHead: boolean
  department: string
  planTitle: string
  tasks: NoticeTask[]
  /** What is demanded; one paragraph per line. */
  demand: string
  /** The last day of the reply, inclusive. */
  replyBy: string
  issuedOn: string
  signedBy: { name: string; post: string; on: string } | null
  voided: { on: string; reason: string } | null
  demo: boolean
}

export type NoticeTask = {
  number: number
  title: string
  measure: string
  /** As issued; an extension follows it. */
  deadline: string
  /** A sentence. */
  state: string
}

const COLOUR_WORDS: Record<NoticeColour, string> = { blue: '蓝色', yellow: '黄色', red: '红色' }

const TASK_COLUMNS: OfficialColumn<NoticeTask>[] = [
  { heading: '序号', width: 2.5, align: 'center', text: ({ number }) => String(number) },
  { heading: '任务及具体措施', width: 12.5, lead: ({ title }) => title, text: ({ measure }) => measure },
  { heading: '完成时限', width: 6, align: 'center', text: ({ deadline }) => deadline },
  { heading: '目前情况', width: 7, text: ({ state }) => state },
]

/** The notice as a Word document (.docx) in the layout of GB/T 9704-2012, with a slip to acknowledge it at the end. */
export function noticeDocx(notice: NoticeDocument): Promise<Uint8Array> {
  const { label, issuer, department, planTitle, tasks, demand, replyBy, issuedOn, signedBy, voided, demo } = notice
  const title = `${COLOUR_WORDS[notice.colour]}督办单`
  const onEveryPage = [demo ? '演示数据' : '', voided ? '已作废' : ''].filter(Boolean)

  return officialDocument({ title: `${label} ${title}`, issuer, onEveryPage }, [
    ...(voided ? framedStatement(`本督办单已于${voided.on}作废。\n作废原因：${voided.reason}`) : []),
    ...(notice.redHead ? redHead(issuer, label) : [numberAtRight(label)]),
    documentTitle(title, notice.redHead ? 2 : 1),
    addressee(department),
    ...bodyText(`现就${titleMarks(planTitle)}中由你单位承担的以下${tasks.length}项任务予以督办。`, { keepLast: true }),
    heading('一、督办任务', 1),
    officialTable(TASK_COLUMNS, tasks),
    heading('二、督办要求', 1),
    ...bodyText(demand),
    heading('三、回复时限', 1),
    ...bodyText(`请于${replyBy}前（含当日）书面回复办理情况，并退回所附签收回执。`, { keepLast: true }),
    ...signOff(issuer, issuedOn),
    ...(signedBy ? [note(`签发人：${signedBy.post}${signedBy.name}，${signedBy.on}签发`)] : []),
    ...cutLine('签收回执'),
    slip([
      { name: '督办单', value: `${label}（${title}）` },
      { name: '签收单位', value: `${department}（盖章）` },
      { name: '签收人', value: '' },
      { name: '签收日期', value: '\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日' },
      { name: '回复', value: '', lines: 5 },
    ]),
  ])
}

const titleMarks = (title: string) => (title.startsWith('《') ? title : `《${title}》`)
