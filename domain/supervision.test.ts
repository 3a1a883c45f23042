import { describe, expect, it } from 'vitest'
import type { Command, Situation } from '@/domain/commands'
import { versionOf } from '@/domain/events'
import { lightOn } from '@/domain/light'
import {
  accept,
  after,
  askExtension,
  by,
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
  obstacle,
  outcome,
  periodOn,
  refusal,
  removeObstacle,
  reopen,
  report,
  situation,
  stage,
  standing,
  supervisor,
  takeBack,
  undo,
  withdraw,
} from '@/domain/testing'

const confirmed = after(situation(), [confirm('2022-06-15'), by(coop)])
const claimed = after(confirmed, [claim('2022-06-15'), by(lead)])
const closed = after(claimed, [accept('2022-06-15'), by(supervisor)])

describe('the double track', () => {
  it('a checked percentage stands beside the department’s own, and stales nobody’s form', () => {
    const story = after(situation(), [report('2022-06-15', 70), by(lead)], [check('2022-06-14', 30), by(supervisor)])
    expect(periodOn(story, '2022-06-15')).toMatchObject({ progress: 70, checkedProgress: 30, checkedSeq: 3 })
    expect(versionOf(story.events)).toBe(2)
  })
  it('is compared with what the department said on the day of the visit: work done since is no gap, and an acceptance settles it', () => {
    const visited = after(situation(), [report('2022-06-13', 70), by(lead)], [check('2022-06-14', 50), by(supervisor)])
    expect(periodOn(visited, '2022-06-15').gap).toBe(20)
    expect(periodOn(after(visited, [report('2022-06-15', 90), by(lead)]), '2022-06-15').gap).toBe(20)
    expect(periodOn(after(visited, [report('2022-06-15', 45), by(lead)]), '2022-06-15').gap).toBe(0)
    const alike = after(situation(), [report('2022-06-13', 70), by(lead)], [check('2022-06-14', 70), by(supervisor)])
    expect(periodOn(after(alike, [report('2022-06-15', 90), by(lead)]), '2022-06-15').gap).toBe(0)
    const done = after(visited, [confirm('2022-06-15'), by(coop)], [claim('2022-06-15'), by(lead)], [accept('2022-06-15'), by(supervisor)])
    expect(periodOn(done, '2022-06-15')).toMatchObject({ checkedProgress: 50, gap: 0 })
    expect(periodOn(after(done, [check('2022-06-15', 60), by(supervisor)]), '2022-06-15').gap).toBe(40)
  })
  it('is a whole share of 0 to 100 with a note', () => {
    expect([-1, 0, 50.5, 100, 101].map((share) => refusal(check('2022-06-15', share), situation(), by(supervisor)))).toEqual([
      'checked-out-of-range',
      null,
      'checked-out-of-range',
      null,
      'checked-out-of-range',
    ])
    expect(refusal({ ...check('2022-06-15'), note: ' ' } as Command, situation(), by(supervisor))).toBe('text-required')
  })
  it('a closed task can be checked again, and reopened with what was found', () => {
    expect(outcome(check('2022-06-15'), closed, by(supervisor))).toMatchObject({ events: [{ kind: 'checked' }] })
    expect(outcome(check('2022-06-15', 30, true), closed, by(supervisor))).toMatchObject({
      events: [{ kind: 'checked' }, { kind: 'reopened', payload: { reason: '现场未见设备' } }],
    })
    const again = after(closed, [check('2022-06-15', 30, true), by(supervisor)])
    expect(periodOn(again, '2022-06-15')).toMatchObject({ state: 'in_progress', checkedProgress: 30, completedOn: null })
  })
  it('refuses to reopen what is open, and to check what is withdrawn; nothing is written', () => {
    expect(refusal(check('2022-06-15', 30, true), claimed, by(supervisor))).toBe('wrong-state')
    const gone = after(situation(), [withdraw, by(supervisor)])
    expect(refusal(check('2022-06-15'), gone, by(supervisor))).toBe('wrong-state')
  })
})

describe('obstacles', () => {
  const stopped = after(situation(), [obstacle('2022-06-01'), by(lead)])
  it('name what stops it and who could remove it, since the day stated', () => {
    expect(standing(stopped).obstacles).toMatchObject([{ seq: 2, departmentId: LEAD, remover: '区财政局', since: '2022-06-01' }])
    expect(periodOn(stopped, '2022-05-31').obstacles).toBe(0)
    expect(periodOn(stopped, '2022-06-01').obstacles).toBe(1)
    for (const part of ['text', 'remover'])
      expect(refusal({ ...obstacle('2022-06-15'), [part]: ' ' } as Command, situation())).toBe('text-required')
  })
  it('hold together with overdue', () => {
    expect(lightOn(periodOn(stopped, '2023-01-01'), '2023-01-01')).toBe('overdue')
  })
  it('removing one is an event of its own day, on or after the day it began', () => {
    const removed = after(stopped, [removeObstacle(2, '2022-06-10'), by(lead)])
    expect(['2022-06-09', '2022-06-10'].map((day) => periodOn(removed, day).obstacles)).toEqual([1, 0])
    expect(refusal(removeObstacle(2, '2022-06-15'), removed)).toBe('wrong-state')
    expect(outcome(removeObstacle(2, '2022-05-31'), stopped)).toMatchObject({ refused: 'before-obstacle', seq: 2 })
    expect(refusal({ ...removeObstacle(2, '2022-06-15'), note: '' } as Command, stopped)).toBe('text-required')
  })
  it('another department’s obstacle is not the lead’s to remove', () => {
    const theirs = after(situation(), [obstacle('2022-06-01', COOP), by(coop)])
    expect(refusal(removeObstacle(2, '2022-06-15'), theirs, by(lead))).toBe('not-permitted')
    expect(refusal(removeObstacle(2, '2022-06-15'), theirs, by(supervisor))).toBe('source-required')
    expect(refusal(removeObstacle(2, '2022-06-15', '电话'), theirs, by(supervisor))).toBe(null)
  })
  it('survive return and reopening, count 0 while closed, and are not raised on a closed task', () => {
    const hindered = after(confirmed, [obstacle('2022-06-15'), by(lead)], [claim('2022-06-15'), by(lead)])
    expect(periodOn(after(hindered, [giveBack('2022-06-15'), by(supervisor)]), '2022-06-15').obstacles).toBe(1)
    const shut = after(hindered, [accept('2022-06-15'), by(supervisor)])
    expect(periodOn(shut, '2022-06-15').obstacles).toBe(0)
    expect(refusal(obstacle('2022-06-15'), shut, by(lead))).toBe('wrong-state')
    expect(periodOn(after(shut, [reopen(), by(supervisor)]), '2022-06-15').obstacles).toBe(1)
  })
})

describe('comments and 批示', () => {
  const instructed = after(situation(), [comment('月底前办结'), by(leader)])
  it('a leader’s comment stands until the lead answers it', () => {
    expect(periodOn(instructed, '2022-06-15').instructions).toBe(1)
    const talked = after(instructed, [comment('收到'), by(lead)], [comment('已提醒'), by(supervisor)])
    expect(periodOn(talked, '2022-06-15').instructions).toBe(1)
    expect(periodOn(after(talked, [comment('本周完成', 2), by(lead)]), '2022-06-15').instructions).toBe(0)
  })
  it('closing or withdrawing the task does not answer it', () => {
    const shut = after(closed, [comment('请回头看'), by(leader)])
    expect(periodOn(shut, '2022-06-15').instructions).toBe(1)
    expect(periodOn(after(shut, [comment('已复查', 5), by(lead)]), '2022-06-15').instructions).toBe(0)
  })
  it('is answered by the lead, or by a supervisor on its behalf with a source; nobody else', () => {
    expect(refusal(comment('代答', 2), instructed, by(supervisor))).toBe('source-required')
    expect(outcome(comment('代答', 2, '电话'), instructed, by(supervisor))).toMatchObject({
      events: [{ onBehalf: { departmentId: LEAD } }],
    })
    for (const person of [coop, leader]) expect(refusal(comment('答', 2), instructed, by(person))).toBe('not-permitted')
  })
  it('only an open 批示 can be answered', () => {
    const answered = after(instructed, [comment('办了', 2), by(lead)])
    expect(refusal(comment('再答', 2), answered, by(lead))).toBe('nothing-to-answer')
    const plain = after(situation(), [comment('留言'), by(coop)])
    expect(refusal(comment('答', 2), plain, by(lead))).toBe('nothing-to-answer')
    expect(refusal(comment('答', 99), plain, by(lead))).toBe('nothing-to-answer')
  })
  it('undoing the answer brings it back; undoing it ends it', () => {
    const answered = after(instructed, [comment('办了', 2), by(lead)])
    expect(standing(after(answered, [undo(3), by(lead)])).instructions).toEqual([2])
    expect(standing(after(instructed, [undo(2), by(leader)])).instructions).toEqual([])
  })
  it('needs a text', () => expect(refusal(comment(' '), situation(), by(lead))).toBe('text-required'))
})

describe('on behalf (rule 16)', () => {
  it.each<[string, Command, Situation]>([
    ['a request', askExtension('2023-03-31', '2022-06-15'), situation()],
    ['a stage result', stage(2022, '2022-06-15'), situation({ facts: { ...situation().facts, issuedDueOn: null } })],
    ['an obstacle', obstacle('2022-06-15'), situation()],
  ])('%s names its source and the department', (_, command, story) => {
    expect(refusal(command, story, by(supervisor))).toBe('source-required')
    expect(outcome({ ...command, source: ' 来电 ' } as Command, story, by(supervisor))).toMatchObject({
      events: [{ onBehalf: { departmentId: LEAD, source: '来电' } }],
    })
  })
})

describe('late entries (rule 7)', () => {
  it('a decision that would leave a later request or obstacle on a closed task is refused, and that named', () => {
    const late = after(confirmed, [claim('2022-06-20'), by(lead, '2022-09-01')])
    const requested = after(late, [askExtension('2023-03-31', '2022-08-01'), by(lead)])
    expect(outcome(accept('2022-06-20'), requested, by(supervisor))).toMatchObject({ refused: 'collides', seq: 4 })
    const hindered = after(late, [obstacle('2022-08-01'), by(lead)])
    expect(outcome(accept('2022-06-20'), hindered, by(supervisor))).toMatchObject({ refused: 'collides', seq: 4 })
  })
  it('a take-back keeps the request that was made meanwhile', () => {
    const story = after(claimed, [askExtension('2023-03-31', '2022-06-15'), by(lead)], [takeBack])
    expect(standing(story).extensionSeq).toBe(4)
  })
})
