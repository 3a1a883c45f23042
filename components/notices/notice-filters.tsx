import { useTranslations } from 'next-intl'
import { FilterForm } from '@/components/ledger/filter-form'
import { Button } from '@/components/ui/button'
import { NOTICE_COLOURS, NOTICE_STATES } from '@/domain/notices'

type NoticeFiltersProps = {
  path: string
  values: Record<string, string>
  departments: readonly { id: string; name: string }[]
  years: readonly number[]
}

/** What the list is narrowed to; every choice is in the address. */
export function NoticeFilters({ path, values, departments, years }: NoticeFiltersProps) {
  const t = useTranslations()
  const states = [['open', t('notices.open')], ...NOTICE_STATES.map((state) => [state, t(`noticeStates.${state}`)] as const)] as const
  const choices = [
    { name: 'state', label: t('terms.state'), options: states },
    {
      name: 'colour',
      label: t('notices.colour'),
      options: NOTICE_COLOURS.map((colour) => [colour, t(`noticeColours.${colour}`)] as const),
    },
    { name: 'department', label: t('terms.department'), options: departments.map(({ id, name }) => [id, name] as const) },
    {
      name: 'year',
      label: t('notices.year'),
      options: years.map((year) => [String(year), t('ledger.yearOf', { year: String(year) })] as const),
    },
  ].filter(({ name, options }) => options.length > 1 || values[name] !== undefined)
  return (
    <div className="noticefilters noprint">
      <FilterForm action={path} label={t('ledger.filterLabel')} values={values}>
        {values.overdue && <input type="hidden" name="overdue" value="1" />}
        {choices.map(({ name, label, options }) => (
          <select key={name} name={name} aria-label={label} defaultValue={values[name] ?? ''} className={values[name] ? 'on' : undefined}>
            <option value="">{label}</option>
            {options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        ))}
        <Button type="submit">{t('actions.filter')}</Button>
      </FilterForm>
    </div>
  )
}
