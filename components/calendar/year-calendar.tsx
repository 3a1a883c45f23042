import { useLocale, useTranslations } from 'next-intl'
import { addDays, type Day, lastDayOfMonth } from '@/domain/calendar'
import { type CalendarDayKind, isWorkingDay } from '@/domain/working-days'
import { dayText } from '@/messages/day-text'

export type CalendarDay = { day: Day; kind: CalendarDayKind; name: string }
type YearCalendarProps = { year: number; days: readonly CalendarDay[]; today: Day }

/** The twelve months, Monday first. A day that differs from Monday to Friday says so in a word, not by its look alone. */
export function YearCalendar({ year, days, today }: YearCalendarProps) {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  const byDay = new Map(days.map((day) => [day.day, day]))
  return (
    <div className="year">
      {months.map((month) => (
        <Month key={month} month={month} byDay={byDay} today={today} />
      ))}
    </div>
  )
}

type MonthProps = { month: string; byDay: ReadonlyMap<Day, CalendarDay>; today: Day }

function Month({ month, byDay, today }: MonthProps) {
  const t = useTranslations('calendar')
  const locale = useLocale()
  return (
    <table className="month">
      <caption>{dayText(`${month}-01`, locale, 'month')}</caption>
      <thead>
        <tr>
          {A_WEEK.map((day) => (
            <th key={day} scope="col">
              {weekday(day, locale)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              if (!day.startsWith(month)) return <td key={day} />
              const known = byDay.get(day)
              return (
                <td
                  key={day}
                  className={classOf(day, known)}
                  aria-current={day === today ? 'date' : undefined}
                  title={known?.name || undefined}
                >
                  {Number(day.slice(8))}
                  {known && <span className="w">{t(`short.${known.kind}`)}</span>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const PLAIN = { exceptions: new Map<Day, CalendarDayKind>(), publishedYears: new Set<number>() }
const isWeekday = (day: Day): boolean => isWorkingDay(PLAIN, day)

function classOf(day: Day, known: CalendarDay | undefined): string | undefined {
  if (known) return known.kind
  return isWeekday(day) ? undefined : 'rest'
}

/** The month's weeks from Monday to Sunday, with the days around it that fill them. */
function weeksOf(month: string): Day[][] {
  const first: Day = `${month}-01`
  const last = lastDayOfMonth(first)
  const weeks: Day[][] = []
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)))
  }
  return weeks
}

// of the seven days up to `day` the Monday is the weekday after a Sunday
function mondayOf(day: Day): Day {
  const back = Array.from({ length: 7 }, (_, index) => addDays(day, -index))
  return back.find((other) => isWeekday(other) && !isWeekday(addDays(other, -1))) ?? day
}

const A_MONDAY: Day = '2024-01-01'
const A_WEEK = Array.from({ length: 7 }, (_, index) => addDays(A_MONDAY, index))

export const weekday = (day: Day, locale: string, form: 'narrow' | 'short' = 'narrow'): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { weekday: form, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
