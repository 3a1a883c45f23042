'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, type ButtonLook, buttonClass } from '@/components/ui/button'

type Progress = { done: number; total: number }
type Line = Progress | { result: { href: string } } | { failed: string }
type State =
  | { at: 'rest' }
  | { at: 'work'; progress: Progress | null }
  | { at: 'cancelled' }
  | { at: 'failed'; words: string }
  | { at: 'done'; href: string }

const LINES = 'application/x-ndjson'

export type LongWorkProps = ButtonLook & {
  /** Where the form is sent; answered by `streamWork`. */
  action: string
  /** The button's words. */
  label: ReactNode
  /** The form's fields. */
  children?: ReactNode
  /** What is said while the browser saves a file that the result leads to; for a result that is a page, nothing needs saying. */
  saved?: ReactNode
}

/**
 * A form whose work takes long. With JavaScript a bar shows how far it is, it can be cancelled, and its end leads to the result; without,
 * it is a form like any other.
 */
export function LongWork({ action, label, children, saved, ...look }: LongWorkProps) {
  const t = useTranslations('longWork')
  const [state, setState] = useState<State>({ at: 'rest' })
  const running = useRef<AbortController>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => () => running.current?.abort(), [])

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state.at === 'work') return
    const controller = new AbortController()
    running.current = controller
    setState({ at: 'work', progress: null })
    try {
      const body = new FormData(event.currentTarget)
      const answer = await fetch(action, { method: 'POST', body, headers: { accept: LINES }, signal: controller.signal })
      const end = await followed(answer, (progress) => setState({ at: 'work', progress }))
      if (!end) setState({ at: 'failed', words: t(answer.status === 401 ? 'signedOut' : 'failed.crashed') })
      else if ('failed' in end) setState({ at: 'failed', words: end.failed })
      else {
        setState({ at: 'done', href: end.result.href })
        window.location.assign(end.result.href)
      }
    } catch {
      setState(controller.signal.aborted ? { at: 'cancelled' } : { at: 'failed', words: t('offline') })
    }
  }

  const cancel = () => {
    running.current?.abort()
    button.current?.focus()
  }
  return (
    <form className="long-work" method="post" action={action} encType="multipart/form-data" onSubmit={onSubmit}>
      {children}
      <button ref={button} type="submit" className={buttonClass(look)} aria-disabled={state.at === 'work'}>
        {label}
      </button>
      {state.at === 'work' && (
        <div className="long-work-bar">
          <progress aria-label={t('running')} max={state.progress?.total} value={state.progress?.done} />
          <span className="n">{state.progress ? t('progress', state.progress) : t('waiting')}</span>
          <Button small onClick={cancel}>
            {t('cancel')}
          </Button>
        </div>
      )}
      <p role="status" className="long-work-said" hidden={state.at === 'rest' || state.at === 'work'}>
        {state.at === 'cancelled' && t('cancelled')}
        {state.at === 'failed' && state.words}
        {state.at === 'done' && (
          <>
            {saved} <a href={state.href}>{t('again')}</a>
          </>
        )}
      </p>
    </form>
  )
}

/** Reads the answer's lines as they come; the last one that says how it ended, or null if none does. */
async function followed(answer: Response, onProgress: (progress: Progress) => void): Promise<Exclude<Line, Progress> | null> {
  if (!answer.ok || !answer.body || !answer.headers.get('content-type')?.startsWith(LINES)) return null
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return null
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines.filter(Boolean).map((text) => JSON.parse(text) as Line)) {
      if ('total' in line) onProgress(line)
      else return line
    }
  }
}
