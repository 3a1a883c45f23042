import { describe, expect, it } from 'vitest'
import type { Command } from '@/domain/commands'
import { lightOn } from '@/domain/light'
import { missingStageYears } from '@/domain/periods'
import {
  after,
  approve,
  askExtension,
  by,
  claim,
  confirm,
  coop,
  lead,
  makeLongTerm,
  outcome,
  periodOn,
  refusal,
  returnStage,
  situation,
  stage,
  standing,
  supervisor,
  verifyStage,
} from '@/domain/testing'

// The task falls due on 2022-12-31; the lead asks on 1 December for the end of March.
const asked = after(situation(), [askExtension('2023-03-31', '2022-12-01'), by(lead, '2022-12-01')])
const confirmed = after(situation(), [confirm('2022-06-15'), by(coop)])
const claimed = after(confirmed, [claim('2022-06-15'), by(lead)])

describe('long-term tasks (rule 12)', () => {
  const long = after(situation(), [makeLongTerm, by(supervisor)])
  const fromTheTable = situation({ facts: { ...situation().facts, issuedDueOn: null } })
  it('a supervisor turns a task into one with a document; from that day on it has no deadline, and was never late after it', () => {
    expect(refusal({ ...makeLongTerm, document: '' } as Command, situation(), by(supervisor))).toBe('document-required')
    expect(periodOn(long, '2022-06-14')).toMatchObject({ issuedDueOn: '2022-12-31', stageMissingFrom: null })
    expect(periodOn(long, '2022-06-15')).toMatchObject({ approvedDueOn: null, overdueIssuedFrom: null, stageMissingFrom: '2023-01-01' })
    expect(lightOn(periodOn(long, '2030-01-01'), '2030-01-01')).toBe('normal')
    expect(refusal(makeLongTerm, long, by(supervisor))).toBe('long-term')
    expect(refusal(makeLongTerm, fromTheTable, by(supervisor))).toBe('long-term')
    expect(refusal(makeLongTerm, claimed, by(supervisor))).toBe('wrong-state')
  })
  it('have no claim and no extension, and a request still undecided ends', () => {
    for (const story of [long, fromTheTable]) {
      expect(refusal(claim('2022-06-15', { unconfirmedReason: '对方同意' }), story, by(lead))).toBe('long-term')
      expect(refusal(askExtension('2023-03-31', '2022-06-15'), story, by(lead))).toBe('long-term')
    }
    const ended = after(asked, [makeLongTerm, by(supervisor)])
    expect(refusal(approve(2, '2023-03-31', '2022-12-01'), ended, by(supervisor))).toBe('wrong-state')
  })
  it('owe a stage result for each year from the one in which they began, listed from 1 January', () => {
    const [first, second] = ['2022-12-31', '2023-01-01'] as const
    expect([first, second].map((day) => missingStageYears('2022-01-01', standing(long), day))).toEqual([[], [2022]])
    const given = after(long, [stage(2022, '2022-12-28'), by(lead, '2022-12-28')])
    expect(periodOn(given, '2023-01-01')).toMatchObject({ stageMissingFrom: '2024-01-01', stageSeq: 3 })
    expect(missingStageYears('2022-01-01', standing(given), '2025-03-01')).toEqual([2023, 2024])
  })
  it('a stage result is of a year that has begun on its day, not before the first, and has a text', () => {
    expect(refusal(stage(2022, '2022-06-15'), situation(), by(lead))).toBe('not-long-term')
    expect(refusal(stage(2023, '2022-06-15'), long, by(lead))).toBe('stage-year')
    expect(refusal(stage(2021, '2022-06-15'), long, by(lead))).toBe('stage-year')
    expect(refusal(stage(2023, '2022-12-30'), long, by(lead, '2023-01-05'))).toBe('stage-year')
    expect(refusal(stage(2022, '2023-01-05'), long, by(lead, '2023-01-05'))).toBe(null)
    expect(refusal({ ...stage(2022, '2022-06-15'), result: '' } as Command, long, by(lead))).toBe('text-required')
  })
  it('a stage result lies on a day on which the task was long-term', () => {
    expect(refusal(stage(2022, '2022-06-14'), long, by(lead, '2022-07-01'))).toBe('not-long-term')
  })
  const given = after(long, [stage(2022, '2022-12-28'), by(lead, '2022-12-28')])
  const verified = after(given, [verifyStage(3), by(supervisor, '2023-01-05')])
  it('a verified year cannot be reported again, on no day; a returned one can, and is missing until then', () => {
    expect(periodOn(verified, '2023-01-05').stageSeq).toBe(null)
    expect(refusal(stage(2022, '2023-01-05'), verified, by(lead))).toBe('wrong-state')
    expect(outcome(stage(2022, '2022-12-20'), verified, by(lead))).toMatchObject({ refused: 'before-latest-change', seq: 4 })
    expect(refusal(stage(2023, '2023-01-05'), verified, by(lead))).toBe(null)
    const back = after(given, [returnStage(3), by(supervisor, '2023-01-05')])
    expect(periodOn(back, '2023-01-05')).toMatchObject({ stageMissingFrom: '2023-01-01', stageSeq: null })
    expect(standing(after(back, [stage(2022, '2023-01-05'), by(lead)])).stages[2022]).toMatchObject({ state: 'reported', seq: 5 })
  })
  it('a result is decided once, the one that stands, and returned with a reason', () => {
    expect(refusal(verifyStage(3), verified, by(supervisor))).toBe('wrong-state')
    expect(refusal(returnStage(3), verified, by(supervisor))).toBe('wrong-state')
    expect(refusal(verifyStage(2), given, by(supervisor))).toBe('wrong-state')
    expect(refusal({ ...returnStage(3), reason: ' ' } as Command, given, by(supervisor))).toBe('reason-required')
    const newer = after(given, [stage(2022, '2022-12-29'), by(lead, '2022-12-29')])
    expect(refusal(verifyStage(3), newer, by(supervisor))).toBe('wrong-state')
  })
})
