'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useEffect, useMemo, useRef } from 'react'
import { NoticeSheet } from '@/components/notices/notice-sheet'
import { FormText, FormTextArea, PostedForm } from '@/components/ui/action-form'
import { type Action, type ActionState, IDLE } from '@/components/ui/action-state'
import { ButtonLink } from '@/components/ui/button'
import { DraftKeeper } from '@/components/ui/draft-keeper'
import { ErrorSummary } from '@/components/ui/error-summary'
import { ForgetDraft } from '@/components/ui/forget-draft'
import { FormChoices } from '@/components/ui/form-choices'
import { FormDay } from '@/components/ui/form-day'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { NoticeText } from '@/domain/notice-text'

export type NewNoticeStart = {
  departmentId: string
  numbers: readonly number[]
  colour: string
  demand: string
  replyBy: string
  today: string
  formId: string
}
type NewNoticeFormProps = {
  action: Action
  start: NewNoticeStart
  user: string
  colours: readonly { value: string; label: ReactNode }[]
  colourHint: ReactNode
  replyHint: ReactNode
  /** What remains to be done after this one. */
  next: ReactNode
}

/** First what is written, then what it will look like, then the issue: what was previewed is what is issued. */
export function NewNoticeForm({ action, start, user, colours, colourHint, replyHint, next }: NewNoticeFormProps) {
  const [state, submit] = useActionState(action, IDLE)
  const draft = `notice-${start.departmentId}-${start.numbers.join('-')}`
  if (state.data?.id) {
    return (
      <Issued state={state}>
        {next}
        <ForgetDraft user={user} formId={draft} />
      </Issued>
    )
  }
  const fixed = {
    departmentId: start.departmentId,
    numbers: start.numbers.join(','),
    formId: state.values?.formId ?? start.formId,
  }
  const preview = typeof state.data?.preview === 'string' ? (JSON.parse(state.data.preview) as NoticeText) : null
  return (
    <PostedForm value={{ id: '', state }}>
      <form action={submit} noValidate className="taskform newnotice">
        {preview ? (
          <Preview state={state} text={preview} />
        ) : (
          <>
            <Refusal state={state} />
            <DraftKeeper user={user} formId={draft} />
            {Object.entries(fixed).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Fields {...{ start, colours, colourHint, replyHint }} />
          </>
        )}
      </form>
    </PostedForm>
  )
}

function Fields({ start, colours, colourHint, replyHint }: Pick<NewNoticeFormProps, 'start' | 'colours' | 'colourHint' | 'replyHint'>) {
  const t = useTranslations('noticeForms')
  return (
    <>
      <FormChoices name="colour" legend={t('colour')} hint={colourHint} options={colours} defaultValue={start.colour} required />
      <FormTextArea
        name="demand"
        label={t('demand')}
        hint={t('demandHint')}
        defaultValue={start.demand}
        rows={5}
        maxLength={2000}
        required
      />
      <FormDay name="replyBy" label={t('replyBy')} hint={replyHint} defaultValue={start.replyBy} min={start.today} required />
      <fieldset className="field">
        <legend className="l">
          {t('signOff')}
          <span className="hint">{t('signOffHint')}</span>
        </legend>
        <div className="foot">
          <FormText name="signOffName" label={t('signOffName')} line maxLength={200} />
          <FormText name="signOffPost" label={t('signOffPost')} line maxLength={200} />
          <FormDay name="signOffOn" label={t('signOffOn')} line defaultValue={start.today} max={start.today} />
        </div>
      </fieldset>
      <p className="btns">
        <SubmitButton name="intent" value="preview">
          {t('preview')}
        </SubmitButton>
      </p>
    </>
  )
}

function Preview({ state, text }: { state: ActionState; text: NoticeText }) {
  const t = useTranslations('noticeForms')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const values = Object.entries(state.values ?? {}).filter(([name]) => name !== 'intent')
  return (
    <div ref={box} tabIndex={-1} className="news">
      {values.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Notice>{state.message}</Notice>
      <p className="btns">
        <SubmitButton name="intent" value="issue">
          {t('issue')}
        </SubmitButton>
        <SubmitButton name="intent" value="edit" variant="normal">
          {t('edit')}
        </SubmitButton>
      </p>
      <NoticeSheet text={text} />
    </div>
  )
}

function Issued({ state, children }: { state: ActionState; children: ReactNode }) {
  const t = useTranslations('noticeForms')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="news">
      <Notice>{state.message}</Notice>
      <p className="btns">
        <ButtonLink variant="go" href={`/notices/${state.data?.id}`}>
          {t('look')}
        </ButtonLink>
        <a className="btn" href={`/notices/${state.data?.id}/word`} download>
          {t('word')}
        </a>
      </p>
      {children}
    </div>
  )
}

function Refusal({ state }: { state: ActionState }) {
  // one list for one answer: a new one would draw the focus again
  const errors = useMemo(() => {
    if (state.status !== 'refused') return []
    const faults = Object.entries(state.fieldErrors ?? {}).map(([field, message]) => ({ field, message }))
    return faults.length > 0 ? faults : [{ message: state.message }]
  }, [state])
  return <ErrorSummary errors={errors} />
}
