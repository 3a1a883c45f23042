// A form that comes twice counts once: what it did is kept under its id, with what it was about.
import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { submissions } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

/** What a form is for: `task 47`, `nudge`, `issue notice`, or a step of a notice by its id. */
export type Subject = `task ${number}` | 'nudge' | 'issue notice' | `${string} notice ${string}`

/** What this person's form of this id did before; `stale` if that was about something else. Null if the form is new. */
export async function submittedBefore<Done>(
  tx: Db,
  viewer: Viewer,
  formId: string,
  about: Subject,
): Promise<{ done: Done } | { refused: 'stale' } | null> {
  const [row] = await tx
    .select({ outcome: submissions.outcome })
    .from(submissions)
    .where(and(eq(submissions.userId, viewer.userId), eq(submissions.id, formId)))
  if (!row) return null
  const earlier = JSON.parse(row.outcome) as { about?: Subject; done: Done }
  return earlier.about === about ? { done: earlier.done } : { refused: 'stale' }
}

/** In the transaction of what was done. */
export async function rememberSubmission(
  tx: Db,
  viewer: Viewer,
  formId: string,
  about: Subject,
  done: unknown,
  now: Instant,
): Promise<void> {
  await tx.insert(submissions).values({ id: formId, userId: viewer.userId, outcome: JSON.stringify({ about, done }), createdAt: now })
}
