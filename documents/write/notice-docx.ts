import {
  addressee,
  bodyText,
  cutLine,
  documentTitle,
  framedStatement,
  heading,
  note,
  numberAtRight,
  officialDocument,
  redHead,
  signOff,
} from '@/documents/write/official-document'
import { type OfficialColumn, officialTable, slip } from '@/documents/write/official-table'
import { type NoticeText, noticeWords } from '@/domain/notice-text'
import { rowOf } from '@/domain/task-number'

const REPLY_LINES = 5

/** The notice as a Word document (.docx) in the layout of GB/T 9704-2012, with a slip to acknowledge it at the end. */
export function noticeDocx(notice: NoticeText): Promise<Uint8Array> {
  const { label, issuer, voided, demo } = notice
  const words = noticeWords(notice)
  const onEveryPage = [...(demo ? [words.demo] : []), ...(voided ? ['已作废'] : [])]

  return officialDocument({ title: `${label} ${words.title}`, issuer, onEveryPage }, [
    ...(words.voided ? framedStatement(words.voided) : []),
    ...(notice.redHead ? redHead(issuer, label) : [numberAtRight(label)]),
    documentTitle(words.title, notice.redHead ? 2 : 1),
    addressee(notice.department),
    ...bodyText(words.opening),
    heading(words.tasks, 1),
    officialTable(taskColumns(words.columns), notice.tasks),
    heading(words.demand, 1),
    ...bodyText(notice.demand),
    heading(words.reply, 1),
    ...bodyText(words.replyBy, { keepLast: true }),
    ...signOff(issuer, notice.issuedOn),
    ...(words.signed ? [note(words.signed)] : []),
    ...cutLine(words.slip.title),
    ...slip(words.slip.rows.map(({ id, name, value }) => ({ name, value, lines: id === 'reply' ? REPLY_LINES : undefined }))),
  ])
}

const taskColumns = (headings: ReturnType<typeof noticeWords>['columns']): OfficialColumn<NoticeText['tasks'][number]>[] => [
  { heading: headings.number, width: 2.5, align: 'center', text: ({ number }) => String(rowOf(number)) },
  { heading: headings.task, width: 12.5, lead: ({ title }) => title, text: ({ measure }) => measure },
  { heading: headings.deadline, width: 6, align: 'center', text: ({ deadline }) => deadline },
  { heading: headings.state, width: 7, text: ({ state }) => state },
]
