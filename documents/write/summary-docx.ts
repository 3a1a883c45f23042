import { documentTitle, footnoteMark, heading, officialDocument, signOff } from '@/documents/write/official-document'
import { charactersWide, paragraph, run, TWO_CHARACTERS } from '@/documents/write/official-text'
import { officialDay } from '@/domain/notice-text'
import { numberText } from '@/domain/task-number'
import type { Sentence, SummaryText } from '@/domain/work-summary'

export type SummaryDocument = {
  title: string
  issuer: string
  /** The day on which it was written down last. */
  writtenOn: string
  text: SummaryText
  /** With a footnote at each sentence that says which task it came from. */
  sources: boolean
  demo: boolean
}

/** The work summary as a Word document (.docx) in the layout of GB/T 9704-2012: a heading and a paragraph a goal. */
export function summaryDocx({ title, issuer, writtenOn, text, sources, demo }: SummaryDocument): Promise<Uint8Array> {
  const footnotes: string[] = []
  const marked = (sentence: Sentence) => {
    const source = sources ? sourceOf(sentence) : ''
    return source === '' ? [run(sentence.text)] : [run(sentence.text), footnoteMark(footnotes.push(source))]
  }
  const body = (sentences: readonly Sentence[]) =>
    sentences.length === 0 ? [] : [paragraph(sentences.flatMap(marked), { indent: TWO_CHARACTERS })]
  const children = [
    ...titleLines(title).map((line, index) => documentTitle(line, index === 0 ? 1 : 0)),
    paragraph([run('')]),
    ...body(text.opening),
    ...text.sections.flatMap((section) => [
      heading(section.heading, 1),
      ...section.parts.flatMap((part) => [heading(part.heading, 2), ...body(part.sentences)]),
    ]),
    ...signOff(issuer, officialDay(writtenOn)),
  ]
  // the notes are gathered while the children are made
  return officialDocument({ title, issuer, onEveryPage: demo ? ['演示数据 DEMO DATA'] : [], footnotes }, children)
}

const TITLE_WIDTH = 20

/** A long title breaks around the plan's name, before the year, or before 工作总结, never within one of them. */
export function titleLines(title: string): string[] {
  const pieces = title.split(/(?=《)|(?<=》)|(?=\d{4}年[^《》]*工作总结$)|(?=工作总结$)/u)
  const lines: string[] = []
  // from the end: the period belongs with 工作总结
  for (const piece of pieces.reverse()) {
    const joined = `${piece}${lines[0] ?? ''}`
    if (charactersWide(joined) <= TITLE_WIDTH) lines.splice(0, 1, joined)
    else lines.unshift(piece)
  }
  return lines
}

/** 第17项（区卫生健康局，2024-11-05报送） */
export function sourceOf({ tasks, from }: Pick<Sentence, 'tasks' | 'from'>): string {
  const numbers = tasks.length > 0 ? `第${tasks.map(numberText).join('、')}项` : ''
  return from === '' ? numbers : numbers === '' ? from : `${numbers}（${from}）`
}
