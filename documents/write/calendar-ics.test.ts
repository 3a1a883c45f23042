import { afterEach, describe, expect, test, vi } from 'vitest'
import { type CalendarEntry, calendarIcs } from '@/documents/write/calendar-ics'

const MADE_AT = '2026-11-22T16:30:05.123Z'
const entry: CalendarEntry = {
  uid: 'task-4@ledger.example.cn',
  day: '2026-12-31',
  summary: '第4号 合理布局医疗卫生资源；逾期将预警',
  description:
    '牵头：区卫生健康局\n配合：区发展改革局, 区财政局; 路径 C:\\督办\r\n县级区域，原则上设置1个县办综合医院和1个县办中医类医院。',
  url: 'https://ledger.example.cn/tasks/4?lists=a,b;c',
  categories: ['牵头', '甲,乙'],
}
const write = (...entries: CalendarEntry[]) => calendarIcs('督办台账', entries, MADE_AT)

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the calendar as RFC 5545 has it', () => {
  const feed = write(entry, { ...entry, uid: 'task-5@ledger.example.cn', summary: '𠮷'.repeat(60), categories: undefined })

  test('every line ends with CRLF, is no longer than 75 octets, and no character is cut in two', () => {
    expect(feed.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = feed.slice(0, -2).split('\r\n')
    for (const line of lines) {
      expect(line).not.toMatch(/[\r\n]/)
      expect(line.isWellFormed()).toBe(true)
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line.length).toBeGreaterThan(0)
    }
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
    for (const line of unfolded(feed)) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[A-Z]+)*:[^\p{Cc}]*$/u)
  })

  test('it is published under its name, to be fetched again after six hours', () => {
    expect(unfolded(feed)).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'METHOD:PUBLISH',
        'X-WR-CALNAME:督办台账',
        'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
        'X-PUBLISHED-TTL:PT6H',
      ]),
    )
    expect(unfolded(feed).filter((line) => line.startsWith('PRODID:-//'))).toHaveLength(1)
  })

  test('an entry takes its whole day, leaves its reader free, and is stamped with the making', () => {
    const [first, second] = events(feed)
    expect(first).toMatchObject({
      UID: 'task-4@ledger.example.cn',
      DTSTAMP: '20261122T163005Z',
      'DTSTART;VALUE=DATE': '20261231',
      'DTEND;VALUE=DATE': '20270101',
      TRANSP: 'TRANSPARENT',
    })
    expect(second).toMatchObject({ UID: 'task-5@ledger.example.cn', SUMMARY: '𠮷'.repeat(60) })
    expect(second).not.toHaveProperty('CATEGORIES')
  })

  test('texts are escaped and read back as they were; an address is not a text', () => {
    const [first] = events(feed)
    expect(first?.DESCRIPTION).toBe(
      '牵头：区卫生健康局\\n配合：区发展改革局\\, 区财政局\\; 路径 C:\\\\督办\\n县级区域，原则上设置1个县办综合医院和1个县办中医类医院。',
    )
    expect(plain(first?.DESCRIPTION)).toBe(entry.description.replace('\r\n', '\n'))
    expect(first?.SUMMARY).toBe(entry.summary)
    expect(first?.CATEGORIES).toBe('牵头,甲\\,乙')
    expect(first?.['URL;VALUE=URI']).toBe('https://ledger.example.cn/tasks/4?lists=a%2Cb%3Bc')
  })

  test('no text can begin a line of its own', () => {
    const hostile = 'x\r\nEND:VEVENT\nBEGIN:VEVENT\rUID:1\u0000\u0007'
    const bad = { uid: hostile, day: '2026-12-31', summary: hostile, description: hostile, url: hostile, categories: [hostile] }
    const lines = unfolded(calendarIcs(hostile, [bad], MADE_AT))
    expect(lines.filter((line) => /^(BEGIN|END):VEVENT/.test(line))).toHaveLength(2)
    expect(lines.filter((line) => line.startsWith('UID:'))).toHaveLength(1)
    expect(lines.join('')).not.toMatch(/\p{Cc}/u)
    expect(lines.find((line) => line.startsWith('X-WR-CALNAME:'))).toBe('X-WR-CALNAME:x\\nEND:VEVENT\\nBEGIN:VEVENT\\nUID:1')
  })

  test('without entries it is a calendar still', () => {
    expect(events(write())).toEqual([])
    expect(unfolded(write()).at(-1)).toBe('END:VCALENDAR')
  })
})

test('the same entries at the same instant are the same bytes', () => {
  expect(write(entry)).toBe(write(entry))
})

test.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('no day shifts on a machine in %s', (zone) => {
  vi.stubEnv('TZ', zone)
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
  const days = ['2026-03-08', '2026-11-01', '2026-12-31', '2028-02-28', '1991-04-14']
  expect(
    events(write(...days.map((day) => ({ ...entry, day })))).map((one) => [one['DTSTART;VALUE=DATE'], one['DTEND;VALUE=DATE']]),
  ).toEqual([
    ['20260308', '20260309'],
    ['20261101', '20261102'],
    ['20261231', '20270101'],
    ['20280228', '20280229'],
    ['19910414', '19910415'],
  ])
  expect(events(write(entry))[0]?.DTSTAMP).toBe('20261122T163005Z')
})

const unfolded = (feed: string): string[] => feed.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')

/** The properties of each entry, by name and parameters. */
function events(feed: string): Record<string, string>[] {
  const found: Record<string, string>[] = []
  for (const line of unfolded(feed)) {
    const colon = line.indexOf(':')
    if (line === 'BEGIN:VEVENT') found.push({})
    const last = found.at(-1)
    if (last) last[line.slice(0, colon)] = line.slice(colon + 1)
  }
  return found
}

const plain = (escaped = ''): string => escaped.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))
