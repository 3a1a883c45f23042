import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { inChunks } from '@/db/commands/chunks'
import { renewSearchText } from '@/db/commands/follow-documents'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { inWritableLedger } from '@/db/commands/writable'
import { departments, duties, tasks } from '@/db/schema'
import { departmentAliases, departmentNames } from '@/db/schema-documents'
import { type Day, FOREVER, type Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import type { DocumentRef } from '@/domain/document-ref'
import { documentFault } from '@/domain/duty-changes'
import { canDecide, type Viewer } from '@/domain/permissions'

export type RenameOutcome = { renamed: { from: string; to: string } } | Refusal | 'hidden'

/**
 * A department has another name from today on, by a document (rule 18); what it was called before stays with the days before. Refused:
 * `nothing-changed`, `name-taken`, `department-ended`, and what is wrong with the document. Hidden from all but supervisors.
 */
export function renameDepartment(
  database: Database,
  viewer: Viewer,
  { departmentId, name: given, document }: { departmentId: string; name: string; document: DocumentRef },
  { today, now }: { today: Day; now: Instant },
): Promise<RenameOutcome> {
  if (!canDecide(viewer)) return Promise.resolve('hidden')
  const name = given.trim()
  const fault = documentFault(document, today) ?? (name ? null : ({ refused: 'text-required', field: 'name' } as const))
  if (fault) return Promise.resolve(fault)
  return inWritableLedger<RenameOutcome>(database, async (tx) => {
    const [department] = await tx.select().from(departments).where(eq(departments.id, departmentId))
    if (!department) return 'hidden'
    if (department.endedOn !== null) return { refused: 'department-ended', field: 'departmentId' }
    if (department.name === name) return { refused: 'nothing-changed', field: 'name' }
    const [taken] = await tx.select({ id: departments.id }).from(departments).where(eq(departments.name, name))
    if (taken) return { refused: 'name-taken', field: 'name' }
    // renamed twice on one day, it never had the name in between
    await tx.insert(departmentNames).values({ departmentId, name: department.name, toDay: today }).onConflictDoNothing()
    await tx.update(departments).set({ name }).where(eq(departments.id, departmentId))
    // its own name is no other name, and no other department's
    await tx.delete(departmentAliases).where(eq(departmentAliases.alias, name))
    const concerned = await tx
      .select({ task: tasks })
      .from(tasks)
      .innerJoin(duties, and(eq(duties.taskId, tasks.id), eq(duties.departmentId, departmentId), eq(duties.toDay, FOREVER)))
    await inChunks(
      concerned.map(({ task }) => task),
      TASKS_AT_ONCE,
      {},
      (some) => renewSearchText(tx, some),
    )
    const payload = { document, from: department.name, to: name }
    await recordOfficeEvent(tx, { subject: 'department', subjectId: departmentId, kind: 'renamed', payload }, viewer, now)
    return { renamed: { from: department.name, to: name } }
  })
}

const TASKS_AT_ONCE = 50
