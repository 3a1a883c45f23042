import { useTranslations } from 'next-intl'
import type { DoubtView } from '@/components/plans/import-view'
import { FormSelect, FormText } from '@/components/ui/action-form'
import { FormChoices } from '@/components/ui/form-choices'

/** One answer for a spelling of a department: another name of one, a new one, or several in one. Nothing is chosen beforehand. */
export function DepartmentDoubt({ doubt, index, departments }: { doubt: DoubtView; index: number; departments: readonly string[] }) {
  const t = useTranslations('import')
  const { written, cell, suggestions } = doubt
  const name = `names.${index}`
  const likely = suggestions.filter((suggestion) => suggestion !== written)
  return (
    <div className="fields">
      <input type="hidden" name={`${name}.written`} value={written} />
      <input type="hidden" name={`${name}.cell`} value={cell} />
      {doubt.unlike && <input type="hidden" name={`${name}.unlike`} value="yes" />}
      <FormChoices
        name={`${name}.means`}
        legend={t('whichDepartment', { written })}
        options={[
          ...likely.map((suggestion) => ({ value: `is:${suggestion}`, label: t('isDepartment', { name: suggestion }) })),
          { value: 'new', label: t('isNewDepartment', { name: written }) },
        ]}
      />
      <FormSelect
        name={`${name}.other`}
        label={t('otherDepartment')}
        empty={t('choose')}
        options={departments.filter((value) => value !== written).map((value) => ({ value, label: value }))}
      />
      <FormText name={`${name}.split`} label={t('severalDepartments', { cell })} hint={t('severalHint')} />
    </div>
  )
}

/** Which departments a whole cell names. */
export function CellDoubt({ doubt, index }: { doubt: DoubtView; index: number }) {
  const t = useTranslations('import')
  const { cell, suggestions } = doubt
  const name = `cells.${index}`
  const cellLabel = cell ? t(suggestions.length > 0 ? 'severalDepartments' : 'cellMeans', { cell }) : t('departmentsOfBlank')
  return (
    <div className="fields">
      <input type="hidden" name={`${name}.cell`} value={cell} />
      {suggestions.length > 0 && (
        <FormChoices
          name={`${name}.means`}
          legend={t('whichDepartments', { cell })}
          options={suggestions.map((value) => ({ value, label: value }))}
        />
      )}
      <FormText name={`${name}.split`} label={cellLabel} hint={t('severalHint')} />
    </div>
  )
}

/** What a deadline means that is in no known form. */
export function DeadlineDoubt({ doubt, index }: { doubt: DoubtView; index: number }) {
  const t = useTranslations('import')
  const { written, suggestions } = doubt
  const name = `deadlines.${index}`
  return (
    <div className="fields">
      <input type="hidden" name={`${name}.written`} value={written} />
      {suggestions.length > 0 && (
        <FormChoices
          name={`${name}.means`}
          legend={t('whichDeadline', { written })}
          options={suggestions.map((value) => ({ value, label: value }))}
        />
      )}
      <FormText
        name={`${name}.other`}
        label={suggestions.length > 0 ? t('otherDeadline') : t('deadlineMeans', { written })}
        hint={t('deadlineHint')}
      />
    </div>
  )
}
