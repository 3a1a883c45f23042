'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useMemo } from 'react'
import { PostedForm } from '@/components/ui/action-form'
import { type Action, IDLE } from '@/components/ui/action-state'
import { DraftKeeper } from '@/components/ui/draft-keeper'
import { ErrorSummary } from '@/components/ui/error-summary'
import { useOpened } from '@/components/ui/use-opened'

export type NoticeFormProps = {
  /** Unique on the page. */
  id: string
  action: Action
  notice: { id: string; version: number; formId: string }
  /** The step can be taken now. A refused form stays on the page all the same, with what was typed. */
  allowed: boolean
  /** Username: whose draft is kept in this browser. */
  user: string
  children: ReactNode
}

/** A form about one notice, with and without JavaScript. What was done is said by the page, which reads it from the record. */
export function NoticeStepForm({ id, action, notice, allowed, user, children }: NoticeFormProps) {
  const t = useTranslations('forms.task')
  const [state, submit] = useActionState(action, IDLE)
  const { opened, listeners } = useOpened(state, { notice, children })
  const refused = state.status === 'refused'
  // one list for one answer: a new one would draw the focus again
  const errors = useMemo(() => {
    const faults = Object.entries(state.fieldErrors ?? {}).map(([name, message]) => ({ field: `${id}-${name}`, message }))
    return faults.length > 0 ? faults : [{ message: state.message }]
  }, [id, state])
  if (!allowed && !refused) return null
  return (
    <form id={id} action={submit} noValidate className="taskform" {...listeners}>
      <input type="hidden" name="noticeId" value={opened.notice.id} />
      <input type="hidden" name="version" value={opened.notice.version} />
      <input type="hidden" name="formId" value={opened.notice.formId} />
      {refused && <ErrorSummary errors={errors} />}
      {refused && (state.code === 'stale' || !allowed) && <p className="said">{t(allowed ? 'sendAgain' : 'gone')}</p>}
      <DraftKeeper key={opened.notice.formId} user={user} formId={`${id}-${notice.id}`} saved={state.status === 'done'} />
      <PostedForm value={{ id, state }}>{opened.children}</PostedForm>
    </form>
  )
}
