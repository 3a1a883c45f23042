import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, daysBetween } from '@/domain/calendar'
import type { Command, Situation } from '@/domain/commands'
import { isOpen, standingOn } from '@/domain/course'
import { inForce, type TaskEvent } from '@/domain/events'
import { expectedProgress } from '@/domain/expected-progress'
import { daysLate, isBehind, isDueSoon, isOverdue, lightOn, wasOnTime } from '@/domain/light'
import { type Period, periodsOf, type TaskFacts } from '@/domain/periods'
import {
  accept,
  after,
  appended,
  at,
  claim,
  confirm,
  coop,
  giveBack,
  imported,
  lead,
  noChange,
  reopen,
  report,
  situation,
  supervisor,
  takeBack,
  withdraw,
} from '@/domain/testing'
import { BASES, type Light } from '@/domain/words'
import { decide } from '@/domain/workflow'

const facts: TaskFacts = situation().facts
const periodAt = (periods: Period[], day: Day): Period => {
  const found = periods.filter((period) => period.validFrom <= day && day < period.validTo)
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} periods on ${day}`)
  return found[0]
}
const light = (story: Situation, day: Day): Light => lightOn(periodAt(periodsOf(story.facts, story.events), day), day)
const late = (story: Situation, day: Day) => daysLate(periodAt(periodsOf(story.facts, story.events), day), 'approved', day)

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
    expect(wasOnTime(periodAt(periodsOf(story.facts, story.events), '2023-02-01'), 'issued')).toBe(true)
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

describe('periods equal the fold of the events, for every day', () => {
  const LAST_DAY = 420
  const day = fc.integer({ min: 0, max: LAST_DAY })
  const who = fc.constantFrom(lead, coop, supervisor)
  const attempt = fc.record({
    who,
    wait: fc.integer({ min: 0, max: 40 }),
    back: fc.oneof(fc.constant(0), day),
    pick: fc.nat(),
    progress: fc.integer({ min: 0, max: 99 }),
  })

  it('over any legal order of commands with late entries, undo and corrections', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 25 }), fc.integer({ min: 20, max: 400 }), (attempts, due) => {
        const own: TaskFacts = { ...facts, issuedDueOn: addDays('2022-01-01', due) }
        let story = situation({ facts: own, ...at('2022-01-01') })
        for (const { who: person, wait, back, pick, progress } of attempts) {
          const today = addDays(story.today, wait)
          if (daysBetween('2022-01-01', today) > LAST_DAY) break
          const on = addDays(today, -Math.min(back, daysBetween('2022-01-01', today)))
          story = { ...story, ...at(today), viewer: person }
          const decision = decide(choose(pick, story, on, progress), story)
          if ('refused' in decision) continue
          story = { ...story, events: appended(story, decision.events) }
        }
        const periods = periodsOf(own, story.events)
        for (let n = 0; n <= LAST_DAY + 60; n++) expectSame(periods, own, story.events, addDays('2022-01-01', n))
      }),
      { numRuns: 150 },
    )
  })

  function choose(pick: number, story: Situation, on: Day, progress: number): Command {
    const source = story.viewer.role === 'supervisor' ? '电话' : ''
    const seq = 1 + ((pick >> 4) % story.events.length)
    const reasoned = { unconfirmedReason: '已口头同意', source }
    const all: Command[] = [
      report(on, progress, source),
      noChange(on, source),
      confirm(on, 'done', source),
      confirm(on, 'waiting_for_lead', source),
      claim(on, reasoned),
      claim(on, reasoned),
      takeBack,
      accept(on, story.today, '核定'),
      accept(on),
      giveBack(story.today, ['d02']),
      reopen(),
      report(on, progress, source),
      { do: 'undo', seq: story.events.length },
      { do: 'correct', seq, reason: '更正', replacement: report(on, progress, source) },
      { do: 'correct', seq, reason: '更正', replacement: giveBack(story.today) },
      pick % 7 === 0 ? withdraw : takeBack,
    ]
    return all[pick % all.length] ?? takeBack
  }

  // The rules said again, straight from the standing on that day, without turning days.
  function expectSame(periods: Period[], own: TaskFacts, events: readonly TaskEvent[], on: Day): void {
    const period = periodAt(periods, on)
    const standing = standingOn(inForce(events), on)
    const { state, progress, completedOn } = standing
    expect(period).toMatchObject({ state, progress, completedOn, lastReportOn: standing.lastReportOn })
    const due = own.issuedDueOn as Day
    const reference = state === 'claimed' && completedOn ? completedOn : on
    const days = isOpen(state) ? Math.max(0, daysBetween(due, reference)) : 0
    const behind = isOpen(state) && (expectedProgress(own.start, due, on) ?? 0) - progress > 20
    const ahead = daysBetween(on, due)
    const dueSoon = isOpen(state) && ahead >= 0 && ahead <= 30
    for (const basis of BASES) {
      expect(daysLate(period, basis, on)).toBe(days)
      expect(isOverdue(period, basis, on)).toBe(days > 0)
    }
    expect(isBehind(period, on)).toBe(behind)
    expect(isDueSoon(period, on)).toBe(dueSoon)
    const expected = !isOpen(state)
      ? state
      : days > 0
        ? 'overdue'
        : state === 'claimed'
          ? 'claimed'
          : behind
            ? 'behind'
            : dueSoon
              ? 'due_soon'
              : 'normal'
    expect(lightOn(period, on)).toBe(expected)
  }

  it('starts on the day of the import and never ends', () => {
    expect(periodsOf(facts, [imported])).toMatchObject([{ validFrom: '2022-01-01', validTo: '9999-12-31', state: 'not_started' }])
  })
})
