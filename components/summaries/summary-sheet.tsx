import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { EditPart } from '@/components/summaries/edit-forms'
import type { Action } from '@/components/ui/action-state'
import { AppLink } from '@/components/ui/app-link'
import { numberText, taskPath } from '@/domain/task-number'
import type { Sentence, SummaryText } from '@/domain/work-summary'

type Summary = { id: string; title: string; version: number; text: SummaryText }
/** `open` names the part that is being written, as `section.part`, or `opening`. */
type Editing = { action: Action; open: string | null }
type SummarySheetProps = { summary: Summary; demo: boolean; editing?: Editing }

/** The summary as it stands on paper, in Chinese for every reader, each sentence with the tasks that it came from. */
export function SummarySheet({ summary, demo, editing }: SummarySheetProps) {
  const { id, title, version, text } = summary
  const t = useTranslations('summaries')
  const part = (key: string, section: number | null, place: number, sentences: readonly Sentence[]) =>
    editing?.open === key ? (
      <EditPart
        action={editing.action}
        about={{ id, version, section, part: place }}
        sentences={sentences}
        backHref={`/summaries/${id}#${key}`}
      />
    ) : (
      <>
        <p>
          {sentences.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences may repeat, and the list is replaced as a whole
            <Fragment key={index}>
              {sentence.text}
              <Source sentence={sentence} />
            </Fragment>
          ))}
        </p>
        {editing && (
          <AppLink className="editlink noprint" href={`/summaries/${id}?edit=${key}#${key}`} scroll={false}>
            {t('edit')}
          </AppLink>
        )}
      </>
    )
  return (
    <article className="summarysheet" lang="zh-CN" aria-label={title}>
      {demo && <p className="demoline">演示数据</p>}
      <h2>{title}</h2>
      <div className="part" id="opening">
        {part('opening', null, 0, text.opening)}
      </div>
      {text.sections.map((section, place) => (
        <section key={section.heading}>
          <h3>{section.heading}</h3>
          {section.parts.length === 0 && <p className="note noprint">{t('emptySection')}</p>}
          {section.parts.map((own, index) => (
            <div className="part" key={own.heading} id={`${place}.${index}`}>
              <h4>{own.heading}</h4>
              {part(`${place}.${index}`, place, index, own.sentences)}
            </div>
          ))}
        </section>
      ))}
    </article>
  )
}

function Source({ sentence: { tasks, from } }: { sentence: Sentence }) {
  const t = useTranslations('summaries')
  if (tasks.length === 0) return null
  return (
    <span className="source" title={from}>
      {tasks.map((number) => (
        <AppLink key={number} href={taskPath(number)} aria-label={t('sourceOf', { number: numberText(number) })}>
          {numberText(number)}
        </AppLink>
      ))}
    </span>
  )
}
