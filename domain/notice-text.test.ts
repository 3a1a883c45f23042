import { describe, expect, it } from 'vitest'
import { refusedDraft } from '@/domain/notice-draft'
import {
  draftLabel,
  type NoticeTaskNow,
  noticeDeadline,
  noticeStanding,
  officialDay,
  plainDemand,
  suggestedColour,
} from '@/domain/notice-text'
import { NOTICE_COLOURS } from '@/domain/notices'
import { COOP, LEAD, lead, OTHER, supervisor } from '@/domain/testing'

const TODAY = '2024-07-10'
const task = (more: Partial<NoticeTaskNow> = {}): NoticeTaskNow => ({
  state: 'in_progress',
  light: 'overdue',
  progress: 45,
  expected: 100,
  daysLate: { approved: 10 },
  lastReportOn: '2024-06-03',
  deadline: { issued: '2024年6月', precision: 'month', issuedDueOn: '2024-06-30', approvedDueOn: '2024-06-30' },
  duties: [
    { departmentId: LEAD, role: 'lead', part: 'none' },
    { departmentId: COOP, role: 'cooperating', part: 'none' },
  ],
  ...more,
})
const due = (issued: string, precision: 'day' | 'month', issuedDueOn: string, approvedDueOn: string) => ({
  issued,
  precision,
  issuedDueOn,
  approvedDueOn,
})

describe('what a notice says about a task', () => {
  it('days stand as an office writes them, and a draft has room for its number', () => {
    expect(officialDay('2026-01-05')).toBe('2026年1月5日')
    expect(draftLabel('满督', 2026)).toBe('满督〔2026〕\u3000号')
  })

  it('the deadline as issued; an extension follows it, by the month only if it ends with one', () => {
    expect(noticeDeadline(due('2024年6月', 'month', '2024-06-30', '2024-06-30'))).toBe('2024年6月')
    expect(noticeDeadline(due('2024年6月', 'month', '2024-06-30', '2024-09-30'))).toBe('2024年6月，延至2024年9月')
    expect(noticeDeadline(due('2024年6月', 'month', '2024-06-30', '2024-09-15'))).toBe('2024年6月，延至2024年9月15日')
    expect(noticeDeadline(due('2024年6月5日', 'day', '2024-06-05', '2024-09-30'))).toBe('2024年6月5日，延至2024年9月30日')
    expect(noticeDeadline({ issued: '长期坚持', precision: 'none', issuedDueOn: null, approvedDueOn: null })).toBe('长期坚持')
  })

  it('its standing in a sentence, for the lead and for a cooperating department', () => {
    expect(noticeStanding(task(), LEAD, TODAY)).toBe('推进中，进展45%（序时进度100%），已逾期10天，最近报送2024年6月3日。')
    expect(noticeStanding(task(), COOP, TODAY)).toMatch(/，你单位配合部分未确认。$/)
    const ahead = task({ daysLate: { approved: 0 }, expected: 90, deadline: due('2024年7月', 'month', '2024-07-31', '2024-07-31') })
    expect(noticeStanding({ ...ahead, lastReportOn: null }, LEAD, TODAY)).toBe('推进中，进展45%（序时进度90%），距时限21天，从未报送进展。')
    expect(noticeStanding(ahead, LEAD, '2024-07-31')).toContain('今日到期')
    expect(noticeStanding(task({ state: 'claimed' }), LEAD, TODAY)).toBe('已申请办结，待核验，已逾期10天，最近报送2024年6月3日。')
    const longTerm = { issued: '长期坚持', precision: 'none', issuedDueOn: null, approvedDueOn: null } as const
    expect(noticeStanding(task({ expected: null, daysLate: { approved: 0 }, deadline: longTerm }), LEAD, TODAY)).toContain(
      '进展45%，长期任务',
    )
  })

  it('the most urgent light suggests the colour, and each colour has its demand', () => {
    expect(suggestedColour([{ light: 'due_soon' }, { light: 'normal' }])).toBe('blue')
    expect(suggestedColour([{ light: 'due_soon' }, { light: 'behind' }])).toBe('yellow')
    expect(suggestedColour([{ light: 'behind' }, { light: 'overdue' }])).toBe('red')
    expect(new Set(NOTICE_COLOURS.map(plainDemand)).size).toBe(3)
  })
})

describe('a draft', () => {
  const draft = { departmentId: LEAD, numbers: [1], colour: 'blue', demand: '请办结。', replyBy: TODAY, signOff: null } as const
  const open = { number: 1, state: 'in_progress', duties: [{ departmentId: LEAD }, { departmentId: COOP }] } as const
  const refused = (more: object, tasks: Parameters<typeof refusedDraft>[1] = [open]) =>
    refusedDraft({ ...draft, ...more }, tasks, supervisor, TODAY)

  it('may be issued by a supervisor, to any department with a part in every task, reply due today at the earliest', () => {
    expect(refused({})).toBeNull()
    expect(refused({ departmentId: COOP })).toBeNull()
    expect(refused({ departmentId: OTHER })).toEqual({ refused: 'unknown-department' })
    expect(refused({ replyBy: '2024-07-09' })).toEqual({ refused: 'reply-by-past', field: 'replyBy' })
    expect(refusedDraft(draft, [open], lead, TODAY)).toEqual({ refused: 'not-permitted' })
  })

  it('is not issued about what is closed or withdrawn', () => {
    expect(refused({}, [{ ...open, number: 7, state: 'closed' }])).toEqual({ refused: 'notice-task-not-open', values: { number: '7' } })
  })

  it('a red one needs name, post and day of who signed it; another may have them, whole', () => {
    expect(refused({ colour: 'red' })).toEqual({ refused: 'red-sign-off', field: 'signOffName' })
    expect(refused({ signOff: { name: '王平', post: ' ', on: TODAY } })).toEqual({ refused: 'sign-off-required', field: 'signOffPost' })
    expect(refused({ signOff: { name: '', post: '主任', on: TODAY } })).toEqual({ refused: 'sign-off-required', field: 'signOffName' })
    expect(refused({ colour: 'red', signOff: { name: '王平', post: '主任', on: TODAY } })).toBeNull()
  })
})
