import { describe, expect, it } from 'vitest'
import type { Day } from '@/domain/calendar'
import type { Command, Situation } from '@/domain/commands'
import { daysLate, isOverdue, lightOn, wasOnTime } from '@/domain/light'
import {
  accept,
  after,
  approve,
  askExtension,
  by,
  claim,
  confirm,
  coop,
  giveBack,
  lead,
  outcome,
  periodOn,
  refusal,
  refuse,
  reopen,
  situation,
  standing,
  supervisor,
  undo,
  withdraw,
} from '@/domain/testing'

const due = (story: Situation, day: Day) => periodOn(story, day).approvedDueOn

// The task falls due on 2022-12-31; the lead asks on 1 December for the end of March.
const asked = after(situation(), [askExtension('2023-03-31', '2022-12-01'), by(lead, '2022-12-01')])
const approved = after(asked, [approve(2, '2023-03-31', '2022-12-05'), by(supervisor, '2022-12-05')])
const confirmed = after(situation(), [confirm('2022-06-15'), by(coop)])
const claimed = after(confirmed, [claim('2022-06-15'), by(lead)])
const closed = after(claimed, [accept('2022-06-15'), by(supervisor)])

describe('asking for an extension (rule 3)', () => {
  it('before or after the deadline, with a reason and a later deadline', () => {
    expect(refusal(askExtension('2023-03-31', '2023-02-01'), situation(), by(lead, '2023-02-01'))).toBe(null)
    expect(refusal({ ...askExtension('2023-03-31', '2022-06-15'), reason: ' ' } as Command, situation())).toBe('reason-required')
    expect(refusal(askExtension('2022-12-31', '2022-06-15'), situation())).toBe('deadline-not-later')
    expect(refusal(askExtension('2023-03-31', '2023-02-01'), approved, by(lead, '2023-02-01'))).toBe('deadline-not-later')
  })
  it('a pending request hides nothing: no light, no list, no days late', () => {
    for (const day of ['2022-12-01', '2022-12-31', '2023-01-01', '2023-02-10']) {
      const [without, withRequest] = [periodOn(situation(), day), periodOn(asked, day)]
      expect(lightOn(withRequest, day)).toBe(lightOn(without, day))
      expect(daysLate(withRequest, 'approved', day)).toBe(daysLate(without, 'approved', day))
    }
    expect(periodOn(asked, '2023-01-01')).toMatchObject({ extensionSeq: 2, extensions: 0, approvedDueOn: '2022-12-31' })
  })
  it('a second request replaces the one that is undecided; the first can no longer be approved', () => {
    const twice = after(asked, [askExtension('2023-06-30', '2022-12-03'), by(lead, '2022-12-03')])
    expect(standing(twice).extensionSeq).toBe(3)
    expect(refusal(approve(2, '2023-03-31', '2022-12-03'), twice, by(supervisor))).toBe('wrong-state')
    expect(refusal(refuse(2), twice, by(supervisor))).toBe('wrong-state')
    expect(refusal(approve(3, '2023-06-30', '2022-12-03'), twice, by(supervisor))).toBe(null)
  })
  it('a claimed task can still be extended: a late claim turns from overdue to awaiting verification', () => {
    const late = after(
      confirmed,
      [claim('2023-02-01'), by(lead, '2023-02-01')],
      [askExtension('2023-03-31', '2023-02-02'), by(lead, '2023-02-02')],
      [approve(4, '2023-03-31', '2023-02-03'), by(supervisor, '2023-02-03')],
    )
    expect(['2023-02-02', '2023-02-03'].map((day) => lightOn(periodOn(late, day), day))).toEqual(['overdue', 'claimed'])
    expect(isOverdue(periodOn(late, '2023-02-03'), 'issued', '2023-02-03')).toBe(true)
  })
  it('not of a closed or withdrawn task, and closing or withdrawing ends what was asked', () => {
    const gone = after(asked, [withdraw, by(supervisor)])
    expect(refusal(askExtension('2023-03-31', '2022-06-15'), closed, by(lead))).toBe('wrong-state')
    expect(refusal(askExtension('2023-03-31', '2022-12-01'), gone, by(lead))).toBe('wrong-state')
    expect(refusal(approve(2, '2023-03-31', '2022-12-01'), gone, by(supervisor))).toBe('wrong-state')
    expect(standing(gone).extensionSeq).toBe(null)
    const done = after(claimed, [askExtension('2023-03-31', '2022-06-15'), by(lead)], [accept('2022-06-15'), by(supervisor)])
    expect(periodOn(done, '2022-06-15').extensionSeq).toBe(null)
    expect(refusal(approve(4, '2023-03-31', '2022-06-15'), done, by(supervisor))).toBe('wrong-state')
  })
  it('may be entered late, on a day before the latest change of state, if it was open then', () => {
    const back = after(claimed, [giveBack('2022-07-01'), by(supervisor, '2022-07-01')])
    expect(refusal(askExtension('2023-03-31', '2022-06-01'), back, by(lead))).toBe(null)
  })
  it('is refused on a day before another request, a decision on one, or the closing: nobody could decide it', () => {
    const again = after(closed, [reopen(), by(supervisor, '2022-09-01')])
    expect(outcome(askExtension('2023-03-31', '2022-06-01'), again, by(lead))).toMatchObject({ refused: 'before-latest-change', seq: 4 })
    expect(outcome(askExtension('2023-06-30', '2022-11-01'), asked, by(lead))).toMatchObject({ refused: 'before-latest-change', seq: 2 })
    const no = after(asked, [refuse(2), by(supervisor, '2022-12-05')])
    expect(outcome(askExtension('2023-06-30', '2022-12-01'), no, by(lead))).toMatchObject({ refused: 'before-latest-change', seq: 3 })
    expect(refusal(askExtension('2023-06-30', '2022-12-05'), no, by(lead))).toBe(null)
  })
})

describe('deciding an extension (rule 3)', () => {
  it('takes effect from its effective day on; earlier days keep what they were', () => {
    expect(['2022-12-01', '2022-12-04', '2022-12-05', '2023-02-01'].map((day) => due(approved, day))).toEqual([
      '2022-12-31',
      '2022-12-31',
      '2023-03-31',
      '2023-03-31',
    ])
    const afterwards = after(asked, [approve(2, '2023-03-31', '2023-01-20'), by(supervisor, '2023-01-20')])
    expect(['2023-01-19', '2023-01-20'].map((day) => isOverdue(periodOn(afterwards, day), 'approved', day))).toEqual([true, false])
  })
  it('may take effect on the day of the request, not before it and not in the future', () => {
    const late = by(supervisor, '2023-01-20')
    expect(refusal(approve(2, '2023-03-31', '2022-12-01'), asked, late)).toBe(null)
    expect(refusal(approve(2, '2023-03-31', '2022-11-30'), asked, late)).toBe('before-request')
    expect(refusal(approve(2, '2023-03-31', '2023-01-21'), asked, late)).toBe('day-in-future')
  })
  it('perhaps with another date, which needs a reason and lies after the present deadline', () => {
    const now = by(supervisor, '2022-12-05')
    expect(refusal(approve(2, '2023-01-31', '2022-12-05'), asked, now)).toBe('reason-required')
    expect(refusal(approve(2, '2023-01-31', '2022-12-05', '只批一个月'), asked, now)).toBe(null)
    expect(refusal(approve(2, '2022-12-31', '2022-12-05', '不变'), asked, now)).toBe('deadline-not-later')
  })
  it('a refusal needs a reason and leaves the deadline', () => {
    expect(refusal({ ...refuse(2), reason: '' } as Command, asked, by(supervisor))).toBe('reason-required')
    const no = after(asked, [refuse(2), by(supervisor, '2022-12-05')])
    expect(standing(no)).toMatchObject({ extensionSeq: null, extendedTo: null, extensions: 0 })
    expect(refusal(refuse(2), no)).toBe('wrong-state')
  })
  it('approved ones stack, the latest in force holds, and the deadline as issued never changes', () => {
    const twice = after(
      approved,
      [askExtension('2023-06-30', '2023-03-01'), by(lead, '2023-03-01')],
      [approve(4, '2023-05-31', '2023-03-10', '只批两个月'), by(supervisor, '2023-03-10')],
    )
    expect(['2022-12-04', '2022-12-05', '2023-03-09', '2023-03-10'].map((day) => due(twice, day))).toEqual([
      '2022-12-31',
      '2023-03-31',
      '2023-03-31',
      '2023-05-31',
    ])
    expect(periodOn(twice, '2023-04-01')).toMatchObject({ extensions: 2, issuedDueOn: '2022-12-31', overdueIssuedFrom: '2023-01-01' })
    expect(standing(after(twice, [undo(5), by(supervisor)]))).toMatchObject({ extensions: 1, extendedTo: '2023-03-31' })
  })
  it('a task closed within the extension was on time by the approved deadline and late by the issued one', () => {
    const done = after(
      approved,
      [confirm('2023-01-10'), by(coop, '2023-01-10')],
      [claim('2023-01-15'), by(lead, '2023-01-15')],
      [accept('2023-01-15'), by(supervisor)],
    )
    const period = periodOn(done, '2023-01-15')
    expect([wasOnTime(period, 'approved'), wasOnTime(period, 'issued')]).toEqual([true, false])
  })
  it('a late-entered claim that is on time only by the extension needs evidence too (rule 8)', () => {
    const story = after(approved, [confirm('2023-01-10'), by(coop, '2023-01-10')])
    const sign = { name: '王', post: '局长', on: '2023-01-15' }
    expect(refusal(claim('2023-01-15', { evidence: null, signOff: sign }), story, by(lead, '2023-02-15'))).toBe('evidence-required')
  })
})
