import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { SubmitButton } from '@/components/ui/submit-button'

/** Throws an import away, once more asked: nothing of it is in the ledger yet. */
export function DiscardForm({ action, id }: { action: Action; id: string }) {
  const t = useTranslations('import')
  return (
    <details className="pick">
      <summary>{t('discard')}</summary>
      <div>
        <ActionForm action={action} id="discard" className="discard">
          <input type="hidden" name="id" value={id} />
          <p className="small">{t('discardNote')}</p>
          <SubmitButton variant="normal">{t('discardNow')}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  )
}
