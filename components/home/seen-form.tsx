import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { SubmitButton } from '@/components/ui/submit-button'
import { numberText } from '@/domain/task-number'

type SeenFormProps = { action: Action; number: number; formId: string; seqs: readonly number[] }

/** "Seen": the department knows what was written down for it. */
export function SeenForm({ action, number, formId, seqs }: SeenFormProps) {
  const t = useTranslations('actions')
  return (
    <ActionForm action={action} id={`seen-${number}`}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="version" value="" />
      <input type="hidden" name="formId" value={formId} />
      {seqs.map((seq) => (
        <input key={seq} type="hidden" name="seqs[]" value={seq} />
      ))}
      <SubmitButton variant="normal">
        {t('markSeen')}
        <span className="vh"> {numberText(number)}</span>
      </SubmitButton>
    </ActionForm>
  )
}
