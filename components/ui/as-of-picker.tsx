import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Button } from '@/components/ui/button'
import { DayInput } from '@/components/ui/day-input'
import { Menu } from '@/components/ui/menu'
import { addDays, type Day } from '@/domain/calendar'
import { dayText } from '@/messages/day-text'

/** What a page can speak of besides the day: what was known on `knownOn` (null: what is known now), and one of several plans or all. */
export type PageScope = { knownOn: Day | null; plan?: number; plans: readonly { number: number; name: string }[] }

type AsOfPickerProps = {
  asOf: Day
  today: Day
  /** The page. */
  path: string
  /** The page's other search parameters, kept as they are. */
  params?: Record<string, string | undefined>
  /** Only where the page heeds it. */
  scope?: PageScope
  /** What the comparison with a second day is narrowed to; null where there is nothing to compare. */
  compare?: Record<string, string> | null
}

/**
 * Of what the page speaks, always in sight, and the way to another day (today, last month's or year's end, any day up to today), to what was
 * known on a day, to another plan, and to the comparison of two days. Links and GET forms: `asOf`, `knownOn` and `plan` in the address.
 */
export function AsOfPicker({ asOf, today, path, params = {}, scope, compare = null }: AsOfPickerProps) {
  const t = useTranslations()
  const locale = useLocale()
  const kept = filled(params).filter(([name]) => name !== 'asOf' && !(scope && (name === 'knownOn' || name === 'plan')))
  const plan: Pair[] = scope?.plan === undefined ? [] : [['plan', String(scope.plan)]]
  const addressOf = (day: Day, knownOn: Day | null): string => {
    const known: Pair[] = knownOn && knownOn >= day && knownOn < today ? [['knownOn', knownOn]] : []
    const query = new URLSearchParams([...kept, ...plan, ...(day === today ? [] : [['asOf', day]]), ...known]).toString()
    return query ? `${path}?${query}` : path
  }
  const days: [string, Day][] = [
    [t('common.today'), today],
    [t('common.lastMonthEnd'), addDays(`${today.slice(0, 7)}-01`, -1)],
    [t('common.lastYearEnd'), `${Number(today.slice(0, 4)) - 1}-12-31`],
  ]
  return (
    <Menu className="asof" label={<State asOf={asOf} scope={scope} />}>
      {days.map(([word, day]) => (
        <AppLink key={word} href={addressOf(day, scope?.knownOn ?? null)} aria-current={day === asOf ? 'true' : undefined}>
          <span>{word}</span>
          <span className="muted">{dayText(day, locale)}</span>
        </AppLink>
      ))}
      {scope && asOf < today && <Knowledge asOf={asOf} knownOn={scope.knownOn} hrefOf={(knownOn) => addressOf(asOf, knownOn)} />}
      <form className="otherday" action={path}>
        <Hidden pairs={kept} />
        {scope && scope.plans.length > 1 && <PlanSelect scope={scope} />}
        <label htmlFor="as-of-day">{t('common.otherDay')}</label>
        <DayInput key={asOf} id="as-of-day" name="asOf" defaultValue={asOf} max={today} required />
        {scope && (
          <>
            <label htmlFor="known-on">{t('scope.knownUntil')}</label>
            <DayInput key={scope.knownOn} id="known-on" name="knownOn" defaultValue={scope.knownOn ?? ''} max={today} />
            <span className="note hint">{t('scope.knownUntilHint')}</span>
          </>
        )}
        <Button type="submit" small>
          {t('common.show')}
        </Button>
      </form>
      {compare && (
        <form className="otherday" action="/compare">
          <Hidden pairs={[...filled(compare), ...plan, ['asOf', asOf], ...filled({ knownOn: scope?.knownOn ?? undefined })]} />
          <label htmlFor="compare-other">{t('scope.compareTitle')}</label>
          <DayInput
            id="compare-other"
            name="with"
            defaultValue={addDays(`${asOf.slice(0, 7)}-01`, -1)}
            max={scope?.knownOn ?? today}
            required
          />
          <Button type="submit" small>
            {t('scope.compare')}
          </Button>
        </form>
      )}
    </Menu>
  )
}

type Pair = [string, string]

const filled = (params: Record<string, string | undefined>): Pair[] =>
  Object.entries(params).flatMap(([name, value]): Pair[] => (value ? [[name, value]] : []))

function Hidden({ pairs }: { pairs: readonly Pair[] }) {
  return pairs.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

function State({ asOf, scope }: Pick<AsOfPickerProps, 'asOf' | 'scope'>) {
  const t = useTranslations()
  const locale = useLocale()
  const named = scope && scope.plans.length > 1
  return (
    <span className="state">
      {named && <span className="of">{scope.plans.find(({ number }) => number === scope.plan)?.name ?? t('scope.allPlans')}</span>}
      <span>{t('common.asOf', { day: dayText(asOf, locale) })}</span>
      {scope?.knownOn && <span className="known">{t('scope.knownShort', { day: dayText(scope.knownOn, locale) })}</span>}
    </span>
  )
}

/** By effective day: with all that was recorded since, or only what had been recorded by then. */
function Knowledge({ asOf, knownOn, hrefOf }: { asOf: Day; knownOn: Day | null; hrefOf: (knownOn: Day | null) => string }) {
  const t = useTranslations('scope')
  const ways = [
    [null, 'knownNow', 'knownNowNote'],
    [asOf, 'knownThen', 'knownThenNote'],
  ] as const
  return (
    <span className="ways">
      {ways.map(([day, word, note]) => (
        <AppLink key={word} href={hrefOf(day)} aria-current={day === knownOn ? 'true' : undefined}>
          <span>{t(word)}</span>
          <span className="muted">{t(note)}</span>
        </AppLink>
      ))}
    </span>
  )
}

function PlanSelect({ scope }: { scope: PageScope }) {
  const t = useTranslations('scope')
  return (
    <>
      <label htmlFor="of-plan">{t('plan')}</label>
      <select key={scope.plan} id="of-plan" name="plan" defaultValue={scope.plan ?? ''}>
        <option value="">{t('allPlans')}</option>
        {scope.plans.map(({ number, name }) => (
          <option key={number} value={number}>
            {name}
          </option>
        ))}
      </select>
    </>
  )
}
