import { useTranslations } from 'next-intl'
import { FormText } from '@/components/ui/action-form'

/** Where a supervisor who writes for a department has it from (rule 16). */
export function SourceField({ source = '' }: { source?: string }) {
  const t = useTranslations('forms.task')
  return <FormText name="source" defaultValue={source} label={t('source')} hint={t('sourceHint')} maxLength={200} required />
}
