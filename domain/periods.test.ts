import { describe, expect, it } from 'vitest'
import type { Day } from '@/domain/calendar'
import type { Situation } from '@/domain/commands'
import { expectedProgress } from '@/domain/expected-progress'
import { daysLate, lightOn, wasOnTime } from '@/domain/light'
import { periodsOf, type TaskFacts } from '@/domain/periods'
import {
  accept,
  after,
  at,
  claim,
  confirm,
  coop,
  giveBack,
  imported,
  lead,
  periodOn,
  report,
  situation,
  supervisor,
  withdraw,
} from '@/domain/testing'
import type { Light } from '@/domain/words'

const facts: TaskFacts = situation().facts
const light = (story: Situation, day: Day): Light => lightOn(periodOn(story, day), day)
const late = (story: Situation, day: Day) => daysLate(periodOn(story, day), 'approved', day)

describe('periods', () => {
  it('starts on the day of the import and never ends', () => {
    expect(periodsOf(facts, [imported])).toMatchObject([{ validFrom: '2022-01-01', validTo: '9999-12-31', state: 'not_started' }])
  })
})

describe('overdue (rule 2)', () => {
  it('a month falls due on its last day; the first day late is the day after', () => {
    expect(late(situation(), '2022-12-31')).toBe(0)
    expect(late(situation(), '2023-01-01')).toBe(1)
    expect(light(situation(), '2022-12-31')).toBe('behind')
    expect(light(situation(), '2023-01-01')).toBe('overdue')
  })
  const confirmed = after(situation(), [confirm('2022-06-15'), { viewer: coop }])
  it('a claim made by the deadline is not overdue while it is undecided', () => {
    const story = after(confirmed, [claim('2022-12-31'), { viewer: lead, ...at('2022-12-31') }])
    expect(light(story, '2023-03-01')).toBe('claimed')
    expect(late(story, '2023-03-01')).toBe(0)
  })
  it('a late claim stays overdue with its days standing still; after a return they count from the deadline again', () => {
    const story = after(
      confirmed,
      [claim('2023-01-10'), { viewer: lead, ...at('2023-01-10') }],
      [giveBack('2023-03-01'), { viewer: supervisor, ...at('2023-03-01') }],
    )
    expect([late(story, '2023-01-09'), late(story, '2023-01-10'), late(story, '2023-02-20'), late(story, '2023-03-01')]).toEqual([
      9, 10, 10, 60,
    ])
    expect(light(story, '2023-02-20')).toBe('overdue')
  })
  it('closed, withdrawn and long-term tasks are never overdue', () => {
    const shut = after(
      confirmed,
      [claim('2023-01-10'), { viewer: lead, ...at('2023-01-10') }],
      [accept('2023-01-10'), { viewer: supervisor }],
    )
    expect([light(shut, '2023-02-01'), late(shut, '2023-02-01')]).toEqual(['closed', 0])
    const gone = after(situation(), [withdraw, { viewer: supervisor, ...at('2023-02-01') }])
    expect([light(gone, '2023-01-31'), light(gone, '2023-02-01')]).toEqual(['overdue', 'withdrawn'])
    expect(light(situation({ facts: { ...facts, issuedDueOn: null } }), '2030-01-01')).toBe('normal')
  })
  it('on time rests on the completion day, not on the day of the decision', () => {
    const story = after(
      confirmed,
      [claim('2022-12-30'), { viewer: lead, ...at('2022-12-30') }],
      [accept('2022-12-30', '2023-02-01'), { viewer: supervisor, ...at('2023-02-01') }],
    )
    expect(wasOnTime(periodOn(story, '2023-02-01'), 'issued')).toBe(true)
  })
})

describe('light (rule 4), by the turning days', () => {
  it.each([
    ['2022-01-01', 'normal'],
    ['2022-03-15', 'normal'],
    ['2022-03-17', 'behind'],
    ['2022-12-31', 'behind'],
  ] as const)('nothing done, on %s: %s', (day, expected) => expect(light(situation(), day)).toBe(expected))
  it('due soon from thirty days before the deadline, up to it', () => {
    const story = after(situation(), [report('2022-06-15', 90)])
    expect(['2022-11-30', '2022-12-01', '2022-12-31', '2023-01-01'].map((day) => light(story, day))).toEqual([
      'normal',
      'due_soon',
      'due_soon',
      'overdue',
    ])
  })
})

describe('expected progress (rule 5)', () => {
  it.each([
    ['2021-12-31', 0],
    ['2022-01-01', 0],
    ['2022-07-02', 50],
    ['2022-12-30', 100],
    ['2022-12-31', 100],
    ['2024-01-01', 100],
  ] as const)('on %s: %i', (day, expected) => expect(expectedProgress('2022-01-01', '2022-12-31', day)).toBe(expected))
  it('is none without a deadline, and 0 then 100 if the deadline is not after the start', () => {
    expect(expectedProgress('2022-01-01', null, '2022-06-01')).toBe(null)
    expect(expectedProgress('2022-02-01', '2022-01-31', '2022-01-30')).toBe(0)
    expect(expectedProgress('2022-02-01', '2022-01-31', '2022-01-31')).toBe(100)
  })
})
