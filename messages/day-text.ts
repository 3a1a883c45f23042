import type { Locale } from '@/messages/locales'

/** full: 2024年3月15日, 15 March 2024. short: 3月15日, 15 Mar. month: 2024年3月, March 2024. */
export type DayForm = 'full' | 'short' | 'month'

const FORMS: Record<DayForm, Intl.DateTimeFormatOptions> = {
  full: { year: 'numeric', month: 'long', day: 'numeric' },
  short: { month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
}
const FORMATTERS = new Map<string, Intl.DateTimeFormat>()

/** A day (YYYY-MM-DD) in words. A calendar day has no zone: it is formatted as UTC midnight in UTC. */
export function dayText(day: string, locale: Locale, form: DayForm = 'full'): string {
  const key = `${locale} ${form}`
  const formatter = FORMATTERS.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...FORMS[form], timeZone: 'UTC' })
  FORMATTERS.set(key, formatter)
  return formatter.format(new Date(`${day}T00:00:00Z`))
}
