import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { changeTaskIn, type Outcome } from '@/db/commands/change-task'
import { loadTask, responsibleFor } from '@/db/commands/task-record'
import { inWritableLedger } from '@/db/commands/writable'
import { visibleTo } from '@/db/queries/visible-to'
import { tasks } from '@/db/schema'
import type { Day, Instant } from '@/domain/calendar'
import { canActAsLead, type Viewer } from '@/domain/permissions'
import { numberText } from '@/domain/task-number'

/**
 * A task refers to another, perhaps in another plan: both by their numbers in the ledger. Refused: `unknown-task` for one that the viewer
 * cannot see, `refers-to-itself`, `referred-already`, `not-permitted`. It is removed by the command `remove_reference`.
 */
export function referTask(
  database: Database,
  viewer: Viewer,
  { number, to, formId }: { number: number; to: number; formId: string },
  time: { today: Day; now: Instant },
): Promise<Outcome> {
  return inWritableLedger<Outcome>(database, async (tx) => {
    const loaded = await loadTask(tx, viewer, number)
    if (!loaded) return 'hidden'
    if (!canActAsLead(viewer, responsibleFor(loaded))) return { refused: 'not-permitted' }
    if (number === to) return { refused: 'refers-to-itself', field: 'number' }
    const [other] = await tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.number, to), visibleTo(viewer)))
    if (!other) return { refused: 'unknown-task', field: 'number' }
    // no title: whoever reads this task's history need not be one who may see the other
    const command = { do: 'refer', taskId: other.id, note: numberText(to) } as const
    return changeTaskIn(tx, viewer, { number, version: null, formId, command }, time)
  })
}
