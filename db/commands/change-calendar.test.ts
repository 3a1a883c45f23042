import { describe, expect, it } from 'vitest'
import { removeCalendarDay, setCalendarDay, setYearPublished } from '@/db/commands/change-calendar'
import { calendarYear } from '@/db/queries/calendar-year'
import { workCalendar } from '@/db/queries/work-calendar'
import { officeEvents } from '@/db/schema-supervision'
import { openLedgerWithTable } from '@/db/testing'
import { at } from '@/domain/testing'
import { unpublishedYears, workingDaysBetween } from '@/domain/working-days'

const NOW = at('2026-11-20').now

describe('the working-day calendar', () => {
  it('a make-up Saturday counts wherever working days are counted', async () => {
    const { database, as } = await openLedgerWithTable()
    await setYearPublished(database, as.administrator, { year: 2027, published: true }, NOW)
    const week = async () => workingDaysBetween(await workCalendar(database.db), '2027-02-01', '2027-02-08')
    expect(await week()).toBe(5)
    const saturday = { day: '2027-02-06', kind: 'workday', name: '春节' } as const
    expect(await setCalendarDay(database, as.administrator, saturday, NOW)).toEqual({ changed: true })
    expect(await week()).toBe(6)
    expect(await removeCalendarDay(database, as.administrator, saturday.day, NOW)).toEqual({ changed: true })
    expect(await week()).toBe(5)
    expect((await calendarYear(database.db, as.administrator, 2027))?.changes).toMatchObject([
      { kind: 'day_removed', day: '2027-02-06', from: { kind: 'workday', name: '春节' } },
      { kind: 'day_set', day: '2027-02-06', from: null, to: { kind: 'workday', name: '春节' }, by: as.administrator.name },
      { kind: 'year_published' },
    ])
  })
  it('a year is unpublished until someone says otherwise', async () => {
    const { database, as } = await openLedgerWithTable()
    const missing = async () => unpublishedYears(await workCalendar(database.db), '2026-12-30', '2027-01-05')
    expect(await missing()).toEqual([2027])
    await setYearPublished(database, as.administrator, { year: 2027, published: true }, NOW)
    expect(await missing()).toEqual([])
    await setYearPublished(database, as.administrator, { year: 2027, published: false }, NOW)
    expect(await calendarYear(database.db, as.administrator, 2027)).toMatchObject({ published: false })
  })
  it('its year, and who changed it, is shown to those who may set it', async () => {
    const { database, as } = await openLedgerWithTable()
    for (const viewer of [as.supervisor, as.leader, as.auditor, as.officer('区卫生健康局')]) {
      expect(await calendarYear(database.db, viewer, 2027)).toBeNull()
    }
  })
  it('refuses what changes nothing, a holiday without a name, and a make-up day on a weekday', async () => {
    const { database, as } = await openLedgerWithTable()
    const set = (day: string, kind: 'holiday' | 'workday', name: string) =>
      setCalendarDay(database, as.administrator, { day, kind, name }, NOW)
    expect(await set('2026-10-01', 'holiday', '国庆节')).toEqual({ refused: 'unchanged' })
    expect(await set('2027-10-01', 'holiday', '')).toEqual({ refused: 'text-required', field: 'name' })
    expect(await set('2027-02-05', 'workday', '春节')).toEqual({ refused: 'calendar-weekday', field: 'day' })
    expect(await removeCalendarDay(database, as.administrator, '2027-03-03', NOW)).toEqual({ refused: 'unchanged' })
    expect(await setYearPublished(database, as.administrator, { year: 2026, published: true }, NOW)).toEqual({ refused: 'unchanged' })
    expect(await database.db.select().from(officeEvents)).toEqual([])
  })
  it('is hidden from all but administrators', async () => {
    const { database, as } = await openLedgerWithTable()
    for (const viewer of [as.supervisor, as.leader, as.auditor, as.officer('区财政局')]) {
      expect(await setCalendarDay(database, viewer, { day: '2027-02-06', kind: 'workday', name: '' }, NOW)).toBe('hidden')
      expect(await removeCalendarDay(database, viewer, '2026-10-01', NOW)).toBe('hidden')
      expect(await setYearPublished(database, viewer, { year: 2027, published: true }, NOW)).toBe('hidden')
    }
  })
})
