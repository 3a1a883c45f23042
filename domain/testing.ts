// For tests only: small situations to decide in.
import type { Day, Instant } from '@/domain/calendar'
import type { Command, RefusalCode, Situation } from '@/domain/commands'
import { type Standing, standingOn } from '@/domain/course'
import type { DocumentRef } from '@/domain/document-ref'
import { type Amendments, type Assigned, inForce, type NewEvent, type TaskEvent } from '@/domain/events'
import { type Period, periodsOf } from '@/domain/periods'
import type { Viewer } from '@/domain/permissions'
import type { Role } from '@/domain/words'
import { actorOf, type Decision, decide, nextSeq } from '@/domain/workflow'

export const LEAD = 'd01'
export const COOP = 'd02'
export const OTHER = 'd03'

export const at = (day: Day, time = '10:00'): { today: Day; now: Instant } => ({
  today: day,
  now: new Date(`${day}T${time}:00.000+08:00`).toISOString(),
})

export function viewer(role: Role, departmentId: string | null = null, userId = `${role}-${departmentId ?? ''}`): Viewer {
  return { userId, username: userId, role, departmentId, departmentName: departmentId, name: userId, post: '科长' }
}
export const lead = viewer('officer', LEAD)
export const coop = viewer('officer', COOP)
export const other = viewer('officer', OTHER)
export const supervisor = viewer('supervisor')
export const supervisor2 = viewer('supervisor', null, 'supervisor-two')
export const leader = viewer('leader')

export const imported: TaskEvent = {
  kind: 'imported',
  payload: { line: 1 },
  effectiveOn: '2022-01-01',
  onBehalf: null,
  seq: 1,
  recordedAt: '2022-01-01T00:00:00.000Z',
  actor: { userId: null, name: '', post: '', role: 'system', departmentId: null, departmentName: null },
}

export function situation(overrides: Partial<Situation> = {}): Situation {
  return {
    viewer: lead,
    responsible: { leadDepartmentId: LEAD, cooperatingDepartmentIds: [COOP] },
    plan: { firstDay: '2022-01-01', openedOn: '2022-01-01', lateEntryDays: 7, signOffRequired: true },
    facts: { start: '2022-01-01', issuedDueOn: '2022-12-31', thresholds: { behindPoints: 20, dueSoonDays: 30, lateEntryDays: 7 } },
    events: [imported],
    ...at('2022-06-15'),
    ...overrides,
  }
}

/** Decides and appends as the database does; throws where the command is refused, so that a test can tell its story in a row. */
export function after(start: Situation, ...steps: [Command, Partial<Situation>?][]): Situation {
  let story = start
  for (const [command, overrides] of steps) {
    const now = { ...story, ...overrides }
    const decision = decide(command, now)
    if ('refused' in decision) throw new Error(`${command.do}: ${JSON.stringify(decision)}`)
    story = { ...now, events: appended(now, decision.events) }
  }
  return story
}

/** The events of a situation with new ones recorded after them. */
export function appended(at: Situation, added: readonly NewEvent[]): TaskEvent[] {
  const first = nextSeq(at.events)
  return [...at.events, ...added.map((event, n) => ({ ...event, seq: first + n, recordedAt: at.now, actor: actorOf(at.viewer) }))]
}

/** Who acts, and when where that matters. */
export const by = (person: Viewer, day?: Day, time?: string): Partial<Situation> => ({ viewer: person, ...(day && at(day, time)) })

export const outcome = (command: Command, story: Situation, overrides: Partial<Situation> = {}): Decision =>
  decide(command, { ...story, ...overrides })
/** Why a command is refused; null if it is not. */
export const refusal = (command: Command, story: Situation, overrides: Partial<Situation> = {}): RefusalCode | null => {
  const decision = outcome(command, story, overrides)
  return 'refused' in decision ? decision.refused : null
}

export const standing = (story: Situation, day = story.today): Standing => standingOn(inForce(story.events), day)
export function periodOn(story: Situation, day: Day): Period {
  const found = periodsOf(story.facts, story.events).filter((period) => period.validFrom <= day && day < period.validTo)
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} periods on ${day}`)
  return found[0]
}

export const report = (on: Day, progress = 40, source = ''): Command => ({
  do: 'report',
  progress,
  done: '完成了前期工作',
  problems: '',
  nextStep: '',
  on,
  source,
})
export const noChange = (on: Day, source = ''): Command => ({ do: 'no_change', on, source })
export const confirm = (on: Day, part: 'done' | 'waiting_for_lead' | 'obstructed' = 'done', source = ''): Command => ({
  do: 'confirm',
  departmentId: COOP,
  part,
  note: '已完成配合',
  on,
  source,
})
export const claim = (on: Day, extra: Partial<Extract<Command, { do: 'claim' }>> = {}): Command => ({
  do: 'claim',
  on,
  note: '全部完成',
  evidence: { kind: 'document_number', text: '满卫〔2022〕1号' },
  unconfirmedReason: '',
  signOff: { name: '王局长', post: '局长', on },
  source: '',
  ...extra,
})
export const takeBack: Command = { do: 'take_back', reason: '材料有误', source: '' }
export const accept = (completedOn: Day, on: Day = completedOn, reason = ''): Command => ({ do: 'accept', completedOn, reason, on })
export const giveBack = (on: Day, reconfirm: string[] = []): Command => ({ do: 'return', reason: '材料不全', reconfirm, on })
export const reopen = (reconfirm: string[] = []): Command => ({ do: 'reopen', reason: '复查发现问题', reconfirm })
export const withdraw: Command = { do: 'withdraw', document: '满政办〔2022〕3号', reason: '' }

export const askExtension = (dueOn: Day, on: Day, source = ''): Command => ({
  do: 'request_extension',
  dueOn,
  reason: '设备招标延后',
  evidence: null,
  on,
  source,
})
export const approve = (requestSeq: number, dueOn: Day, on: Day, reason = ''): Command => ({
  do: 'approve_extension',
  requestSeq,
  dueOn,
  reason,
  on,
})
export const refuse = (requestSeq: number): Command => ({ do: 'refuse_extension', requestSeq, reason: '理由不足' })
export const check = (on: Day, progress = 30, reopen = false): Command => ({
  do: 'check',
  progress,
  note: '现场未见设备',
  evidence: null,
  on,
  reopen,
})
export const makeLongTerm: Command = { do: 'make_long_term', document: '满政办〔2022〕5号', reason: '' }
export const stage = (year: number, on: Day, source = ''): Command => ({
  do: 'report_stage',
  year,
  result: '全年运行平稳',
  evidence: null,
  on,
  source,
})
export const verifyStage = (reportSeq: number): Command => ({ do: 'verify_stage', reportSeq, note: '' })
export const returnStage = (reportSeq: number): Command => ({ do: 'return_stage', reportSeq, reason: '缺少数据' })
export const obstacle = (on: Day, departmentId = LEAD, source = ''): Command => ({
  do: 'raise_obstacle',
  departmentId,
  text: '资金未到位',
  remover: '区财政局',
  on,
  source,
})
export const removeObstacle = (raisedSeq: number, on: Day, source = ''): Command => ({
  do: 'remove_obstacle',
  raisedSeq,
  note: '资金已拨付',
  on,
  source,
})
export const comment = (text = '请抓紧', answers: number | null = null, source = ''): Command => ({ do: 'comment', text, answers, source })
export const addEvidence: Command = { do: 'add_evidence', evidence: { kind: 'document_number', text: '满卫〔2022〕9号' }, note: '' }
export const editContacts = (departmentId = LEAD): Command => ({
  do: 'edit_contacts',
  departmentId,
  office: '医政科',
  contact: '李科员',
  phone: '0312-7000000',
  leaderInCharge: '王副局长',
})
export const DOCUMENT: DocumentRef = { title: '关于调整任务分工的通知', number: '满政办〔2022〕12号', on: '2022-01-01' }
export const amend = (changes: Amendments, on: Day, document = DOCUMENT): Command => ({ do: 'amend', document, changes, on })
/** `from` only says what it was; null is long-term. */
export const amendDeadline = (dueOn: Day | null, on: Day, from: Day | null = '2022-12-31', document = DOCUMENT): Command =>
  amend({ deadline: { from: deadlineOn(from), to: deadlineOn(dueOn) } }, on, document)
const deadlineOn = (dueOn: Day | null) => ({
  issued: dueOn ?? '长期坚持',
  precision: dueOn === null ? ('none' as const) : ('day' as const),
  dueOn,
})
const assigned = (departmentId: string, index: number): Assigned => ({
  departmentId,
  name: departmentId,
  role: index === 0 ? 'lead' : 'cooperating',
})
/** The first one leads. */
export const reassign = (to: readonly string[], from: readonly string[] = [LEAD, COOP], document = DOCUMENT): Command => ({
  do: 'reassign',
  document,
  departments: to.map(assigned),
  before: from.map(assigned),
})
export const refer = (taskId = 'task-2', note = '2-17 建设医联体'): Command => ({ do: 'refer', taskId, note })
export const removeReference = (referredSeq: number): Command => ({ do: 'remove_reference', referredSeq })
export const undo = (seq: number): Command => ({ do: 'undo', seq })
export const correctTo = (seq: number, replacement: Command, reason = '填错'): Command => ({ do: 'correct', seq, reason, replacement })

/** The command as a supervisor gives it: with the source it came from, where it speaks for a department. */
export const withSource = (command: Command, source = '电话：王科长'): Command => ('source' in command ? { ...command, source } : command)
