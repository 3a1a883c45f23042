'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { AcceptFields, type AcceptStart } from '@/components/task/forms/accept-form'
import { ReturnFields, type ReturnStart } from '@/components/task/forms/return-form'
import type { About } from '@/components/task/forms/task-form'
import { PostedForm } from '@/components/ui/action-form'
import { type Action, type ActionState, IDLE } from '@/components/ui/action-state'
import { AppLink } from '@/components/ui/app-link'
import { DraftKeeper } from '@/components/ui/draft-keeper'
import { draftKey, forgetDraft } from '@/components/ui/drafts'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { useOpened } from '@/components/ui/use-opened'
import { numberText } from '@/domain/task-number'

export type AtHand = {
  about: About
  accept: AcceptStart
  giveBack: ReturnStart /** What was recorded last, for whoever had seen less. */
  latest: ReactNode
}
type ReviewDeskProps = {
  actions: { accept: Action; giveBack: Action; undo: Action }
  user: string
  /** The claim to be decided; null if none waits. */
  atHand: AtHand | null
  undoFormId: string
  /** A task that was asked for and does not wait, and the words for that. */
  gone: { number: number; words: string } | null
  /** What comes after a decision: the next claim, or that none is left. */
  afterwards: ReactNode
  queue: ReactNode
  claim: ReactNode
  history: ReactNode
}

/**
 * The queue beside the claim at hand, and the two decisions. The answers are kept here and not in the forms, because a form is gone
 * with its task once it is decided: what happened, and the way back, stand above the next one. The same without JavaScript.
 */
export function ReviewDesk({ actions, user, atHand, undoFormId, gone, afterwards, queue, claim, history }: ReviewDeskProps) {
  const [accepted, accept] = useActionState(actions.accept, IDLE)
  const [returned, giveBack] = useActionState(actions.giveBack, IDLE)
  const [undone, undo] = useActionState(actions.undo, IDLE)
  const latest = useLatest(accepted, returned, undone)
  const decided = latest.status === 'done' && latest !== undone ? latest : null
  useForgottenDrafts(user, decided)
  return (
    <>
      <News state={latest}>
        {latest.status === 'done' && (
          <Notice undo={decided && <UndoForm post={undo} decided={decided} formId={undoFormId} />}>
            {latest.message} {decided ? afterwards : <Again number={Number(latest.data?.number)} />}
          </Notice>
        )}
        {gone && decided?.data?.number !== gone.number && <Notice>{gone.words}</Notice>}
        {latest === undone && latest.status === 'refused' && <Notice refused>{latest.message}</Notice>}
      </News>
      <div className="reviewcols">
        {queue}
        {atHand && (
          <div className="athand">
            {claim}
            <Decisions key={atHand.about.number} {...{ atHand, user, accepted, returned, accept, giveBack }} />
            {history}
          </div>
        )}
      </div>
    </>
  )
}

type DecisionsProps = {
  atHand: AtHand
  user: string
  accepted: ActionState
  returned: ActionState
  accept: (form: FormData) => void
  giveBack: (form: FormData) => void
}

function Decisions({ atHand, user, accepted, returned, accept, giveBack }: DecisionsProps) {
  const t = useTranslations('actions')
  const { about, latest } = atHand
  const sides = { about, user, latest }
  return (
    <div className="decisions noprint">
      <DecisionForm
        {...sides}
        id="accept"
        state={answerFor(accepted, about)}
        post={accept}
        on={atHand.accept.effectiveOn === null ? atHand.accept.today : null}
      >
        <h3>{t('accept')}</h3>
        <AcceptFields start={atHand.accept} />
        <SubmitButton>{t('accept')}</SubmitButton>
      </DecisionForm>
      <DecisionForm
        {...sides}
        id="return"
        state={answerFor(returned, about)}
        post={giveBack}
        on={atHand.giveBack.effectiveOn === null ? atHand.giveBack.today : null}
      >
        <h3>{t('return')}</h3>
        <ReturnFields start={atHand.giveBack} />
        <SubmitButton variant="normal">{t('return')}</SubmitButton>
      </DecisionForm>
    </div>
  )
}

/** An answer counts for the task that it was about, not for the one that is shown since. */
const answerFor = (state: ActionState, { number }: About): ActionState => (state.values?.number === String(number) ? state : IDLE)

type DecisionFormProps = {
  id: string
  about: About
  user: string
  latest: ReactNode
  state: ActionState
  post: (form: FormData) => void
  /** The day of the decision where it cannot be chosen. */
  on: string | null
  children: ReactNode
}

function DecisionForm({ id, about, user, latest, state, post, on, children }: DecisionFormProps) {
  const t = useTranslations('forms.task')
  const { opened, listeners } = useOpened(state, { about, on, children })
  const fields = {
    number: about.number,
    version: opened.about.version ?? '',
    formId: opened.about.formId,
    ...(opened.on && { on: opened.on }),
  }
  const refused = state.status === 'refused'
  const [errors, setErrors] = useState<{ field?: string; message: string }[]>(() => errorsOf(state, id))
  const [seen, setSeen] = useState(state)
  if (seen !== state) {
    setSeen(state)
    setErrors(errorsOf(state, id))
  }
  return (
    <form action={post} id={id} noValidate {...listeners}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refused && <ErrorSummary errors={errors} />}
      {state.code === 'stale' && (
        <p className="said">
          {t('changedSince')} {latest} {t('sendAgain')}
        </p>
      )}
      <DraftKeeper user={user} formId={`${id}-${about.number}`} />
      <PostedForm value={{ id, state }}>{opened.children}</PostedForm>
    </form>
  )
}

function errorsOf({ fieldErrors = {}, message = '' }: ActionState, id: string): { field?: string; message: string }[] {
  const faults = Object.entries(fieldErrors).map(([name, words]) => ({ field: `${id}-${name}`, message: words }))
  return faults.length > 0 ? faults : [{ message }]
}

function UndoForm({ post, decided, formId }: { post: (form: FormData) => void; decided: ActionState; formId: string }) {
  const t = useTranslations('actions')
  const fields = { number: decided.data?.number ?? '', seq: decided.data?.seq ?? '', version: '', formId }
  return (
    <form action={post}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="plain">{t('undo')}</SubmitButton>
    </form>
  )
}

function Again({ number }: { number: number }) {
  const t = useTranslations('common')
  return <AppLink href={`/review?task=${numberText(number)}`}>{t('taskNumber', { number: numberText(number) })}</AppLink>
}

/** Holds what was said, and takes the focus when something new is said while the page stands. */
function News({ state, children }: { state: ActionState; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const last = useRef(state)
  useEffect(() => {
    if (last.current === state) return
    last.current = state
    if (state.status === 'done') box.current?.focus()
  }, [state])
  return (
    <div ref={box} tabIndex={-1} className="news">
      {children}
    </div>
  )
}

/** Of several answers the one that came last; on a page that was just loaded, the only one there is. */
function useLatest(...states: ActionState[]): ActionState {
  const [known, setKnown] = useState(states)
  const [latest, setLatest] = useState(() => states.find((state) => state !== IDLE && state.status !== 'idle') ?? IDLE)
  const changed = states.find((state, index) => state !== known[index])
  if (changed) {
    setKnown(states)
    setLatest(changed)
    return changed
  }
  return latest
}

function useForgottenDrafts(user: string, decided: ActionState | null): void {
  useEffect(() => {
    if (!decided) return
    for (const form of ['accept', 'return']) forgetDraft(draftKey(user, `${form}-${decided.data?.number}`))
  }, [user, decided])
}
