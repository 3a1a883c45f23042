import { useTranslations } from 'next-intl'
import { FilterForm } from '@/components/ledger/filter-form'
import { Button } from '@/components/ui/button'
import type { Option } from '@/components/ui/field'

export type Choice = { name: string; label: string; options: readonly Option[] }

/** `params` are the address's: those that no field shows are kept as hidden fields, the page is not. */
type FilterBarProps = { path: string; params: Record<string, string>; choices: readonly Choice[] }

/** What the ledger is narrowed to besides the light: drop-down lists and free text. */
export function FilterBar({ path, params, choices }: FilterBarProps) {
  const t = useTranslations()
  const shown = new Set(['q', 'page', ...choices.map(({ name }) => name)])
  const kept = Object.entries(params).filter(([name]) => !shown.has(name))
  return (
    <FilterForm action={path} label={t('ledger.filterLabel')} values={params}>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choices.map(({ name, label, options }) => (
        <select key={name} name={name} aria-label={label} defaultValue={params[name] ?? ''} className={params[name] ? 'on' : undefined}>
          <option value="">{label}</option>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ))}
      <span className="find">
        <input
          type="search"
          name="q"
          aria-label={t('ledger.text')}
          placeholder={t('ledger.searchHint')}
          defaultValue={params.q ?? ''}
          data-slash=""
        />
        <kbd className="js-only">/</kbd>
      </span>
      <Button type="submit" className="apply">
        {t('actions.filter')}
      </Button>
    </FilterForm>
  )
}
