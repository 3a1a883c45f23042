import { useTranslations } from 'next-intl'
import { FormTick } from '@/components/ui/form-choices'

export type Reconfirmable = { id: string; name: string; ticked?: boolean }

/** The departments whose confirmation is asked for again. */
export function ReconfirmField({ departments }: { departments: readonly Reconfirmable[] }) {
  const t = useTranslations('forms.task')
  if (departments.length === 0) return null
  return (
    <fieldset className="field">
      <legend className="l">
        {t('reconfirm')}
        <span className="hint">{t('reconfirmHint')}</span>
      </legend>
      <div className="opts">
        {departments.map(({ id, name, ticked }, index) => (
          <FormTick key={id} name={`reconfirm.${index}`} value={id} label={name} ticked={ticked} />
        ))}
      </div>
    </fieldset>
  )
}
