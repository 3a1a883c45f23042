// The one way in which a task changes: load what the viewer may see, check the version, ask the domain, append the events, fold again.
// One transaction; a form that comes twice counts once. The intentions themselves are the commands of domain/commands.ts.
import type { Database, Db } from '@/db/client'
import { rememberSubmission, submittedBefore } from '@/db/commands/submissions'
import { append, type LoadedTask, loadTask, situationOf } from '@/db/commands/task-record'
import { inWritableLedger } from '@/db/commands/writable'
import type { Day, Instant } from '@/domain/calendar'
import type { Command, Refusal } from '@/domain/commands'
import type { EventKind } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'
import { decide } from '@/domain/workflow'

export type Change = {
  number: number
  /**
   * What the form had seen: the task's version, for a confirmation and for contacts the duty's. Null only where the command
   * names its event; `latest` is for callers that read nothing before, such as the demo's history.
   */
  version: number | null | 'latest'
  /** A form's own id, new for each form that is shown. */
  formId: string
  command: Command
}

type Done = { number: number; seq: number; kind: EventKind }
/** `seq` is the event to undo. `hidden` is also the answer for a number that does not exist. */
export type Outcome = { done: Done } | Refusal | 'hidden'

export function changeTask(database: Database, viewer: Viewer, change: Change, time: { today: Day; now: Instant }): Promise<Outcome> {
  return inWritableLedger<Outcome>(database, (tx) => changeTaskIn(tx, viewer, change, time))
}

/** The same within a transaction that does more. */
export async function changeTaskIn(tx: Db, viewer: Viewer, change: Change, time: { today: Day; now: Instant }): Promise<Outcome> {
  const task = await loadTask(tx, viewer, change.number)
  if (!task) return 'hidden'
  const about = `task ${change.number}` as const
  const earlier = await submittedBefore<Done>(tx, viewer, change.formId, about)
  if (earlier) return earlier
  if (isStale(change, task)) return { refused: 'stale', seq: task.events.at(-1)?.seq }
  const decision = decide(change.command, situationOf(task, viewer, time))
  if ('refused' in decision) return decision
  const last = (await append(tx, task, decision.events, viewer, time.now)).at(-1)
  if (!last) throw new Error(`${change.command.do} led to no event`)
  const done: Done = { number: change.number, seq: last.seq, kind: last.kind }
  await rememberSubmission(tx, viewer, change.formId, about, done, time.now)
  return { done }
}

// These name the event that they answer, or leave the task's own course alone; a check that reopens does not.
const NAMES_ITS_EVENT: ReadonlySet<Command['do']> = new Set([
  'undo',
  'correct',
  'mark_seen',
  'check',
  'verify_stage',
  'return_stage',
  'raise_obstacle',
  'remove_obstacle',
  'comment',
  'add_evidence',
  'refer',
  'remove_reference',
])

function isStale({ version, command }: Change, { task, duties: own }: LoadedTask): boolean {
  const reopens = command.do === 'check' && command.reopen
  if (version === 'latest' || (NAMES_ITS_EVENT.has(command.do) && !reopens)) return false
  if (command.do !== 'confirm' && command.do !== 'edit_contacts') return version !== task.version
  return version !== (own.find((duty) => duty.departmentId === command.departmentId)?.version ?? version)
}
