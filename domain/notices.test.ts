import { describe, expect, it } from 'vitest'
import {
  isNoticeOpen,
  isReplyOverdue,
  NOTICE_STATES,
  type NoticeState,
  type NoticeStep,
  noticeLabel,
  noticeSteps,
  stepNotice,
  usualNoticeMark,
} from '@/domain/notices'
import { coop, LEAD, lead, leader, supervisor } from '@/domain/testing'

const notice = (state: NoticeState) => ({ state, departmentId: LEAD })
type Step = Exclude<NoticeStep, 'issued'>
const STEPS: readonly Step[] = ['acknowledged', 'replied', 'returned', 'closed', 'voided']
const actor = (step: Step) => (step === 'acknowledged' || step === 'replied' ? lead : supervisor)

describe('the number of a notice', () => {
  it('is written as an office writes it, in hexagonal brackets and without leading zeros', () => {
    expect(noticeLabel({ mark: '满督', year: 2026, number: 1 })).toBe('满督〔2026〕1号')
    expect(noticeLabel({ mark: '满督', year: 2026, number: 120 })).toBe('满督〔2026〕120号')
  })
  it('has a mark of its issuer where none is set', () => expect(usualNoticeMark('满城区卫生健康局')).toBe('满督'))
})

describe('the course of a notice', () => {
  const ALLOWED: Record<NoticeState, Partial<Record<Step, NoticeState>>> = {
    issued: { acknowledged: 'acknowledged', replied: 'replied', voided: 'voided' },
    acknowledged: { replied: 'replied', closed: 'closed', voided: 'voided' },
    replied: { returned: 'acknowledged', closed: 'closed', voided: 'voided' },
    closed: { voided: 'voided' },
    voided: {},
  }
  for (const state of NOTICE_STATES) {
    it.each(STEPS)(`${state}: %s`, (step) => {
      const next = ALLOWED[state][step]
      expect(stepNotice(step, '已核', notice(state), actor(step))).toEqual(next ? { state: next } : { refused: 'wrong-state' })
    })
  }
  it('a reply says something; returning and voiding say why; receipt and closing need no words', () => {
    expect(stepNotice('replied', ' ', notice('issued'), lead)).toEqual({ refused: 'text-required', field: 'text' })
    expect(stepNotice('returned', ' ', notice('replied'), supervisor)).toEqual({ refused: 'reason-required', field: 'text' })
    expect(stepNotice('voided', '', notice('closed'), supervisor)).toEqual({ refused: 'reason-required', field: 'text' })
    expect(stepNotice('acknowledged', '', notice('issued'), lead)).toEqual({ state: 'acknowledged' })
    expect(stepNotice('closed', '', notice('replied'), supervisor)).toEqual({ state: 'closed' })
  })
  it('shows each person the steps they may take now', () => {
    expect(noticeSteps(notice('issued'), lead)).toEqual(['acknowledged', 'replied'])
    expect(noticeSteps(notice('replied'), supervisor)).toEqual(['returned', 'closed', 'voided'])
    expect(noticeSteps(notice('replied'), lead)).toEqual([])
    for (const person of [coop, leader]) expect(noticeSteps(notice('issued'), person)).toEqual([])
  })
})

describe('an overdue reply', () => {
  const on = (state: NoticeState, day: string) => isReplyOverdue({ state, replyBy: '2026-03-31' }, day)
  it('is none by the end of the reply date', () => {
    expect([on('issued', '2026-03-31'), on('issued', '2026-04-01'), on('acknowledged', '2026-04-01')]).toEqual([false, true, true])
  })
  it('a reply ends it, a returned reply brings it back, closing and voiding end it', () => {
    expect(on('replied', '2026-04-01')).toBe(false)
    const back = stepNotice('returned', '未答复要求', notice('replied'), supervisor)
    expect('state' in back && on(back.state, '2026-04-01')).toBe(true)
    expect([on('closed', '2026-04-01'), on('voided', '2026-04-01')]).toEqual([false, false])
  })
  it('a notice is open until it is closed or voided', () =>
    expect(NOTICE_STATES.filter(isNoticeOpen)).toEqual(['issued', 'acknowledged', 'replied']))
})

it.each([
  ['满城区', '满督'],
  ['保定市满城区', '满督'],
  ['河北省保定市满城区人民政府', '满督'],
  ['保定市', '保督'],
])('an issuer that has set no mark, %s, is marked %s', (issuer, mark) => expect(usualNoticeMark(issuer)).toBe(mark))
