import { and, asc } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { matching } from '@/db/queries/ledger-filter'
import { visibleTo } from '@/db/queries/visible-to'
import { tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

/** The first tasks, at most `limit`, that the viewer may see and in whose text every word occurs, as the ledger's search finds them. */
export function findTasks(db: Db, viewer: Viewer, words: string, today: Day, limit: number): Promise<{ number: number; title: string }[]> {
  return db
    .select({ number: tasks.number, title: tasks.title })
    .from(tasks)
    .where(and(visibleTo(viewer), matching({ q: words }, today)))
    .orderBy(asc(tasks.number))
    .limit(limit)
}
