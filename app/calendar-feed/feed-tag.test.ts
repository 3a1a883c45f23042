import { describe, expect, it } from 'vitest'
import { feedTag, isKnown } from '@/app/calendar-feed/feed-tag'
import { calendarIcs } from '@/documents/write/calendar-ics'

const entry = { uid: 'task-1@host', day: '2026-03-31', summary: '第1项', description: '', url: 'https://ledger.example/tasks/1' }
const made = (summary: string, madeAt: string) => feedTag(calendarIcs('日历', [{ ...entry, summary }], madeAt))
const asked = (tag: string | null) => new Request('https://ledger.example/', { headers: tag === null ? {} : { 'if-none-match': tag } })

describe('the tag of a calendar', () => {
  it('stays while nothing but the hour has changed', () => {
    const tag = made('第1项', '2026-01-01T00:00:00.000Z')
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/)
    expect(made('第1项', '2026-01-02T00:00:00.000Z')).toBe(tag)
    expect(made('第1项 DTSTAMP', '2026-01-01T00:00:00.000Z')).not.toBe(tag)
  })
  it('is known in any of the forms in which it may be asked for', () => {
    const tag = made('第1项', '2026-01-01T00:00:00.000Z')
    for (const form of [tag, tag.slice(2), `"other", ${tag}`, '*']) expect(isKnown(asked(form), tag), form).toBe(true)
    for (const form of [null, '', '"other"', tag.slice(3, -1)]) expect(isKnown(asked(form), tag), String(form)).toBe(false)
  })
})
