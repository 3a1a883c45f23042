import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Button } from '@/components/ui/button'
import { DayInput } from '@/components/ui/day-input'
import { Menu } from '@/components/ui/menu'
import { addDays, type Day } from '@/domain/calendar'
import { dayText } from '@/messages/day-text'

/** `params` are the page's other search parameters, kept as they are; `path` is the page. The day travels as `asOf`. */
type AsOfPickerProps = { asOf: Day; today: Day; path: string; params?: Record<string, string | undefined> }

/** Of which day the page speaks, and the way to another day: today, last month's or year's end, any day up to today. */
export function AsOfPicker({ asOf, today, path, params = {} }: AsOfPickerProps) {
  const t = useTranslations('common')
  const locale = useLocale()
  const kept = Object.entries(params).flatMap(([name, value]) => (value && name !== 'asOf' ? [[name, value] as const] : []))
  const hrefOf = (day: Day): string => {
    const query = new URLSearchParams([...kept.map(([name, value]) => [name, value]), ...(day === today ? [] : [['asOf', day]])]).toString()
    return query ? `${path}?${query}` : path
  }
  const days: [string, Day][] = [
    [t('today'), today],
    [t('lastMonthEnd'), addDays(`${today.slice(0, 7)}-01`, -1)],
    [t('lastYearEnd'), `${Number(today.slice(0, 4)) - 1}-12-31`],
  ]
  return (
    <Menu className="asof" label={t('asOf', { day: dayText(asOf, locale) })}>
      {days.map(([word, day]) => (
        <AppLink key={word} href={hrefOf(day)} aria-current={day === asOf ? 'true' : undefined}>
          <span>{word}</span>
          <span className="muted">{dayText(day, locale)}</span>
        </AppLink>
      ))}
      <form className="otherday" action={path}>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="as-of-day">{t('otherDay')}</label>
        <DayInput key={asOf} id="as-of-day" name="asOf" defaultValue={asOf} max={today} required />
        <Button type="submit" small>
          {t('show')}
        </Button>
      </form>
    </Menu>
  )
}
