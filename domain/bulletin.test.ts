import { describe, expect, it } from 'vitest'
import { bulletinFigures, reportsOn } from '@/domain/bulletin'
import { trendOf } from '@/domain/bulletin-counts'
import type { BulletinRow } from '@/domain/bulletin-rows'
import { closed, context, figuresOf, late, row } from '@/domain/bulletin-testing'
import { contactsAmong, dutiesThen, titleThen } from '@/domain/bulletin-then'
import type { TaskEvent } from '@/domain/events'
import { imported } from '@/domain/testing'

describe('the movement since the issue before', () => {
  it('names each task under what happened to it', () => {
    const before = [row(1), row(2, late), row(3, closed), row(4), row(5), row(6)]
    const now = [
      row(1, closed),
      row(2),
      row(3, late),
      row(4, { extensions: 1 }),
      row(5, { state: 'withdrawn', light: 'withdrawn' }),
      row(6, late),
      row(7),
    ]
    expect(figuresOf(now, before).movement).toEqual({
      closed: [1],
      overdue: [3, 6],
      noLongerOverdue: [2],
      extended: [4],
      withdrawn: [5],
      added: [7],
      reopened: [3],
    })
  })

  it('is none for the first issue', () => {
    const figures = figuresOf([row(1)])
    expect([figures.movement, figures.changes, figures.previous, figures.byLead[0]?.trend]).toEqual([null, null, null, null])
  })

  it('a department does better with fewer overdue, or as many and a higher closed share', () => {
    const trend = (now: BulletinRow[], before: BulletinRow[]) => figuresOf(now, before).byLead[0]?.trend
    expect(trend([row(1), row(2)], [row(1, late), row(2)])).toBe('up')
    expect(trend([row(1, closed), row(2)], [row(1), row(2)])).toBe('up')
    expect(trend([row(1, late), row(2, closed)], [row(1), row(2)])).toBe('down')
    expect(trend([row(1), row(2)], [row(1), row(2)])).toBe('same')
    const { changes } = figuresOf([row(1), row(2, closed)], [row(1), row(2)])
    expect(changes && trendOf({ ...changes, closedRate: null }, 'approved')).toBe('same')
  })
})

it('counts overdue by the basis that was chosen, and the lights by the approved deadline', () => {
  const rows = [row(1, { daysLate: { approved: 0, issued: 12 }, light: 'due_soon' }), row(2, late)]
  expect(figuresOf(rows).overdue).toEqual([2])
  const issued = figuresOf(rows, null, { basis: 'issued' })
  expect(issued.overdue).toEqual([2, 1])
  expect(issued.all.lights.overdue).toBe(1)
})

it('lists by department in official order, the latest first; participation apart from the sum', () => {
  const figures = figuresOf([
    row(1, late),
    row(2, { ...late, daysLate: { approved: 90, issued: 90 } }),
    row(3, { ...late, leadId: 'd02', cooperatingIds: ['d01'] }),
    row(4, { cooperatingIds: ['d02'] }),
  ])
  expect(figures.overdue).toEqual([3, 2, 1])
  expect(figures.byLead.map(({ departmentId, counts, participating }) => [departmentId, counts.total, participating])).toEqual([
    ['d02', 1, 2],
    ['d01', 3, 4],
  ])
})

describe('the last closed reporting period', () => {
  it('is the newest whose due day has passed, looked at on its last day or the as-of day', () => {
    expect(reportsOn({ ...context, asOf: '2022-06-25' })).toMatchObject({ period: { key: '2022-05' }, on: '2022-05-31' })
    expect(reportsOn({ ...context, asOf: '2022-06-26' })).toMatchObject({ period: { key: '2022-06' }, on: '2022-06-26' })
    expect(reportsOn({ ...context, asOf: '2022-02-10' })).toBeNull()
    expect(reportsOn({ ...context, reporting: { ...context.reporting, rhythm: 'none' } })).toBeNull()
  })

  it('names who did not report, and with which tasks', () => {
    const reports = [
      { number: 1, leadId: 'd01', reported: true },
      { number: 2, leadId: 'd01', reported: false },
      { number: 3, leadId: 'd02', reported: true },
    ]
    const { reporting } = bulletinFigures([row(1), row(2), row(3, { leadId: 'd02' })], reports, null, context)
    expect(reporting).toMatchObject({ owed: 3, reported: 2, missing: [{ departmentId: 'd01', owed: 2, reported: 1, numbers: [2] }] })
  })
})

describe('what was known then', () => {
  const document = { title: '通知', number: '', on: '2022-03-01' }
  const [a, b, c] = ['d01', 'd02', 'd03'].map((departmentId) => ({ departmentId, name: departmentId, role: 'lead' as const }))
  if (!a || !b || !c) throw new Error('no departments')
  const events = [
    imported,
    { ...imported, seq: 2, kind: 'reassigned', effectiveOn: '2022-03-01', payload: { document, departments: [b], before: [a] } },
    {
      ...imported,
      seq: 3,
      kind: 'amended',
      effectiveOn: '2022-03-02',
      payload: { document, changes: { title: { from: '甲', to: '乙' } } },
    },
    {
      ...imported,
      seq: 4,
      kind: 'amended',
      effectiveOn: '2022-03-03',
      payload: { document, changes: { title: { from: '乙', to: '丙' } } },
    },
    {
      ...imported,
      seq: 5,
      kind: 'contacts_changed',
      effectiveOn: '2022-03-03',
      payload: { departmentId: 'd02', office: '办公室', contact: '王', phone: '1', leaderInCharge: '' },
    },
    { ...imported, seq: 6, kind: 'reassigned', effectiveOn: '2022-03-05', payload: { document, departments: [c], before: [b] } },
  ] as TaskEvent[]

  it('the title is the one before the first later amendment', () => {
    expect([1, 2, 3, 4, 6].map((upTo) => titleThen(events, upTo, '丙'))).toEqual(['甲', '甲', '乙', '丙', '丙'])
  })

  it('the lead is the one of the day, as far as was known', () => {
    const leadOn = (upTo: number, day: string) => dutiesThen(events, upTo, day, [c])[0]?.departmentId
    expect(leadOn(6, '2022-02-28')).toBe('d01')
    expect(leadOn(6, '2022-03-01')).toBe('d02')
    expect(leadOn(6, '2022-03-05')).toBe('d03')
    expect(leadOn(5, '2022-03-05')).toBe('d02')
    expect(leadOn(1, '2022-03-05')).toBe('d01')
  })

  it('contacts are those given last', () => {
    expect(contactsAmong(events, 'd02')).toEqual({ office: '办公室', contact: '王', phone: '1' })
    expect(contactsAmong(events, 'd01')).toEqual({ office: '', contact: '', phone: '' })
  })
})
