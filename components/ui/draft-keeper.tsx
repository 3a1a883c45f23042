'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { draftKey, forgetDraft, readDraft, restoreDraft, saveDraft } from '@/components/ui/drafts'

/**
 * `user` is the username; `formId` names form and task (`report-47`); `saved` is true once the server has taken the form's content.
 * `onRestored` is told which version the draft was written on, if the form has one.
 */
type DraftKeeperProps = { user: string; formId: string; saved?: boolean; onRestored?: (version: string | undefined) => void }

/**
 * Stands inside a form and keeps what is typed there in this browser, so that it outlives an ended session or a closed tab.
 * Passwords, files and hidden fields but the version are never kept. Without JavaScript it does nothing.
 */
export function DraftKeeper({ user, formId, saved = false, onRestored }: DraftKeeperProps) {
  const t = useTranslations('forms')
  const here = useRef<HTMLDivElement>(null)
  const [restored, setRestored] = useState(false)
  const key = draftKey(user, formId)
  const tell = useRef(onRestored)
  useEffect(() => {
    tell.current = onRestored
  })

  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form) return
    if (saved) forgetDraft(key)
    const draft = saved ? null : readDraft(key)
    const isRestored = draft !== null && restoreDraft(form, draft)
    setRestored(isRestored)
    if (isRestored) tell.current?.(draft.version?.[0])
    const onInput = () => saveDraft(key, form)
    form.addEventListener('input', onInput)
    return () => form.removeEventListener('input', onInput)
  }, [key, saved])

  const discard = () => {
    forgetDraft(key)
    here.current?.closest('form')?.reset()
    setRestored(false)
  }
  return (
    <div ref={here} role="status">
      {restored && (
        <p className="said small">
          <span>{t('draftRestored')}</span>
          <Button variant="plain" small onClick={discard}>
            {t('draftDiscard')}
          </Button>
        </p>
      )}
    </div>
  )
}
