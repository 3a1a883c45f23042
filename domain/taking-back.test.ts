import { describe, expect, it } from 'vitest'
import type { Day } from '@/domain/calendar'
import type { Command, Situation } from '@/domain/commands'
import type { NewEvent } from '@/domain/events'
import { standingWithout } from '@/domain/taking-back'
import {
  accept,
  addEvidence,
  after,
  appended,
  approve,
  askExtension,
  by,
  check,
  claim,
  comment,
  confirm,
  coop,
  correctTo,
  LEAD,
  lead,
  makeLongTerm,
  obstacle,
  outcome,
  periodOn,
  refusal,
  refuse,
  removeObstacle,
  returnStage,
  situation,
  stage,
  standing,
  supervisor,
  supervisor2,
  undo,
  verifyStage,
  viewer,
} from '@/domain/testing'

const due = (story: Situation, day: Day) => periodOn(story, day).approvedDueOn

// The task falls due on 2022-12-31; the lead asks on 1 December for the end of March.
const asked = after(situation(), [askExtension('2023-03-31', '2022-12-01'), by(lead, '2022-12-01')])
const approved = after(asked, [approve(2, '2023-03-31', '2022-12-05'), by(supervisor, '2022-12-05')])
const confirmed = after(situation(), [confirm('2022-06-15'), by(coop)])
const claimed = after(confirmed, [claim('2022-06-15'), by(lead)])
const closed = after(claimed, [accept('2022-06-15'), by(supervisor)])

describe('undo (rule 15) of what goes with a task', () => {
  const long = after(situation(), [makeLongTerm, by(supervisor)])
  const given = after(long, [stage(2022, '2022-06-15'), by(lead)])
  const stopped = after(situation(), [obstacle('2022-06-15'), by(lead)])
  const none = () => situation()
  it.each<[string, Situation, Situation['viewer'], Situation]>([
    ['a request', asked, lead, none()],
    ['an approval', approved, supervisor, asked],
    ['a refusal', after(asked, [refuse(2), by(supervisor)]), supervisor, asked],
    ['a check', after(situation(), [check('2022-06-15'), by(supervisor)]), supervisor, none()],
    ['a turn to long-term', long, supervisor, none()],
    ['a stage result', given, lead, long],
    ['a verified stage', after(given, [verifyStage(3), by(supervisor)]), supervisor, given],
    ['a returned stage', after(given, [returnStage(3), by(supervisor)]), supervisor, given],
    ['an obstacle', stopped, lead, none()],
    ['a removed obstacle', after(stopped, [removeObstacle(2, '2022-06-15'), by(lead)]), lead, stopped],
    ['a comment', after(situation(), [comment(), by(coop)]), coop, none()],
    ['evidence', after(situation(), [addEvidence, by(coop)]), coop, none()],
  ])('%s: by its author within ten minutes, and all is as before', (_, story, author, before) => {
    const seq = story.events.length
    const undone = after(story, [undo(seq), by(author, story.today, '10:10')])
    expect(standing(undone)).toEqual(standing(before, undone.today))
    expect(refusal(undo(seq), story, by(author, story.today, '10:11'))).toBe('undo-too-late')
    expect(refusal(undo(seq), story, by(viewer(author.role, author.departmentId, 'colleague')))).toBe('undo-not-yours')
  })
  it('a request can no longer be undone once it is decided; undoing the approval makes it pending again', () => {
    expect(refusal(undo(2), approved, by(lead, '2022-12-01'))).toBe('undo-not-latest')
    const pending = after(approved, [undo(3), by(supervisor)])
    expect(standing(pending)).toMatchObject({ extensionSeq: 2, extendedTo: null, extensions: 0 })
    expect(due(pending, '2022-12-05')).toBe('2022-12-31')
    expect(refusal(approve(2, '2023-03-31', '2022-12-05'), pending, by(supervisor))).toBe(null)
  })
  it('undoing a request brings back the one it replaced', () => {
    const twice = after(asked, [askExtension('2023-06-30', '2022-12-01'), by(lead)])
    expect(standing(after(twice, [undo(3), by(lead)])).extensionSeq).toBe(2)
  })
  it('a check that reopened was one step, and is taken back as one', () => {
    const again = after(closed, [check('2022-06-15', 30, true), by(supervisor)])
    expect(standing(after(again, [undo(6), by(supervisor)]))).toMatchObject({ state: 'closed', checked: null })
  })
  it('nudges and notices cannot be undone, and leave what came before as the latest', () => {
    const told: NewEvent[] = [
      { kind: 'nudged', payload: { nudgeId: 'n', departmentId: LEAD, text: '' }, effectiveOn: '2022-06-15', onBehalf: null },
      {
        kind: 'noticed',
        payload: { noticeId: 'n', departmentId: LEAD, label: '满督〔2022〕1号', colour: 'blue', step: 'issued' },
        effectiveOn: '2022-06-15',
        onBehalf: null,
      },
    ]
    const base = after(situation(), [check('2022-06-15'), by(supervisor)])
    const story = { ...base, events: appended({ ...base, ...by(supervisor) }, told) }
    expect([3, 4].map((seq) => refusal(undo(seq), story, by(supervisor)))).toEqual(['undo-not-latest', 'undo-not-latest'])
    expect(refusal(undo(2), story, by(supervisor))).toBe(null)
  })
})

describe('correction (rule 15) of what goes with a task', () => {
  const correct = (story: Situation, seq: number, replacement: Command, person = supervisor2) =>
    outcome(correctTo(seq, replacement), story, by(person, '2023-01-10'))
  it('a supervisor corrects an approval: another date, or a refusal in its place', () => {
    const shorter = after(approved, [correctTo(3, approve(2, '2023-01-31', '2022-12-05', '误批')), by(supervisor2, '2023-01-10')])
    expect([due(shorter, '2022-12-04'), due(shorter, '2022-12-05')]).toEqual(['2022-12-31', '2023-01-31'])
    expect(standing(shorter).extensions).toBe(1)
    expect(correct(approved, 3, refuse(2))).toMatchObject({ events: [{ kind: 'retracted' }, { kind: 'extension_refused' }] })
    expect(correct(approved, 3, refuse(2), lead)).toMatchObject({ refused: 'not-correctable' })
  })
  it('a correction speaks of the same request, and is refused where a later one rests on it', () => {
    const further = after(approved, [askExtension('2023-06-30', '2022-12-20'), by(lead, '2022-12-20')])
    expect(correct(further, 3, approve(4, '2023-06-30', '2022-12-20'))).toMatchObject({ refused: 'not-correctable' })
    expect(correct(further, 3, approve(2, '2023-02-28', '2022-12-05', '误批'))).toHaveProperty('refused')
  })
  it('a supervisor corrects a decision on a stage result, the author the result itself until it is decided', () => {
    const long = after(situation(), [makeLongTerm, by(supervisor)])
    const given = after(long, [stage(2022, '2022-12-28'), by(lead, '2022-12-28')])
    const verified = after(given, [verifyStage(3), by(supervisor)])
    expect(correct(verified, 4, returnStage(3))).toMatchObject({ events: [{ kind: 'retracted' }, { kind: 'stage_returned' }] })
    expect(correct(verified, 4, verifyStage(99))).toMatchObject({ refused: 'not-correctable' })
    expect(correct(given, 3, stage(2022, '2022-12-29'), lead)).toMatchObject({ events: [{}, { kind: 'stage_reported' }] })
    expect(correct(verified, 3, stage(2022, '2022-12-29'), lead)).toMatchObject({ refused: 'collides', seq: 4 })
  })
  it('a check is corrected by whoever made it', () => {
    const seen = after(situation(), [check('2022-06-15', 30), by(supervisor)])
    const fixed = after(seen, [correctTo(2, check('2022-06-15', 60)), by(supervisor)])
    expect(standing(fixed).checked).toMatchObject({ progress: 60 })
    expect(correct(seen, 2, check('2022-06-15', 60))).toMatchObject({ refused: 'not-correctable' })
  })
  it('a refusal becomes an approval, as of the day of the request at the earliest', () => {
    const refused = after(asked, [refuse(2), by(supervisor, '2022-12-05')])
    expect(correct(refused, 3, approve(2, '2023-03-31', '2022-11-30'))).toMatchObject({ refused: 'before-request' })
    const granted = after(refused, [correctTo(3, approve(2, '2023-03-31', '2022-12-05')), by(supervisor2, '2023-01-10')])
    expect(due(granted, '2022-12-31')).toBe('2023-03-31')
  })
  it('a returned stage result becomes a verified one', () => {
    const long = after(situation(), [makeLongTerm, by(supervisor)])
    const returned = after(long, [stage(2022, '2022-06-15'), by(lead)], [returnStage(3), by(supervisor)])
    const verified = after(returned, [correctTo(4, verifyStage(3)), by(supervisor2)])
    expect(standing(verified).stages[2022]).toMatchObject({ state: 'verified' })
  })
  it('evidence stays with what takes the entry’s place, unless that brings its own', () => {
    const evidence = { kind: 'document_number', text: '满督〔2022〕8号' } as const
    const own = { kind: 'offline', text: '现场照片存督查室' } as const
    const seen = after(situation(), [{ ...check('2022-06-15', 30), evidence } as Command, by(supervisor)])
    const carried = (replacement: Command) => correct(seen, 2, replacement, supervisor)
    expect(carried(check('2022-06-15', 60))).toMatchObject({ events: [{}, { payload: { progress: 60, evidence } }] })
    expect(carried({ ...check('2022-06-15', 60), evidence: own } as Command)).toMatchObject({
      events: [{}, { payload: { evidence: own } }],
    })
  })
  it('without an approval its request awaits a decision again, unless a later request or the closing settled it', () => {
    const without = (story: Situation) => standingWithout(story.events[2] as Situation['events'][number], story.events)
    expect(without(approved)).toMatchObject({ extensionSeq: 2, extendedTo: null })
    expect(without(after(approved, [askExtension('2023-06-30', '2022-12-20'), by(lead, '2022-12-20')]))?.extensionSeq).toBe(4)
    const done = after(approved, [confirm('2022-12-20'), by(coop, '2022-12-20')], [claim('2022-12-20'), by(lead)])
    expect(without(after(done, [accept('2022-12-20'), by(supervisor)]))?.extensionSeq).toBe(null)
    const given = after(situation(), [makeLongTerm, by(supervisor)], [stage(2022, '2022-06-15'), by(lead)])
    expect(without(after(given, [verifyStage(3), by(supervisor)]))).toBe(null)
  })
})
