// The requirement of domain.md, "How history is kept": periods = fold of the events, for every day, over any legal order of commands.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, daysBetween } from '@/domain/calendar'
import type { Command, Situation } from '@/domain/commands'
import { isOpen, type Standing, standingOn } from '@/domain/course'
import { inForce, type NewEvent, type TaskEvent } from '@/domain/events'
import { expectedProgress } from '@/domain/expected-progress'
import { daysLate, isBehind, isDueSoon, isOverdue, lightOn } from '@/domain/light'
import { missingStageYears, type Period, periodsOf, type TaskFacts } from '@/domain/periods'
import type { Viewer } from '@/domain/permissions'
import {
  accept,
  addEvidence,
  amend,
  amendDeadline,
  appended,
  approve,
  askExtension,
  at,
  check,
  claim,
  comment,
  confirm,
  coop,
  giveBack,
  lead,
  leader,
  makeLongTerm,
  noChange,
  obstacle,
  reassign,
  refuse,
  removeObstacle,
  reopen,
  report,
  returnStage,
  situation,
  stage,
  supervisor,
  takeBack,
  verifyStage,
  withdraw,
  withSource,
} from '@/domain/testing'
import { BASES, type Light } from '@/domain/words'
import { decide } from '@/domain/workflow'

const facts: TaskFacts = situation().facts
const periodAt = (periods: Period[], day: Day): Period => {
  const found = periods.filter((period) => period.validFrom <= day && day < period.validTo)
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} periods on ${day}`)
  return found[0]
}

describe('periods equal the fold of the events, for every day', () => {
  const LAST_DAY = 420
  const day = fc.integer({ min: 0, max: LAST_DAY })
  const who = fc.constantFrom(lead, lead, lead, coop, supervisor, supervisor, supervisor, supervisor, leader)
  const attempt = fc.record({
    who,
    wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 25 })),
    back: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }), day),
    pick: fc.noBias(fc.nat()),
    progress: fc.integer({ min: 0, max: 99 }),
  })
  type Attempt = { who: Viewer; wait: number; back: number; pick: number; progress: number }
  const attempts = fc.array(attempt, { minLength: 5, maxLength: 50, size: 'max' })
  const deadline = fc.option(fc.integer({ min: 20, max: 400 }), { freq: 3 })
  const factsDue = (due: number | null): TaskFacts => ({ ...facts, issuedDueOn: due === null ? null : addDays('2022-01-01', due) })

  /** Each attempt that is legal becomes part of the story; `seen` is told of each one that was. */
  function tell(own: TaskFacts, tries: readonly Attempt[], seen?: (before: Situation, added: readonly NewEvent[]) => void): Situation {
    let story = situation({ facts: own, ...at('2022-01-01') })
    for (const { who: person, wait, back, pick, progress } of tries) {
      const today = addDays(story.today, wait)
      if (daysBetween('2022-01-01', today) > LAST_DAY) break
      const on = addDays(today, -Math.min(back, daysBetween('2022-01-01', today)))
      story = { ...story, ...at(today), viewer: person }
      const decision = decide(choose(pick, story, on, progress), story)
      if ('refused' in decision) continue
      seen?.(story, decision.events)
      story = { ...story, events: appended(story, decision.events) }
    }
    return story
  }
  const everyDay = Array.from({ length: LAST_DAY + 60 }, (_, n) => addDays('2022-01-01', n))

  it('over any legal order of commands with late entries, undo and corrections', () => {
    fc.assert(
      fc.property(attempts, deadline, (tries, due) => {
        const own = factsDue(due)
        const { events } = tell(own, tries)
        const periods = periodsOf(own, events)
        for (const on of everyDay) expectSame(periods, own, events, on)
      }),
      { numRuns: 100 },
    )
  })

  it('a pending or refused request changes no light, no list and no days late, on no day', () => {
    const shown = (periods: Period[], on: Day) => {
      const period = periodAt(periods, on)
      const lists = BASES.map((basis) => [isOverdue(period, basis, on), daysLate(period, basis, on)])
      return [lightOn(period, on), isBehind(period, on), isDueSoon(period, on), period.approvedDueOn, lists]
    }
    fc.assert(
      fc.property(attempts, fc.integer({ min: 20, max: 400 }), (tries, due) => {
        const own = factsDue(due)
        const { events } = tell(own, tries)
        const decided = new Set(inForce(events).flatMap((event) => (event.kind === 'extension_approved' ? [event.payload.requestSeq] : [])))
        const idle = (event: TaskEvent) =>
          event.kind === 'extension_refused' || (event.kind === 'extension_requested' && !decided.has(event.seq))
        const standingEvents = inForce(events)
        const [withRequests, without] = [standingEvents, standingEvents.filter((event) => !idle(event))].map((them) => periodsOf(own, them))
        if (!withRequests || !without) throw new Error('no periods')
        for (const on of everyDay) expect(shown(withRequests, on)).toEqual(shown(without, on))
      }),
      { numRuns: 60 },
    )
  })

  it('a decision today leaves the days before its effective day as they were', () => {
    const matter = ({ validFrom, validTo, ...rest }: Period) => rest
    fc.assert(
      fc.property(attempts, deadline, (tries, due) => {
        const own = factsDue(due)
        tell(own, tries, (before, added) => {
          const from = added.map((event) => event.effectiveOn).sort()[0] ?? before.today
          if (added.some(({ kind }) => kind === 'retracted')) return
          const [was, is] = [before.events, appended(before, added)].map((events) => periodsOf(own, events))
          if (!was || !is) throw new Error('no periods')
          for (let on = own.start; on < from; on = addDays(on, 1)) expect(matter(periodAt(is, on))).toEqual(matter(periodAt(was, on)))
        })
      }),
      { numRuns: 40 },
    )
  })

  it('what is asked or handed in awaits its decision: nothing is dead on arrival', () => {
    fc.assert(
      fc.property(attempts, deadline, (tries, due) => {
        tell(factsDue(due), tries, (before, added) => {
          const last = appended(before, added).at(-1)
          const after = standingOn(inForce(appended(before, added)), before.today)
          if (last?.kind === 'extension_requested') expect(after.extensionSeq).toBe(last.seq)
          if (last?.kind === 'stage_reported') expect(after.stages[last.payload.year]).toMatchObject({ state: 'reported', seq: last.seq })
        })
      }),
      { numRuns: 150 },
    )
  })

  function choose(pick: number, story: Situation, on: Day, progress: number): Command {
    const standing = standingOn(inForce(story.events), story.today)
    const any = 1 + (progress % story.events.length)
    const asked = standing.extensionSeq ?? any
    const later = addDays(standing.extendedTo ?? story.facts.issuedDueOn ?? story.today, 1 + (progress % 60))
    const year = 2022 + (progress % 2)
    const handedIn = Object.values(standing.stages)[0]?.seq ?? any
    const stopped = standing.obstacles[0]?.seq ?? any
    const instruction = standing.instructions[0] ?? any
    const reasoned = { unconfirmedReason: '已口头同意' }
    const decisions: Command[] = [
      accept(on, story.today, '核定'),
      accept(on),
      giveBack(story.today, ['d02']),
      reopen(),
      approve(asked, later, on, '核定'),
      approve(asked, later, story.today, '核定'),
      refuse(asked),
      check(on, progress),
      check(story.today, progress, true),
      verifyStage(handedIn),
      returnStage(handedIn),
      progress < 25 ? makeLongTerm : check(on, progress),
      progress < 15 ? withdraw : reopen(),
      amendDeadline(progress < 10 ? null : addDays('2022-01-01', 20 + 4 * progress), on),
      amendDeadline(addDays(story.today, progress - 50), story.today),
      progress < 50 ? reassign(['d02', 'd01']) : amend({ title: { from: '旧', to: '新' } }, on),
    ]
    const asLead: Command[] = [
      report(on, progress),
      report(story.today, progress),
      noChange(on),
      claim(on, reasoned),
      claim(story.today, reasoned),
      takeBack,
      askExtension(later, on),
      askExtension(later, story.today),
      stage(year, on),
      stage(year, story.today),
      obstacle(on),
      removeObstacle(stopped, story.today),
      comment('本周完成', instruction),
    ]
    const asCoop = [confirm(on), confirm(on, 'waiting_for_lead'), obstacle(on, 'd02'), removeObstacle(stopped, on), addEvidence]
    const own = {
      officer: story.viewer.departmentId === 'd01' ? asLead : asCoop,
      supervisor: [...decisions, ...decisions, ...asLead, ...asCoop].map((command) => withSource(command)),
      leader: [comment(), comment()],
      administrator: [],
      auditor: [],
    }[story.viewer.role]
    const corrections = own.map((replacement): Command => ({ do: 'correct', seq: any, reason: '更正', replacement }))
    const latest: Command = { do: 'undo', seq: story.events.length }
    const all = [...own, ...own, ...own, ...own, ...corrections, latest, latest]
    return all[pick % all.length] ?? latest
  }

  // The rules said again, straight from the standing on that day, without turning days.
  function expectSame(periods: Period[], own: TaskFacts, events: readonly TaskEvent[], on: Day): void {
    const period = periodAt(periods, on)
    const standing = standingOn(inForce(events), on)
    const { state, progress, completedOn, extensions, extensionSeq } = standing
    expect(period).toMatchObject({ state, progress, completedOn, lastReportOn: standing.lastReportOn, extensions, extensionSeq })
    expectDeadlines(period, own, events, on)
    expectMarks(period, own, standing, on)
    for (const basis of BASES) {
      const days = daysLateBy(basis === 'issued' ? period.issuedDueOn : period.approvedDueOn, standing, on)
      expect(daysLate(period, basis, on)).toBe(days)
      expect(isOverdue(period, basis, on)).toBe(days > 0)
    }
    const due = period.approvedDueOn
    const behind = isOpen(state) && (expectedProgress(own.start, due, on) ?? 0) - progress > 20
    const ahead = due === null ? -1 : daysBetween(on, due)
    const dueSoon = isOpen(state) && ahead >= 0 && ahead <= 30
    expect(isBehind(period, on)).toBe(behind)
    expect(isDueSoon(period, on)).toBe(dueSoon)
    expect(lightOn(period, on)).toBe(lightBy(state, daysLateBy(due, standing, on) > 0, behind, dueSoon))
  }

  function daysLateBy(due: Day | null, { state, completedOn }: Standing, on: Day): number {
    if (due === null || !isOpen(state)) return 0
    return Math.max(0, daysBetween(due, state === 'claimed' && completedOn ? completedOn : on))
  }

  function lightBy(state: Standing['state'], overdue: boolean, behind: boolean, dueSoon: boolean): Light {
    if (state === 'closed' || state === 'withdrawn') return state
    if (overdue) return 'overdue'
    if (state === 'claimed') return 'claimed'
    return behind ? 'behind' : dueSoon ? 'due_soon' : 'normal'
  }

  // Rule 3: the issued deadline never changes; the latest extension or amendment that is in force on the day holds.
  function expectDeadlines(period: Period, own: TaskFacts, events: readonly TaskEvent[], on: Day): void {
    const past = inForce(events).filter((event) => event.effectiveOn <= on)
    const given = past.flatMap((event) => {
      if (event.kind === 'extension_approved') return [event.payload.dueOn]
      if (event.kind === 'made_long_term') return [null]
      return event.kind === 'amended' && event.payload.changes.deadline ? [event.payload.changes.deadline.to.dueOn] : []
    })
    const holds = given.length > 0 ? (given.at(-1) ?? null) : own.issuedDueOn
    expect(period.issuedDueOn).toBe(holds === null ? null : own.issuedDueOn)
    expect(period.approvedDueOn).toBe(holds)
  }

  function expectMarks(period: Period, own: TaskFacts, standing: Standing, on: Day): void {
    const open = isOpen(standing.state)
    const waiting = Object.values(standing.stages).filter(({ state }) => state === 'reported')
    expect(period.checkedProgress).toBe(standing.checked?.progress ?? null)
    expect(period.checkedSeq).toBe(standing.checked?.seq ?? null)
    expect(period.obstacles).toBe(open ? standing.obstacles.length : 0)
    expect(period.instructions).toBe(standing.instructions.length)
    expect(period.confirmed.includes(',d02,')).toBe(standing.parts.d02?.part === 'done')
    expect(period.stageSeq).toBe(open ? (waiting[0]?.seq ?? null) : null)
    const missing = open && period.approvedDueOn === null && missingStageYears(own.start, standing, on).length > 0
    expect(period.stageMissingFrom !== null && period.stageMissingFrom <= on).toBe(missing)
  }
})
