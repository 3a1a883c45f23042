// The words in which the demo's histories are written. A step is one command by one person on one day.
import type { Day } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import type { SignOff } from '@/domain/events'
import type { Evidence, Part } from '@/domain/words'

/** What a step's command rests on when it is carried out. `claimedOn` and `latestSeq` are the task's own. */
export type Scene = {
  idOf: (department: string) => string
  signOff: (on: Day) => SignOff
  claimedOn: Day
  latestSeq: number
  leadId: string
  /** The last request and its deadline, the last stage result, obstacle and 批示. */
  askedFor: Day
  askedSeq: number
  stageSeq: number
  obstacleSeq: number
  instructionSeq: number
}

/** `by`: the lead, the supervisor who decides, the leader, the supervisor who writes down what he was told, or a department by name. `minutesLater`: this long after the step before it. */
export type Step = {
  recordedOn: Day
  by: 'lead' | 'supervisor' | 'leader' | 'writer' | (string & {})
  source: string
  minutesLater?: number
  command: (scene: Scene, source: string) => Command
}
export type Histories = Readonly<Record<number, readonly Step[]>>

export const report = (on: Day, progress: number, done: string, problems = '', nextStep = ''): Step =>
  step(on, 'lead', (_, source) => ({ do: 'report', progress, done, problems, nextStep, on, source }))

export const noChange = (on: Day): Step => step(on, 'lead', (_, source) => ({ do: 'no_change', on, source }))

export const claim = (on: Day, note: string, evidence: Evidence | null = null, unconfirmedReason = ''): Step =>
  step(on, 'lead', (scene, source) => ({ do: 'claim', on, note, evidence, unconfirmedReason, signOff: scene.signOff(on), source }))

export const takeBack = (on: Day, reason: string): Step => step(on, 'lead', (_, source) => ({ do: 'take_back', reason, source }))

export const confirm = (on: Day, department: string, part: Exclude<Part, 'none'>, note = ''): Step =>
  step(on, department, (scene, source) => ({ do: 'confirm', departmentId: scene.idOf(department), part, note, on, source }))

/** Accepts the claim as it stands, or with a later completion day and the reason for it. */
export const accept = (on: Day, completedOn: Day | null = null, reason = ''): Step =>
  step(on, 'supervisor', ({ claimedOn }) => ({ do: 'accept', completedOn: completedOn ?? claimedOn, reason, on }))

export const giveBack = (on: Day, reason: string, reconfirm: readonly string[] = []): Step =>
  step(on, 'supervisor', ({ idOf }) => ({ do: 'return', reason, reconfirm: reconfirm.map(idOf), on }))

export const reopen = (on: Day, reason: string, reconfirm: readonly string[] = []): Step =>
  step(on, 'supervisor', ({ idOf }) => ({ do: 'reopen', reason, reconfirm: reconfirm.map(idOf) }))

export const withdraw = (on: Day, document: string, reason: string): Step =>
  step(on, 'supervisor', () => ({ do: 'withdraw', document, reason }))

/** Takes the step before it back, some minutes later. */
export const undo = (on: Day, by: Step['by'] = 'lead'): Step => ({
  ...step(on, by, ({ latestSeq }) => ({ do: 'undo', seq: latestSeq })),
  minutesLater: 4,
})

/** Puts another step in the place of the one before it. */
export const correct = (on: Day, reason: string, replacement: Step): Step =>
  step(on, replacement.by, (scene, source) => ({
    do: 'correct',
    seq: scene.latestSeq,
    reason,
    replacement: replacement.command(scene, source),
  }))

/** The same step, written down on another day than it happened. */
export const late = (recordedOn: Day, then: Step): Step => ({ ...then, recordedOn })

/** The same step, written down by a supervisor for the department. */
export const told = (source: string, then: Step): Step => ({ ...then, by: 'writer', source })

export const requestExtension = (on: Day, dueOn: Day, reason: string, evidence: Evidence | null = null): Step =>
  step(on, 'lead', (_, source) => ({ do: 'request_extension', dueOn, reason, evidence, on, source }))

/** Approves the request as it stands, or with another deadline and the reason for it. */
export const approveExtension = (on: Day, dueOn: Day | null = null, reason = ''): Step =>
  step(on, 'supervisor', ({ askedSeq, askedFor }) => ({
    do: 'approve_extension',
    requestSeq: askedSeq,
    dueOn: dueOn ?? askedFor,
    reason,
    on,
  }))

export const refuseExtension = (on: Day, reason: string): Step =>
  step(on, 'supervisor', ({ askedSeq }) => ({ do: 'refuse_extension', requestSeq: askedSeq, reason }))

export const check = (on: Day, progress: number, note: string, evidence: Evidence | null = null): Step =>
  step(on, 'supervisor', () => ({ do: 'check', progress, note, evidence, on, reopen: false }))

export const makeLongTerm = (on: Day, document: string, reason: string): Step =>
  step(on, 'supervisor', () => ({ do: 'make_long_term', document, reason }))

export const reportStage = (on: Day, year: number, result: string): Step =>
  step(on, 'lead', (_, source) => ({ do: 'report_stage', year, result, evidence: null, on, source }))

export const verifyStage = (on: Day, note = ''): Step =>
  step(on, 'supervisor', ({ stageSeq }) => ({ do: 'verify_stage', reportSeq: stageSeq, note }))

export const returnStage = (on: Day, reason: string): Step =>
  step(on, 'supervisor', ({ stageSeq }) => ({ do: 'return_stage', reportSeq: stageSeq, reason }))

export const obstacle = (on: Day, text: string, remover: string): Step =>
  step(on, 'lead', ({ leadId }, source) => ({ do: 'raise_obstacle', departmentId: leadId, text, remover, on, source }))

/** Removes the obstacle that was raised last. */
export const obstacleGone = (on: Day, note: string): Step =>
  step(on, 'lead', ({ obstacleSeq }, source) => ({ do: 'remove_obstacle', raisedSeq: obstacleSeq, note, on, source }))

export const comment = (on: Day, by: Step['by'], text: string): Step =>
  step(on, by, () => ({ do: 'comment', text, answers: null, source: '' }))

/** A leader's 批示. */
export const instruct = (on: Day, text: string): Step => comment(on, 'leader', text)

export const answerInstruction = (on: Day, text: string): Step =>
  step(on, 'lead', ({ instructionSeq }) => ({ do: 'comment', text, answers: instructionSeq, source: '' }))

export const addEvidence = (on: Day, evidence: Evidence, note: string): Step =>
  step(on, 'lead', () => ({ do: 'add_evidence', evidence, note }))

export const document = (text: string): Evidence => ({ kind: 'document_number', text })
export const link = (text: string): Evidence => ({ kind: 'link', text })
export const offline = (text: string): Evidence => ({ kind: 'offline', text })

const step = (recordedOn: Day, by: Step['by'], command: Step['command']): Step => ({ recordedOn, by, source: '', command })
