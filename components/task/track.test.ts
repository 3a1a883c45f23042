// What the page of a task says of its extensions and stage results, from its events.
import { describe, expect, it } from 'vitest'
import { extensionRows } from '@/components/task/extension-rows'
import { recheckSeqs } from '@/components/task/history-items'
import { lightAfter } from '@/components/task/light-after'
import { missingYears, stageRows, stageYears, waitingStage } from '@/components/task/stages'
import type { TaskView } from '@/components/task/task-view'
import type { Situation } from '@/domain/commands'
import { standingOn } from '@/domain/course'
import { inForce } from '@/domain/events'
import {
  accept,
  after,
  approve,
  askExtension,
  at,
  check,
  claim,
  confirm,
  coop,
  lead,
  makeLongTerm,
  refuse,
  returnStage,
  situation,
  stage,
  supervisor,
  verifyStage,
} from '@/domain/testing'

const by = (viewer: Situation['viewer'], day: string) => ({ viewer, ...at(day) })
const states = (story: Situation, asOf = story.today) => extensionRows(story.events, asOf).map(({ state }) => state)

describe('the requests for an extension', () => {
  it('are told with what became of each: replaced, refused, approved, waiting', () => {
    const story = after(
      situation(),
      [askExtension('2023-03-31', '2022-06-01'), by(lead, '2022-06-01')],
      [askExtension('2023-06-30', '2022-06-02'), by(lead, '2022-06-02')],
      [refuse(3), by(supervisor, '2022-06-03')],
      [askExtension('2023-03-31', '2022-06-04'), by(lead, '2022-06-04')],
      [approve(5, '2023-02-28', '2022-06-05', '从紧'), by(supervisor, '2022-06-05')],
      [askExtension('2023-06-30', '2022-06-06'), by(lead, '2022-06-06')],
    )
    expect(states(story)).toEqual(['replaced', 'refused', 'approved', 'waiting'])
    expect(states(story, '2022-06-02')).toEqual(['replaced', 'waiting'])
    expect(extensionRows(story.events, '2022-06-06')[2]?.decision?.payload).toMatchObject({ dueOn: '2023-02-28' })
  })

  it('lapse when the task is made long-term', () => {
    const story = after(
      situation(),
      [askExtension('2023-03-31', '2022-06-01'), by(lead, '2022-06-01')],
      [makeLongTerm, by(supervisor, '2022-06-03')],
    )
    expect(states(story)).toEqual(['lapsed'])
  })
})

const view = (story: Situation, asOf = story.today) => {
  const standing = standingOn(inForce(story.events), asOf)
  const dueOn = standing.longTermSince ? null : story.facts.issuedDueOn
  return {
    ...story,
    asOf,
    knownOn: null,
    standing,
    number: 1,
    start: story.facts.start,
    deadline: { issued: '2022年12月', precision: 'month', issuedDueOn: dueOn, approvedDueOn: dueOn },
    plan: { ...story.plan, ...story.facts.thresholds },
  } as unknown as TaskView
}

it('the light after an approval is the one that the request asks for', () => {
  const story = after(
    situation(),
    [askExtension('2023-12-31', '2023-01-10'), by(lead, '2023-01-10')],
    [askExtension('2023-01-12', '2023-01-11'), by(lead, '2023-01-11')],
  )
  const task = view({ ...story, ...by(supervisor, '2023-01-15') })
  expect(lightAfter(task, { requestSeq: 3, dueOn: '2023-01-12' })).toEqual({ light: 'overdue', daysLate: 3 })
  expect(lightAfter(task, { requestSeq: 3, dueOn: '2023-12-31' }).daysLate).toBe(0)
})

describe('stage results', () => {
  const story = after(
    situation(),
    [makeLongTerm, by(supervisor, '2022-06-03')],
    [stage(2022, '2022-12-20'), by(lead, '2022-12-20')],
    [verifyStage(3), by(supervisor, '2022-12-21')],
    [stage(2024, '2024-12-20'), by(lead, '2024-12-20')],
    [returnStage(5), by(supervisor, '2024-12-21')],
  )

  it('year by year: verified, missing, returned, not reported yet', () => {
    expect(stageRows(view(story, '2025-02-01')).map(({ year, state }) => [year, state])).toEqual([
      [2025, 'open'],
      [2024, 'returned'],
      [2023, 'missing'],
      [2022, 'verified'],
    ])
    expect(missingYears(view(story, '2025-02-01'))).toEqual([2023, 2024])
    expect(missingYears(view(story, '2024-12-31'))).toEqual([2023])
  })

  it('offers the missing years first and the verified ones not at all', () => {
    expect(stageYears(view(story, '2025-02-01')).map(({ year }) => year)).toEqual([2023, 2024, 2025])
  })

  it('the oldest year that waits is decided first', () => {
    const both = after(story, [stage(2024, '2025-01-05'), by(lead, '2025-01-05')], [stage(2023, '2025-01-06'), by(lead, '2025-01-06')])
    expect(waitingStage(view(both))?.payload.year).toBe(2023)
    expect(stageRows(view(both))[1]).toMatchObject({ year: 2024, state: 'reported', decision: null })
  })

  it('are none of a task with a deadline', () => {
    expect([stageRows(view(situation())), stageYears(view(situation())), missingYears(view(situation()))]).toEqual([[], [], []])
  })
})

it('a check is a re-check where the task was closed at the time', () => {
  const story = after(
    situation(),
    [check('2022-06-01'), by(supervisor, '2022-06-01')],
    [confirm('2022-06-02'), by(coop, '2022-06-02')],
    [claim('2022-06-03'), by(lead, '2022-06-03')],
    [accept('2022-06-03'), by(supervisor, '2022-06-03')],
    [check('2022-06-10', 50, true), by(supervisor, '2022-06-10')],
    [check('2022-06-11'), by(supervisor, '2022-06-11')],
  )
  expect([...recheckSeqs(story.events)]).toEqual([6])
})
