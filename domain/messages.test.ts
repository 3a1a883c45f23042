import { describe, expect, it } from 'vitest'
import type { Command, Situation } from '@/domain/commands'
import { EVENT_KINDS } from '@/domain/events'
import { MESSAGE_KINDS, messagesOf, type NewMessage, noticeMessage, wordsFor } from '@/domain/messages'
import {
  accept,
  addEvidence,
  after,
  amend,
  approve,
  askExtension,
  COOP,
  check,
  claim,
  comment,
  confirm,
  coop,
  giveBack,
  LEAD,
  lead,
  leader,
  makeLongTerm,
  noChange,
  OTHER,
  obstacle,
  reassign,
  refer,
  refuse,
  removeObstacle,
  reopen,
  report,
  returnStage,
  situation,
  stage,
  supervisor,
  takeBack,
  undo,
  verifyStage,
  withdraw,
} from '@/domain/testing'

const TODAY = '2022-06-15'
type Step = [Command, Situation['viewer']]
const story = (start: Situation, ...steps: Step[]) =>
  after(start, ...steps.map(([command, viewer]) => [command, { viewer }] as [Command, object]))
const told = (at: Situation): NewMessage[] => {
  const event = at.events.at(-1)
  return event ? messagesOf(event, at.responsible) : []
}
const brief = (messages: NewMessage[]): string[] =>
  messages.map(({ to, kind }) => `${'role' in to ? `${to.role}s` : to.departmentId}: ${kind}`).sort()

const confirmed = story(situation(), [confirm(TODAY), coop])
const claimed = story(confirmed, [claim(TODAY), lead])
const closed = story(claimed, [accept(TODAY), supervisor])
const asked = story(situation(), [askExtension('2023-03-31', TODAY), lead])
const longTerm = situation({ facts: { ...situation().facts, issuedDueOn: null } })
const staged = story(longTerm, [stage(2022, TODAY), lead])
const stopped = story(situation(), [obstacle(TODAY, COOP), coop])
const instructed = story(situation(), [comment('月底前办结'), leader])

describe('who is told of what', () => {
  it.each<[string, Situation, string[]]>([
    ['a report', story(situation(), [report(TODAY), lead]), []],
    ['no change', story(situation(), [noChange(TODAY), lead]), []],
    ['a part that is done', confirmed, []],
    ['a part that waits for the lead', story(situation(), [confirm(TODAY, 'waiting_for_lead'), coop]), ['d01: waits_for_lead']],
    ['an obstructed part', story(situation(), [confirm(TODAY, 'obstructed'), coop]), ['d01: obstructed', 'supervisors: obstructed']],
    ['a claim', claimed, ['supervisors: claimed']],
    ['a take-back', story(claimed, [takeBack, lead]), ['supervisors: taken_back']],
    ['an acceptance', closed, ['d01: accepted']],
    ['a return that names a department', story(claimed, [giveBack(TODAY, [COOP]), supervisor]), ['d01: returned', 'd02: returned']],
    ['a return that names nobody', story(claimed, [giveBack(TODAY), supervisor]), ['d01: returned']],
    ['a reopening', story(closed, [reopen([COOP]), supervisor]), ['d01: reopened', 'd02: reopened']],
    ['a withdrawal', story(situation(), [withdraw, supervisor]), ['d01: withdrawn', 'd02: withdrawn']],
    ['a request', asked, ['supervisors: extension_requested']],
    ['an approval', story(asked, [approve(2, '2023-03-31', TODAY), supervisor]), ['d01: extension_approved']],
    ['a refusal', story(asked, [refuse(2), supervisor]), ['d01: extension_refused']],
    ['a check', story(situation(), [check(TODAY), supervisor]), ['d01: checked']],
    ['a turn to long-term', story(situation(), [makeLongTerm, supervisor]), ['d01: made_long_term', 'd02: made_long_term']],
    ['a stage result', staged, ['supervisors: stage_reported']],
    ['a verified stage', story(staged, [verifyStage(2), supervisor]), ['d01: stage_verified']],
    ['a returned stage', story(staged, [returnStage(2), supervisor]), ['d01: stage_returned']],
    ['an obstacle of a cooperating department', stopped, ['d01: obstacle_raised', 'supervisors: obstacle_raised']],
    ['an obstacle of the lead', story(situation(), [obstacle(TODAY, LEAD), lead]), ['supervisors: obstacle_raised']],
    ['a removed obstacle', story(stopped, [removeObstacle(2, TODAY), coop]), ['supervisors: obstacle_removed']],
    ['a comment', story(situation(), [comment('留言'), coop]), ['d01: commented', 'supervisors: commented']],
    ['a 批示', instructed, ['d01: instructed', 'd02: instructed', 'supervisors: instructed']],
    ['its answer', story(instructed, [comment('本周完成', 2), lead]), ['d02: answered', 'leaders: answered', 'supervisors: answered']],
    ['an amendment', story(situation(), [amend({ title: { from: '旧', to: '新' } }, TODAY), supervisor]), ['d01: amended', 'd02: amended']],
    [
      'a reassignment, to those who had a part and those who have one now',
      story(situation(), [reassign([OTHER, COOP]), supervisor]),
      ['d01: reassigned', 'd02: reassigned', 'd03: reassigned'],
    ],
    ['a reference', story(situation(), [refer(), lead]), []],
    ['evidence', story(situation(), [addEvidence, coop]), []],
    ['an undo', story(asked, [undo(2), lead]), []],
  ])('%s', (_, at, expected) => expect(brief(told(at))).toEqual([...expected].sort()))
})

describe('nobody twice, and nobody of their own doing', () => {
  const onBehalf: [string, Situation, string[]][] = [
    ['a report', story(situation(), [report(TODAY, 40, '电话'), supervisor]), ['d01: on_behalf']],
    ['a claim', story(confirmed, [claim(TODAY, { source: '电话' }), supervisor]), ['d01: on_behalf', 'supervisors: claimed']],
    [
      'a confirmation',
      story(situation(), [confirm(TODAY, 'waiting_for_lead', '电话'), supervisor]),
      ['d01: waits_for_lead', 'd02: on_behalf'],
    ],
    [
      'an answer to a 批示',
      story(instructed, [comment('本周完成', 2, '电话'), supervisor]),
      ['d01: on_behalf', 'd02: answered', 'leaders: answered', 'supervisors: answered'],
    ],
    [
      'an obstacle',
      story(situation(), [obstacle(TODAY, COOP, '电话'), supervisor]),
      ['d01: obstacle_raised', 'd02: on_behalf', 'supervisors: obstacle_raised'],
    ],
  ]
  it.each(onBehalf)('%s written down for a department tells it so, with the source, once', (_, at, expected) => {
    expect(brief(told(at))).toEqual([...expected].sort())
    expect(told(at).find(({ kind }) => kind === 'on_behalf')?.words.text).toBe('电话')
  })
  it('tells nobody without a part', () => {
    for (const [, at] of onBehalf) for (const { to } of told(at)) if ('departmentId' in to) expect([LEAD, COOP]).toContain(to.departmentId)
  })
})

describe('what is said', () => {
  it('only a 批示 is urgent among the events of a task; the rest waits for the day’s digest', () => {
    expect(told(instructed).every(({ urgent }) => urgent)).toBe(true)
    for (const at of [claimed, closed, asked, staged, stopped]) expect(told(at).some(({ urgent }) => urgent)).toBe(false)
  })
  it('names the department, or the person who has none', () => {
    expect(told(claimed)[0]?.words.who).toBe(LEAD)
    expect(told(instructed)[0]?.words.who).toBe(leader.name)
  })
  it('carries the days and figures that decide', () => {
    expect(told(asked)[0]?.words).toMatchObject({ day: '2023-03-31', text: '设备招标延后' })
    expect(told(story(situation(), [check(TODAY, 30), supervisor]))[0]?.words).toMatchObject({ count: 30 })
    expect(told(staged)[0]?.words).toMatchObject({ count: 2022 })
    expect(told(story(staged, [returnStage(2), supervisor]))[0]?.words).toMatchObject({ count: 2022, text: '缺少数据' })
  })
  it('a nudge and a notice are told once for all their tasks, not task by task', () => {
    const event = situation().events[0]
    if (!event) throw new Error('no event')
    for (const kind of ['nudged', 'noticed'] as const)
      expect(messagesOf({ ...event, kind, payload: { departmentId: LEAD } } as never, situation().responsible)).toEqual([])
  })
  it('each kind of message has one name, and task events that tell share theirs', () => {
    expect(new Set(MESSAGE_KINDS).size).toBe(MESSAGE_KINDS.length)
    const silent = [
      'imported',
      'reported',
      'no_change',
      'confirmed',
      'evidence_added',
      'noticed',
      'referred',
      'reference_removed',
      'contacts_changed',
      'seen',
      'retracted',
    ]
    expect(EVENT_KINDS.filter((kind) => !silent.includes(kind) && !(MESSAGE_KINDS as readonly string[]).includes(kind))).toEqual([])
  })
})

it('a step of a notice tells the other side, and what the department must act on at once', () => {
  const told = (step: Parameters<typeof noticeMessage>[0]) => {
    const { to, kind, urgent } = noticeMessage(step, 'd01', {})
    return [kind, 'role' in to ? to.role : to.departmentId, urgent]
  }
  expect((['issued', 'acknowledged', 'replied', 'returned', 'closed', 'voided'] as const).map(told)).toEqual([
    ['notice_issued', 'd01', true],
    ['notice_acknowledged', 'supervisor', false],
    ['notice_replied', 'supervisor', false],
    ['notice_returned', 'd01', true],
    ['notice_closed', 'd01', false],
    ['notice_voided', 'd01', true],
  ])
})

it('a message about a task that one may not see any more says only that there was something', () => {
  const payload = JSON.stringify({ number: 2, title: '建设医联体', text: '缺验收单', who: '督查室', day: '2025-12-31' })
  expect(wordsFor({ payload, taskId: 't2' }, false)).toEqual({ who: '督查室', day: '2025-12-31' })
  expect(wordsFor({ payload, taskId: 't2' }, true)).toEqual(JSON.parse(payload))
  expect(wordsFor({ payload, taskId: null }, false)).toEqual(JSON.parse(payload))
})
