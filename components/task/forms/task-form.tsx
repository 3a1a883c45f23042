'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useEffect, useMemo, useRef } from 'react'
import { PostedForm } from '@/components/ui/action-form'
import { type Action, type ActionState, IDLE } from '@/components/ui/action-state'
import { DraftKeeper } from '@/components/ui/draft-keeper'
import { ErrorSummary } from '@/components/ui/error-summary'
import { useOpened } from '@/components/ui/use-opened'

/** Hidden in each form: the task, the version it shows (null where the form names its event), and its own id. */
export type About = { number: number; version: number | null; formId: string }

/** What all forms about a task take. Fields that are not in the form's own words are the form's own props. */
export type TaskFormProps = {
  /** Unique on the page; `#id` opens the form. */
  id: string
  about: About
  action: Action
  /** The viewer may use it now. A refused one stays on the page all the same, with what was typed. */
  allowed: boolean
  /** Username: whose draft is kept in this browser. */
  user: string
  /** What was recorded last, to be shown beside the text when the form had seen less. */
  latest?: ReactNode
  /** Folded behind this title until it is needed; without one it stands open. */
  title?: ReactNode
  open?: boolean
}

type FormBodyProps = TaskFormProps & { hidden?: Record<string, string | number>; children: ReactNode }

/** A form about a task: works without JavaScript, keeps what was typed through refusals, and says what has changed meanwhile. */
export function TaskForm({ id, about, action, allowed, user, latest, title, open = false, hidden = {}, children }: FormBodyProps) {
  const [state, submit] = useActionState(action, IDLE)
  const { opened, hold, listeners } = useOpened(state, { about, hidden, children })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => openTarget(form.current), [])
  const refused = state.status === 'refused'
  if (!allowed && !refused) return null
  const fields = { number: about.number, version: seenVersion(state, opened.about), formId: opened.about.formId, ...opened.hidden }
  const body = (
    <form id={id} ref={form} action={submit} noValidate className="taskform" {...listeners}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refused && <Refusal id={id} state={state} allowed={allowed} latest={latest} />}
      <DraftKeeper
        key={opened.about.formId}
        user={user}
        formId={`${id}-${about.number}`}
        saved={state.status === 'done'}
        onRestored={(seen) => hold({ ...opened, about: { ...opened.about, version: seen ? Number(seen) : opened.about.version } })}
      />
      <PostedForm value={{ id, state }}>{opened.children}</PostedForm>
    </form>
  )
  if (!title) return body
  return (
    <details className="fold" open={open || refused}>
      <summary>{title}</summary>
      {body}
    </details>
  )
}

/** A form that was refused for another reason has still seen what it had seen; one that was stale is shown the newest. */
function seenVersion({ status, code, values }: ActionState, { version }: About): number | string {
  return (status === 'refused' && code !== 'stale' && values?.version) || (version ?? '')
}

function Refusal({ id, state, allowed, latest }: { id: string; state: ActionState; allowed: boolean; latest: ReactNode }) {
  const t = useTranslations('forms.task')
  // one list for one answer: a new one would draw the focus again
  const errors = useMemo(() => {
    const faults = Object.entries(state.fieldErrors ?? {}).map(([name, message]) => ({ field: `${id}-${name}`, message }))
    return faults.length > 0 ? faults : [{ message: state.message }]
  }, [id, state])
  return (
    <>
      <ErrorSummary errors={errors} />
      {(state.code === 'stale' || !allowed) && (
        <div className="said">
          {latest && (
            <span>
              {t('changedSince')} {latest}
            </span>
          )}
          <span>{t(allowed ? 'sendAgain' : 'gone')}</span>
        </div>
      )}
    </>
  )
}

// A link to a form within a folded part: browsers unfold it when a page is loaded so, but not when the router only moves there.
function openTarget(form: HTMLFormElement | null): (() => void) | undefined {
  if (!form) return
  const open = () => {
    if (location.hash !== `#${form.id}`) return
    form.closest('details')?.setAttribute('open', '')
    form.scrollIntoView({ block: 'center' })
  }
  open()
  addEventListener('hashchange', open)
  return () => removeEventListener('hashchange', open)
}
