import { describe, expect, it } from 'vitest'
import type { Command, Situation } from '@/domain/commands'
import { inForce } from '@/domain/events'
import {
  accept,
  after,
  at,
  COOP,
  claim,
  confirm,
  coop,
  correctTo,
  giveBack,
  lead,
  noChange,
  refusal,
  reopen,
  report,
  situation,
  standing,
  supervisor,
  supervisor2,
  takeBack,
  undo,
  viewer,
  withdraw,
} from '@/domain/testing'
import { decide } from '@/domain/workflow'

const confirmed = after(situation(), [confirm('2022-06-15'), { viewer: coop }])
const claimed = after(confirmed, [claim('2022-06-15'), { viewer: lead }])
const closed = after(claimed, [accept('2022-06-15'), { viewer: supervisor }])

describe('states', () => {
  it('a first report starts a task; no change leaves it not started', () => {
    expect(standing(after(situation(), [report('2022-06-15')])).state).toBe('in_progress')
    expect(standing(after(situation(), [noChange('2022-06-15')])).state).toBe('not_started')
  })
  it('a claim straight from not started is allowed and means 100', () =>
    expect(standing(claimed)).toMatchObject({ state: 'claimed', progress: 100 }))
  it('return, take-back and reopening restore the last reported figure', () => {
    const begun = after(confirmed, [report('2022-06-15', 60), { viewer: lead }], [claim('2022-06-15')])
    for (const steps of [
      [[takeBack]],
      [[giveBack('2022-06-15'), { viewer: supervisor }]],
      [[accept('2022-06-15'), { viewer: supervisor }], [reopen()]],
    ] as [Command, Partial<Situation>?][][]) {
      expect(standing(after(begun, ...steps))).toMatchObject({ state: 'in_progress', progress: 60, completedOn: null })
    }
  })
  it('any open task can be withdrawn, and keeps its figure', () => {
    expect(standing(after(situation(), [report('2022-06-15', 35)], [withdraw, { viewer: supervisor }]))).toMatchObject({
      state: 'withdrawn',
      progress: 35,
    })
    expect(refusal(withdraw, closed, { viewer: supervisor })).toBe('wrong-state')
  })
  it.each([
    ['claim twice', claim('2022-06-15'), claimed, lead],
    ['take back what is not claimed', takeBack, confirmed, lead],
    ['accept what is not claimed', accept('2022-06-15'), confirmed, supervisor],
    ['return what is not claimed', giveBack('2022-06-15'), closed, supervisor],
    ['reopen what is not closed', reopen(), claimed, supervisor],
    ['report on a closed task', report('2022-06-15'), closed, lead],
    ['confirm on a closed task', confirm('2022-06-15'), closed, coop],
  ])('cannot %s', (_, command, start, who) => expect(refusal(command, start, { viewer: who })).toBe('wrong-state'))
  it('names the event that closed the task when a report comes too late', () => {
    expect(decide(report('2022-06-15'), { ...closed, viewer: lead })).toMatchObject({ refused: 'wrong-state', seq: 4 })
  })
})

describe('days', () => {
  it.each([
    ['in the future', '2022-06-16', 'day-in-future'],
    ['before the plan', '2021-12-31', 'day-before-plan'],
    ['the plan’s first day', '2022-01-01', null],
    ['today', '2022-06-15', null],
  ] as const)('a report %s', (_, day, expected) => expect(refusal(report(day), situation())).toBe(expected))
  it('a report may lie before a claim, a claim not before a report that started the task', () => {
    expect(refusal(report('2022-03-01'), claimed, { viewer: lead })).toBe(null)
    const begun = after(confirmed, [report('2022-06-10'), { viewer: lead }])
    expect(decide(claim('2022-06-01'), begun)).toMatchObject({ refused: 'before-latest-change', seq: 3 })
  })
  it('a decision that would leave a later report without an open task is refused, and the report named', () => {
    const late = after(confirmed, [claim('2022-01-20'), { viewer: lead, ...at('2022-06-15') }], [report('2022-04-01', 80)])
    expect(decide(accept('2022-01-20'), { ...late, viewer: supervisor })).toMatchObject({ refused: 'collides', seq: 4 })
  })
  it('a report between closing and reopening is refused', () => {
    const again = after(closed, [reopen(), { viewer: supervisor, ...at('2022-09-01') }])
    expect(refusal(report('2022-08-01'), again, { viewer: lead })).toBe('wrong-state')
    expect(refusal(report('2022-09-01'), again, { viewer: lead })).toBe(null)
  })
})

describe('claims (rules 6, 8 and 17)', () => {
  it('over an unconfirmed part only with a written reason, which is kept with the departments', () => {
    expect(decide(claim('2022-06-15'), situation())).toMatchObject({ refused: 'parts-unconfirmed', departmentIds: [COOP] })
    const decision = decide(claim('2022-06-15', { unconfirmedReason: '对方口头同意' }), situation())
    expect(decision).toMatchObject({ events: [{ payload: { unconfirmed: [COOP], unconfirmedReason: '对方口头同意' } }] })
  })
  it.each(['waiting_for_lead', 'obstructed'] as const)('%s counts as unconfirmed', (part) => {
    expect(refusal(claim('2022-06-15'), after(situation(), [confirm('2022-06-15', part), { viewer: coop }]), { viewer: lead })).toBe(
      'parts-unconfirmed',
    )
  })
  it('needs the sign-off, unless the plan does without', () => {
    expect(refusal(claim('2022-06-15', { signOff: null }), confirmed, { viewer: lead })).toBe('sign-off-required')
    expect(
      refusal(claim('2022-06-15', { signOff: null }), confirmed, { viewer: lead, plan: { ...confirmed.plan, signOffRequired: false } }),
    ).toBe(null)
  })
  it.each([
    ['late-entered and on time', '2022-06-01', '2022-06-15', 'evidence-required'],
    ['on time within seven days', '2022-06-08', '2022-06-15', null],
    ['late-entered but not on time', '2023-01-02', '2023-06-15', null],
  ] as const)('%s without evidence', (_, on, today, expected) => {
    expect(
      refusal(claim(on, { evidence: null, signOff: { name: '王', post: '局长', on } }), confirmed, { viewer: lead, ...at(today) }),
    ).toBe(expected)
  })
})

describe('long-term tasks (rule 12)', () => {
  it('have no final completion: a claim is refused', () => {
    expect(refusal(claim('2022-06-15'), confirmed, { viewer: lead, facts: { ...confirmed.facts, issuedDueOn: null } })).toBe('long-term')
  })
})

describe('entries on behalf (rule 16)', () => {
  const spoken = after(situation(), [report('2022-06-15', 40, '电话'), { viewer: supervisor }])
  const seen = (seqs: number[]): Command => ({ do: 'mark_seen', seqs })
  it('are marked as seen by the department they were written for, and nothing else is', () => {
    expect(refusal(seen([2]), spoken, { viewer: lead })).toBe(null)
    expect(refusal(seen([2]), spoken, { viewer: coop })).toBe('not-permitted')
    expect(refusal(seen([2, 999_999]), spoken, { viewer: lead })).toBe('not-permitted')
  })
})

describe('decisions (rule 8)', () => {
  const reported = after(situation(), [confirm('2022-01-10'), { viewer: coop }], [claim('2022-02-01'), { viewer: lead }])
  it('takes effect today; earlier only for a late-entered claim, from the completion day on', () => {
    expect(refusal(accept('2022-06-15', '2022-06-14'), claimed, { viewer: supervisor, ...at('2022-06-16') })).not.toBe(null)
    expect(refusal(accept('2022-06-15', '2022-06-15'), claimed, { viewer: supervisor, ...at('2022-06-16') })).toBe('decided-today-only')
    expect(refusal(accept('2022-02-01', '2022-02-01'), reported, { viewer: supervisor })).toBe(null)
    expect(refusal(accept('2022-02-01', '2022-01-31'), reported, { viewer: supervisor })).toBe('completion-after-decision')
  })
  it('a later completion day needs a reason, an earlier one is refused', () => {
    expect(refusal(accept('2022-03-01', '2022-06-15'), reported, { viewer: supervisor })).toBe('reason-required')
    expect(refusal(accept('2022-03-01', '2022-06-15', '以验收日为准'), reported, { viewer: supervisor })).toBe(null)
    expect(refusal(accept('2022-01-31', '2022-06-15'), reported, { viewer: supervisor })).toBe('completion-before-claim')
  })
  it('confirmations stand after a return, except for the departments named', () => {
    const kept = after(claimed, [giveBack('2022-06-15'), { viewer: supervisor }])
    expect(standing(kept).parts[COOP]?.part).toBe('done')
    const again = after(claimed, [giveBack('2022-06-15', [COOP]), { viewer: supervisor }])
    expect(standing(again).parts[COOP]).toMatchObject({ part: 'none', since: '2022-06-15' })
    expect(refusal(giveBack('2022-06-15', ['d99']), claimed, { viewer: supervisor })).toBe('unknown-department')
  })
})

describe('undo and correction (rule 15)', () => {
  it('the author takes back the latest event within ten minutes', () => {
    expect(standing(after(claimed, [undo(3), { viewer: lead, ...at('2022-06-15', '10:10') }])).state).toBe('not_started')
    expect(refusal(undo(3), claimed, { viewer: lead, ...at('2022-06-15', '10:11') })).toBe('undo-too-late')
    expect(refusal(undo(3), claimed, { viewer: supervisor })).toBe('undo-not-yours')
    expect(refusal(undo(3), after(claimed, [giveBack('2022-06-15'), { viewer: supervisor }]), { viewer: lead })).toBe('undo-not-latest')
  })
  it('an undone event is out of the fold and cannot be undone again', () => {
    const undone = after(claimed, [undo(3), { viewer: lead }])
    expect(refusal(undo(3), undone, { viewer: lead })).not.toBe(null)
    expect(inForce(undone.events).map((event) => event.kind)).toEqual(['imported', 'confirmed'])
  })
  const begun = after(situation(), [report('2022-06-15', 40)])
  it('the author corrects a report whenever it was; another does not', () => {
    const fixed = after(begun, [correctTo(2, report('2022-06-10', 30)), at('2022-08-01')])
    expect(standing(fixed).reported).toBe(30)
    expect(fixed.events.map((event) => event.kind)).toEqual(['imported', 'reported', 'retracted', 'reported'])
    expect(refusal(correctTo(2, report('2022-06-10')), begun, { viewer: viewer('officer', 'd01', 'colleague') })).toBe('not-correctable')
    expect(refusal(correctTo(2, report('2022-06-10'), ' '), begun)).toBe('reason-required')
  })
  it('a supervisor, also another one, corrects a decision', () => {
    const fixed = after(closed, [correctTo(4, giveBack('2022-06-15')), { viewer: supervisor2 }])
    expect(standing(fixed).state).toBe('in_progress')
    expect(refusal(correctTo(4, giveBack('2022-06-15')), closed, { viewer: lead })).toBe('not-correctable')
  })
  it('what a correction put in place is not undone, since what it replaced would not come back', () => {
    const fixed = after(begun, [correctTo(2, report('2022-06-15', 50))])
    expect(refusal(undo(4), fixed)).toBe('undo-corrected')
  })
  it('whoever has another role by now no longer undoes what they did in the old one', () => {
    const moved = viewer('officer', 'd01', supervisor.userId)
    expect(refusal(undo(4), closed, { viewer: moved })).toBe('undo-not-yours')
  })
  it('a department corrects what a supervisor wrote down for it', () => {
    const spoken = after(situation(), [report('2022-06-15', 40, '电话'), { viewer: supervisor }])
    expect(refusal(correctTo(2, report('2022-06-15', 50)), spoken, { viewer: lead })).toBe(null)
  })
  it('is refused where the rest would be illegal, and names the event in the way', () => {
    const again = after(closed, [reopen(), { viewer: supervisor, ...at('2022-07-01') }])
    expect(decide(correctTo(4, giveBack('2022-06-15')), { ...again, viewer: supervisor })).toMatchObject({
      refused: expect.any(String),
      seq: 5,
    })
  })
})
