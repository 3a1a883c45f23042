import { useTranslations } from 'next-intl'
import type { PageScope } from '@/components/ui/as-of-picker'
import { Button } from '@/components/ui/button'
import { DayInput } from '@/components/ui/day-input'
import type { Day } from '@/domain/calendar'

type CompareFormProps = {
  asOf: Day
  other: Day
  today: Day
  scope: PageScope
  lead?: string
  departments: readonly { id: string; name: string }[]
}

/** Which two days, on whose knowledge, of which plan and department. A GET form. */
export function CompareForm({ asOf, other, today, scope, lead, departments }: CompareFormProps) {
  const t = useTranslations()
  return (
    <form className="compareform noprint" action="/compare" aria-label={t('compare.formLabel')}>
      <div>
        <label htmlFor="compare-asOf">{t('compare.firstDay')}</label>
        <DayInput key={asOf} id="compare-asOf" name="asOf" defaultValue={asOf} max={today} required />
      </div>
      <div>
        <label htmlFor="compare-with">{t('compare.secondDay')}</label>
        <DayInput key={other} id="compare-with" name="with" defaultValue={other} max={today} required />
      </div>
      <div>
        <label htmlFor="compare-knownOn">{t('scope.knownUntil')}</label>
        <DayInput
          key={scope.knownOn}
          id="compare-knownOn"
          name="knownOn"
          defaultValue={scope.knownOn ?? ''}
          max={today}
          aria-describedby="compare-known"
        />
      </div>
      {scope.plans.length > 1 && (
        <div>
          <label htmlFor="compare-plan">{t('scope.plan')}</label>
          <select key={scope.plan} id="compare-plan" name="plan" defaultValue={scope.plan ?? ''}>
            <option value="">{t('scope.allPlans')}</option>
            {scope.plans.map(({ number, name }) => (
              <option key={number} value={number}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {departments.length > 1 && (
        <div>
          <label htmlFor="compare-lead">{t('terms.leadDepartment')}</label>
          <select key={lead} id="compare-lead" name="lead" defaultValue={lead ?? ''}>
            <option value="">{t('common.all')}</option>
            {departments.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <Button type="submit" variant="go">
        {t('scope.compare')}
      </Button>
      <p className="note" id="compare-known">
        {t('compare.knownHint')}
      </p>
    </form>
  )
}
