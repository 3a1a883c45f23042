// One task is amended or handed over by a document: what it said and who had it before is read in the transaction that changes it.
import { eq, inArray } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { changeTaskIn, type Outcome } from '@/db/commands/change-task'
import { loadTask } from '@/db/commands/task-record'
import { inWritableLedger } from '@/db/commands/writable'
import { amendedDeadline, issuedDeadline, otherCells } from '@/db/queries/stored-table'
import { departments, goals } from '@/db/schema'
import type { Day, Instant } from '@/domain/calendar'
import type { DocumentRef } from '@/domain/document-ref'
import type { Assigned } from '@/domain/events'
import type { IssuedRow } from '@/domain/issued-table'
import type { Viewer } from '@/domain/permissions'
import { amendmentsOf } from '@/domain/plan-changes'
import type { DutyRole } from '@/domain/words'

type Time = { today: Day; now: Instant }
type OfTask = { number: number; version: number | 'latest'; formId: string; document: DocumentRef }
export type NewWording = Partial<Pick<IssuedRow, 'goal' | 'title' | 'measure' | 'deadline' | 'other'>>

/** What the document does not touch is left out of `wording`. Refused as the command `amend` is (domain/duty-changes.ts). */
export function amendTask(
  database: Database,
  viewer: Viewer,
  { number, version, formId, document, wording, on }: OfTask & { wording: NewWording; on: Day },
  time: Time,
): Promise<Outcome> {
  return inWritableLedger<Outcome>(database, async (tx) => {
    const loaded = await loadTask(tx, viewer, number)
    if (!loaded) return 'hidden'
    const { task } = loaded
    const [goal] = await tx.select().from(goals).where(eq(goals.id, task.goalId))
    const before: IssuedRow = {
      number,
      goal: { number: goal?.number ?? 0, name: goal?.name ?? '', text: goal?.issuedText ?? '' },
      title: task.title,
      measure: task.measure,
      departments: [],
      deadline: amendedDeadline(task) ?? issuedDeadline(task),
      line: task.sourceLine,
      ...otherCells(task),
    }
    const given = Object.fromEntries(Object.entries(wording).filter(([, value]) => value !== undefined))
    const changes = amendmentsOf(before, { ...before, ...given }, wording.other !== undefined) ?? {}
    return changeTaskIn(tx, viewer, { number, version, formId, command: { do: 'amend', document, changes, on } }, time)
  })
}

/** `departments` are all that are responsible from today on. Refused as the command `reassign` is; `department-ended` for one that is no more. */
export function reassignTask(
  database: Database,
  viewer: Viewer,
  { number, version, formId, document, departments: wanted }: OfTask & { departments: { departmentId: string; role: DutyRole }[] },
  time: Time,
): Promise<Outcome> {
  return inWritableLedger<Outcome>(database, async (tx) => {
    const loaded = await loadTask(tx, viewer, number)
    if (!loaded) return 'hidden'
    const given = await named(tx, wanted)
    if (!given) return { refused: 'department-ended', field: 'departments' }
    const before = loaded.duties.map(({ departmentId, role }) => ({ departmentId, role }))
    const command = { do: 'reassign', document, departments: given, before: (await named(tx, before, true)) ?? [] } as const
    return changeTaskIn(tx, viewer, { number, version, formId, command }, time)
  })
}

/** With the names of today; null where one is unknown, or is no more. */
async function named(tx: Db, duties: { departmentId: string; role: DutyRole }[], endedToo = false): Promise<Assigned[] | null> {
  const ids = duties.map(({ departmentId }) => departmentId)
  const found = await tx.select().from(departments).where(inArray(departments.id, ids))
  const names = new Map(found.flatMap(({ id, name, endedOn }) => (endedToo || endedOn === null ? [[id, name] as const] : [])))
  const result = duties.flatMap(({ departmentId, role }) => {
    const name = names.get(departmentId)
    return name === undefined ? [] : [{ departmentId, name, role }]
  })
  return result.length === duties.length ? result : null
}
