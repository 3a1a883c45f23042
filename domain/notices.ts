// Supervision notices (督办单): numbered per issuing mark and year, for tasks of one department (domain.md, Words; rule 17).
import type { Day } from '@/domain/calendar'
import { isOfficerOf, type Viewer } from '@/domain/permissions'

export const NOTICE_COLOURS = ['blue', 'yellow', 'red'] as const
export type NoticeColour = (typeof NOTICE_COLOURS)[number]

export const NOTICE_STATES = ['issued', 'acknowledged', 'replied', 'closed', 'voided'] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

/** What happens to a notice. A reply that does not answer the demand is returned, and another is due. */
export const NOTICE_STEPS = ['issued', 'acknowledged', 'replied', 'returned', 'closed', 'voided'] as const
export type NoticeStep = (typeof NOTICE_STEPS)[number]

/** As an office writes it: 满督〔2026〕1号. */
export const noticeLabel = ({ mark, year, number }: { mark: string; year: number; number: number }): string =>
  `${mark}〔${year}〕${number}号`

/** The mark of an issuer that has set none: the first character of its own name, without province and city, and 督. 保定市满城区 → 满督. */
export const usualNoticeMark = (issuer: string): string => `${/^(?:.*[省市])?(.)/u.exec(issuer.trim())?.[1] ?? ''}督`

export const isNoticeOpen = (state: NoticeState): boolean => state !== 'closed' && state !== 'voided'

/** The states in which a reply is awaited. A reply that was returned is none. */
export const AWAITING_REPLY: readonly NoticeState[] = ['issued', 'acknowledged']
export const awaitsReply = (state: NoticeState): boolean => AWAITING_REPLY.includes(state)

/** No reply by the end of the reply date. */
export const isReplyOverdue = (notice: { state: NoticeState; replyBy: Day }, day: Day): boolean =>
  awaitsReply(notice.state) && day > notice.replyBy

type Step = Exclude<NoticeStep, 'issued'>
const FROM: Record<Step, readonly NoticeState[]> = {
  acknowledged: ['issued'],
  replied: AWAITING_REPLY,
  returned: ['replied'],
  closed: ['acknowledged', 'replied'],
  voided: ['issued', 'acknowledged', 'replied', 'closed'],
}
const TO: Record<Step, NoticeState> = {
  acknowledged: 'acknowledged',
  replied: 'replied',
  returned: 'acknowledged',
  closed: 'closed',
  voided: 'voided',
}

/** The state that a notice is in once its latest step was this one. */
export const stateAfter = (step: NoticeStep): NoticeState => (step === 'issued' ? step : TO[step])

export type NoticeRefusal = 'not-permitted' | 'wrong-state' | 'text-required' | 'reason-required'

/**
 * The state after a step, or why it is refused. Officers of the department that it is addressed to acknowledge and reply; a reply without
 * acknowledgement counts as both. Supervisors return, close and void; returning and voiding need a reason.
 */
export function stepNotice(
  step: Step,
  text: string,
  notice: { state: NoticeState; departmentId: string },
  viewer: Viewer,
): { state: NoticeState } | { refused: NoticeRefusal; field?: string } {
  if (!mayTake(step, notice, viewer)) return { refused: 'not-permitted' }
  if (!FROM[step].includes(notice.state)) return { refused: 'wrong-state' }
  if (step === 'replied' && !text.trim()) return { refused: 'text-required', field: 'text' }
  if ((step === 'returned' || step === 'voided') && !text.trim()) return { refused: 'reason-required', field: 'text' }
  return { state: TO[step] }
}

function mayTake(step: Step, { departmentId }: { departmentId: string }, viewer: Viewer): boolean {
  return step === 'acknowledged' || step === 'replied' ? isOfficerOf(viewer, departmentId) : viewer.role === 'supervisor'
}

/** The steps that this person may take now. */
export const noticeSteps = (notice: { state: NoticeState; departmentId: string }, viewer: Viewer): Step[] =>
  (Object.keys(FROM) as Step[]).filter((step) => mayTake(step, notice, viewer) && FROM[step].includes(notice.state))
