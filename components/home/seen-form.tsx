'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type Action, IDLE } from '@/components/ui/action-state'
import { SubmitButton } from '@/components/ui/submit-button'

/** "Seen": the department knows what was written down for it. */
export function SeenForm({ action, number, formId, seqs }: { action: Action; number: number; formId: string; seqs: readonly number[] }) {
  const t = useTranslations()
  const [state, submit] = useActionState(action, IDLE)
  return (
    <form action={submit}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="version" value="" />
      <input type="hidden" name="formId" value={formId} />
      {seqs.map((seq) => (
        <input key={seq} type="hidden" name="seqs[]" value={seq} />
      ))}
      <SubmitButton variant="normal">
        {t('actions.markSeen')}
        <span className="vh"> {number}</span>
      </SubmitButton>
      {state.message && (
        <span className="small" role="status">
          {state.message}
        </span>
      )}
    </form>
  )
}
