import { useTranslations } from 'next-intl'
import { FormText } from '@/components/ui/action-form'
import { FormDay } from '@/components/ui/form-day'

/** The document by which something changes (rule 18): title, number as printed, day. */
export function DocumentFields({ today }: { today: string }) {
  const t = useTranslations('plans')
  return (
    <>
      <FormText name="documentTitle" label={t('documentTitle')} hint={t('documentTitleHint')} required />
      <FormText name="documentNumber" label={t('documentNumber')} hint={t('mayBeEmpty')} />
      <FormDay name="documentOn" label={t('documentOn')} max={today} required />
    </>
  )
}
