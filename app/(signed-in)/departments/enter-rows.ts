// Many rows, each its own transaction: what succeeds is saved, what is refused is named with its reason (domain.md, rules 6-8, 13, 14, 16).
import { commandOf, type Entries, type LastReport, type LeadEntry, type PartEntry } from '@/app/(signed-in)/departments/entries'
import type { Code } from '@/app/viewer-action'
import type { Database } from '@/db/client'
import { type Change, changeTask, type Outcome } from '@/db/commands/change-task'
import type { TaskRow } from '@/db/queries/task-rows'
import { type Day, type Instant, laterOf } from '@/domain/calendar'
import { isLateEntry } from '@/domain/entry-kind'
import type { Viewer } from '@/domain/permissions'

export type Entering = {
  database: Database
  viewer: Viewer
  time: { today: Day; now: Instant }
  /** Of a task's plan. */
  lateEntryDays: (number: number) => number
  source: string
  signOffName: string
  signOffPost: string
  words: { problems: string; nextStep: string }
}
/**
 * `saved` are the lines' fields; `refused` says why, by field; `again` are the lines that must be shown as they were typed;
 * `collides` names the event that stands in a line's way. */
export type Entered = {
  saved: { field: string; number: number; claimed: boolean; closed: boolean }[]
  refused: Record<string, Code>
  again: string[]
  collides: Record<string, number>
}

export async function enterRows(entries: Entries, at: Entering): Promise<Entered> {
  const again = Object.keys(entries.misfits).map((field) => field.slice(0, field.lastIndexOf('.')))
  const result: Entered = { saved: [], refused: { ...entries.misfits }, again, collides: {} }
  for (const lines of Map.groupBy(entries.leads, (entry) => entry.number).values()) await enterTask(lines, at, result)
  for (const entry of entries.parts) await enterPart(entry, at, result)
  return result
}

// A task's lines follow each other: each is made from the version that the line before it left behind.
async function enterTask(lines: readonly LeadEntry[], at: Entering, result: Entered): Promise<void> {
  let version = lines[0]?.version ?? 0
  let last: LastReport = lines[0]?.row.lastReport ?? null
  let heardOn = lines[0] ? lastHeardOn(lines[0].row) : ''
  for (const { number, field, formId, line } of lines) {
    const command = commandOf(line, last, at)
    const outcome = await change({ number, version, formId, command }, at)
    if (!('done' in outcome)) {
      refuse(result, field, outcome)
      continue
    }
    version = outcome.done.seq
    heardOn = laterOf(heardOn, line.on)
    if (command.do === 'report') last = { on: line.on, progress: command.progress, done: command.done }
    const accepted = line.claim && line.accept ? await accept({ number, version, formId: `${formId}:accept` }, line.on, heardOn, at) : null
    if (accepted && 'done' in accepted) version = accepted.done.seq
    else if (accepted) result.refused[`${field}.accept`] = accepted.refused
    result.saved.push({ field, number, claimed: command.do === 'claim', closed: accepted !== null && 'done' in accepted })
  }
}

// A late-entered claim is accepted on its own day, or on that of the last report or confirmation if that came later; others today (rule 8).
function accept(about: Omit<Change, 'command'>, completedOn: Day, heardOn: Day, at: Entering) {
  const late = isLateEntry(completedOn, at.time.now, at.lateEntryDays(about.number))
  return change(
    { ...about, command: { do: 'accept', completedOn, reason: '', on: late ? laterOf(completedOn, heardOn) : at.time.today } },
    at,
  )
}

const lastHeardOn = (row: TaskRow): Day =>
  row.cooperating.filter((duty) => duty.part !== 'none').reduce((day, duty) => laterOf(day, duty.partSince), row.lastReportOn ?? '')

async function enterPart({ number, departmentId, field, formId, version, line }: PartEntry, at: Entering, result: Entered): Promise<void> {
  const outcome = await change({ number, version, formId, command: { do: 'confirm', departmentId, source: at.source, ...line } }, at)
  if ('done' in outcome) result.saved.push({ field, number, claimed: false, closed: false })
  else refuse(result, field, outcome)
}

type Answer = Exclude<Outcome, 'hidden'>

/** A row that ceased to be visible between reading and writing is refused like any other. */
export async function change(wanted: Change, at: Pick<Entering, 'database' | 'viewer' | 'time'>): Promise<Answer> {
  const outcome = await changeTask(at.database, at.viewer, wanted, at.time)
  return outcome === 'hidden' ? { refused: 'not-permitted' } : outcome
}

const FIELDS: Record<string, string> = { note: 'done', source: 'on' }

function refuse(result: Entered, field: string, refusal: Exclude<Answer, { done: unknown }>): void {
  const name = refusal.field ?? 'on'
  result.refused[`${field}.${field.startsWith('rows') ? (FIELDS[name] ?? name) : name}`] = refusal.refused
  result.again.push(field)
  if (refusal.seq !== undefined) result.collides[`${field}.seq`] = refusal.seq
}
