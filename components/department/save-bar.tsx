'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { isFilledLine, linesOf } from '@/components/department/filled-lines'
import type { ActionState } from '@/components/ui/action-state'
import { SubmitButton } from '@/components/ui/submit-button'

type SaveBarProps = {
  state: ActionState /** Lead tasks of which nothing was heard this month; null where that is not asked. */
  unheard: number | null
}

/**
 * Stays at the lower edge: what happened, how many lines are filled, save; and "no change" for the rest.
 * Ctrl+Enter saves, Enter alone does not.
 */
export function SaveBar({ state, unheard }: SaveBarProps) {
  const t = useTranslations('department')
  const bar = useRef<HTMLDivElement>(null)
  const [filled, setFilled] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer changes what is filled
  useEffect(() => {
    const form = bar.current?.closest('form')
    if (!form) return
    const count = () => setFilled(linesOf(form).filter(isFilledLine).length)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      if (event.ctrlKey || event.metaKey) form.requestSubmit(form.querySelector<HTMLButtonElement>('button[value="save"]'))
      if (event.target instanceof HTMLInputElement) event.preventDefault()
    }
    // after the reset, not before it
    const onReset = () => setTimeout(count)
    count()
    form.addEventListener('input', count)
    form.addEventListener('reset', onReset)
    form.addEventListener('keydown', onKeyDown)
    return () => {
      form.removeEventListener('input', count)
      form.removeEventListener('reset', onReset)
      form.removeEventListener('keydown', onKeyDown)
    }
  }, [state])

  return (
    <div className="rowbar noprint" ref={bar}>
      <div role="status">{state.status === 'done' && <p className="said">{state.message}</p>}</div>
      <div className="btns">
        <SubmitButton name="intent" value="save">
          {filled > 0 ? t('saveCount', { count: filled }) : t('save')}
        </SubmitButton>
        {unheard !== null && unheard > 0 && (
          <SubmitButton variant="normal" name="intent" value="no_change">
            {t('noChangeForRest', { count: unheard })}
          </SubmitButton>
        )}
        <span className="note js-only keys">{t('keys')}</span>
      </div>
    </div>
  )
}
