import { useTranslations } from 'next-intl'
import { KeptVersion } from '@/components/settings/kept-version'
import { ActionForm, FormText, FormTextArea } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { AppLink } from '@/components/ui/app-link'
import { SubmitButton } from '@/components/ui/submit-button'
import { numberText } from '@/domain/task-number'
import type { Sentence } from '@/domain/work-summary'

type EditPartProps = {
  action: Action
  about: { id: string; version: number; section: number | null; part: number }
  sentences: readonly Sentence[]
  /** Where the part stands as it reads. */
  backHref: string
}

/** A field for each sentence, with the tasks that it came from, and one for a new sentence. An emptied one falls away. */
export function EditPart({ action, about, sentences, backHref }: EditPartProps) {
  const t = useTranslations('summaries')
  return (
    <ActionForm action={action} id={`part-${about.section ?? 'o'}-${about.part}`} className="editpart noprint">
      <input type="hidden" name="id" value={about.id} />
      <KeptVersion version={about.version} />
      <input type="hidden" name="section" value={about.section ?? ''} />
      <input type="hidden" name="part" value={about.part} />
      {sentences.map(({ text, tasks, from }, index) => (
        <FormTextArea
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the name
          key={index}
          name={`texts.${index}`}
          label={tasks.length > 0 ? t('sentenceOf', { numbers: tasks.map(numberText).join('、') }) : t('ownSentence')}
          hint={from}
          defaultValue={text}
          rows={Math.min(8, 1 + Math.ceil(text.length / 60))}
        />
      ))}
      <FormTextArea name="added" label={t('added')} hint={t('addedHint')} defaultValue="" rows={2} />
      <p className="buttons">
        <SubmitButton>{t('save')}</SubmitButton> <AppLink href={backHref}>{t('back')}</AppLink>
      </p>
    </ActionForm>
  )
}

export function EditTitle({ action, about, title }: { action: Action; about: { id: string; version: number }; title: string }) {
  const t = useTranslations('summaries')
  return (
    <details className="fold noprint">
      <summary>{t('rename')}</summary>
      <ActionForm action={action} id="rename">
        <input type="hidden" name="id" value={about.id} />
        <KeptVersion version={about.version} />
        <FormText name="title" label={t('titleField')} defaultValue={title} required />
        <SubmitButton>{t('save')}</SubmitButton>
      </ActionForm>
    </details>
  )
}

/** Asks once more before it is gone. */
export function DiscardSummary({ action, about }: { action: Action; about: { id: string; version: number } }) {
  const t = useTranslations('summaries')
  return (
    <details className="fold noprint">
      <summary>{t('discard')}</summary>
      <ActionForm action={action} id="discard">
        <input type="hidden" name="id" value={about.id} />
        <KeptVersion version={about.version} />
        <p className="note">{t('discardHint')}</p>
        <SubmitButton variant="normal">{t('discardSure')}</SubmitButton>
      </ActionForm>
    </details>
  )
}
