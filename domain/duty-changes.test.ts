// What documents change of a task, and references (domain.md, rules 3 and 18), as tables of cases.
import { describe, expect, it } from 'vitest'
import type { Command, Situation } from '@/domain/commands'
import {
  accept,
  after,
  amend,
  amendDeadline,
  approve,
  askExtension,
  at,
  by,
  claim,
  confirm,
  coop,
  correctTo,
  DOCUMENT,
  lead,
  OTHER,
  outcome,
  periodOn,
  reassign,
  refer,
  refusal,
  removeReference,
  situation,
  supervisor,
  undo,
  withdraw,
} from '@/domain/testing'

const TODAY = '2022-06-15'
const open = situation({ viewer: supervisor })
const claimed = after(open, [confirm(TODAY), by(coop)], [claim(TODAY), by(lead)])
const closed = after(claimed, [accept(TODAY), by(supervisor)])
const withdrawn = after(open, [withdraw])
const wording = { title: { from: '旧', to: '新' } }
const late = { ...DOCUMENT, on: '2022-06-01' }

describe('amending by a document', () => {
  it.each<[string, Command, Situation, string | null]>([
    ['an open task', amend(wording, TODAY), open, null],
    ['a closed task', amend(wording, TODAY), closed, null],
    ['a withdrawn task', amend(wording, TODAY), withdrawn, 'wrong-state'],
    ['without a title of the document', amend(wording, TODAY, { ...DOCUMENT, title: ' ' }), open, 'document-required'],
    ['by a document without a number', amend(wording, TODAY, { ...DOCUMENT, number: '' }), open, null],
    ['by a document of tomorrow', amend(wording, TODAY, { ...DOCUMENT, on: '2022-06-16' }), open, 'day-in-future'],
    ['from the day of the document', amend(wording, '2022-06-01', late), open, null],
    ['from before the document', amend(wording, '2022-05-31', late), open, 'before-document'],
    ['from tomorrow', amend(wording, '2022-06-16'), open, 'day-in-future'],
    ['from before the task was there', amend(wording, '2021-12-31', { ...DOCUMENT, on: '2021-12-01' }), open, 'day-before-plan'],
    ['nothing', amend({}, TODAY), open, 'nothing-changed'],
    ['to the same', amend({ title: { from: '旧', to: '旧' } }, TODAY), open, 'nothing-changed'],
    ['from before the last amendment', amend(wording, '2022-05-31'), after(open, [amend(wording, '2022-06-01')]), 'before-latest-change'],
    ['to long-term', amendDeadline(null, TODAY), open, null],
    ['a claimed one to long-term', amendDeadline(null, TODAY), claimed, 'wrong-state'],
    ['a closed one to long-term', amendDeadline(null, TODAY), closed, 'wrong-state'],
  ])('%s', (_, command, story, expected) => expect(refusal(command, { ...story, viewer: supervisor })).toBe(expected))

  it('a deadline holds from the day chosen; the issued one stays; an extension that takes effect later holds after it', () => {
    const amended = after(open, [amendDeadline('2022-09-30', '2022-03-01')])
    expect(periodOn(amended, '2022-02-28')).toMatchObject({ issuedDueOn: '2022-12-31', approvedDueOn: '2022-12-31' })
    expect(periodOn(amended, '2022-03-01')).toMatchObject({ issuedDueOn: '2022-12-31', approvedDueOn: '2022-09-30', extensions: 0 })
    const extended = after(amended, [askExtension('2022-10-31', TODAY), by(lead)], [approve(3, '2022-10-31', TODAY), by(supervisor)])
    expect(periodOn(extended, TODAY)).toMatchObject({ approvedDueOn: '2022-10-31', extensions: 1 })
  })
  it('to long-term and back', () => {
    const story = after(open, [amendDeadline(null, '2022-03-01')], [amendDeadline('2023-12-31', '2022-05-01', null)])
    expect(periodOn(story, '2022-04-01')).toMatchObject({ issuedDueOn: null, approvedDueOn: null })
    expect(periodOn(story, '2022-05-01')).toMatchObject({ issuedDueOn: '2022-12-31', approvedDueOn: '2023-12-31' })
  })
})

describe('handing over by a document', () => {
  it.each<[string, Command, Situation, string | null]>([
    ['to another lead', reassign([OTHER]), open, null],
    ['a closed task', reassign([OTHER]), closed, null],
    ['a withdrawn task', reassign([OTHER]), withdrawn, null],
    ['to the same departments', reassign(['d01', 'd02']), open, 'nothing-changed'],
    ['with the roles exchanged', reassign(['d02', 'd01']), open, null],
    ['to nobody', reassign([]), open, 'one-lead'],
    ['to one department twice', reassign([OTHER, OTHER]), open, 'department-twice'],
    ['without a document', reassign([OTHER], undefined, { ...DOCUMENT, title: '' }), open, 'document-required'],
    ['by a document of tomorrow', reassign([OTHER], undefined, { ...DOCUMENT, on: '2022-06-16' }), open, 'day-in-future'],
  ])('%s', (_, command, story, expected) => expect(refusal(command, { ...story, viewer: supervisor })).toBe(expected))

  it('two leads are refused', () => {
    const twice = reassign(['d01', OTHER]) as Extract<Command, { do: 'reassign' }>
    const leads = { ...twice, departments: twice.departments.map((one) => ({ ...one, role: 'lead' as const })) }
    expect(refusal(leads, open)).toBe('one-lead')
  })
  it('takes effect today, the lead first', () => {
    const decision = outcome(reassign([OTHER, 'd02']), open)
    expect(decision).toMatchObject({
      events: [{ effectiveOn: TODAY, payload: { departments: [{ departmentId: OTHER, role: 'lead' }, {}] } }],
    })
  })
})

it.each<[string, Command]>([
  ['an amendment', amend(wording, TODAY)],
  ['a reassignment', reassign([OTHER])],
])('%s is neither undone nor corrected: a further document changes it', (_, command) => {
  const story = after(open, [command])
  expect(refusal(undo(2), story)).toBe('not-correctable')
  expect(refusal(correctTo(2, command), story)).toBe('not-correctable')
})

describe('references to other tasks', () => {
  const referred = after(open, [refer()])
  it.each<[string, Command, Situation, string | null]>([
    ['a second one to the same task', refer(), referred, 'referred-already'],
    ['to another task', refer('task-3'), referred, null],
    ['one is removed', removeReference(2), referred, null],
    ['and not twice', removeReference(2), after(referred, [removeReference(2)]), 'no-reference'],
    ['and may be made again', refer(), after(referred, [removeReference(2)]), null],
    ['undone, it may be made again', refer(), after(referred, [undo(2)]), null],
    ['what is no reference is not removed', removeReference(1), referred, 'no-reference'],
  ])('%s', (_, command, story, expected) => expect(refusal(command, { ...story, ...at(TODAY, '10:05') })).toBe(expected))
})
