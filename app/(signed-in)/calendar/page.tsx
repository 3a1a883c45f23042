import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { removeDay, setDay, setPublished } from '@/app/(signed-in)/calendar/actions'
import type { SearchParams } from '@/app/list-query'
import { requireViewerOf } from '@/auth/require-viewer'
import { today } from '@/clock'
import { CalendarForms } from '@/components/calendar/calendar-forms'
import { CalendarHistory } from '@/components/calendar/calendar-history'
import { YearCalendar } from '@/components/calendar/year-calendar'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { Segmented } from '@/components/ui/segmented'
import { database } from '@/db/client'
import { calendarYear } from '@/db/queries/calendar-year'
import { canSetSystem } from '@/domain/permissions'

const PATH = '/calendar'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') }
}

export default async function CalendarPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewerOf(canSetSystem)
  const t = await getTranslations('calendar')
  const day = today()
  const year = yearAsked((await searchParams).year, day)
  const calendar = await calendarYear((await database()).db, viewer, year)
  if (!calendar) notFound()
  return (
    <>
      <PageHead
        title={t('title')}
        note={t('note')}
        tools={
          <>
            <Segmented
              label={t('year')}
              items={[year - 1, year, year + 1].map((other) => ({
                href: `${PATH}?year=${other}`,
                label: t('yearOf', { year: String(other) }),
                current: other === year,
              }))}
            />
            <PrintButton />
          </>
        }
      />
      <CalendarForms calendar={calendar} actions={{ setDay, removeDay, setPublished }}>
        <YearCalendar year={year} days={calendar.days} today={day} />
      </CalendarForms>
      <CalendarHistory changes={calendar.changes} />
    </>
  )
}

function yearAsked(asked: string | string[] | undefined, day: string): number {
  return typeof asked === 'string' && /^20\d\d$/.test(asked) ? Number(asked) : Number(day.slice(0, 4))
}
