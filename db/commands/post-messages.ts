// Messages are written in the transaction of what they tell; the clockwork hands them on to the outside (jobs/).
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { newId } from '@/db/ids'
import { users } from '@/db/schema'
import { messages } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'
import { messagesOf, type NewMessage } from '@/domain/messages'
import type { Responsible } from '@/domain/permissions'

/** What a message hangs on; `key` makes it once only. */
export type About = { taskId?: string; seq?: number; noticeId?: string; nudgeId?: string; key?: string }

/** Tells those concerned of a task's new events, and takes back what told of a retracted one. */
export async function tellOfEvents(
  tx: Db,
  task: { id: string; number: number; title: string },
  responsible: Responsible,
  events: readonly TaskEvent[],
): Promise<void> {
  for (const event of events) {
    if (event.kind === 'retracted') await takeBack(tx, task.id, event.payload.seq, event.recordedAt)
    const told = messagesOf(event, responsible).map((message) => ({
      ...message,
      words: { number: task.number, title: task.title, ...message.words },
    }))
    await post(tx, told, { taskId: task.id, seq: event.seq }, event.recordedAt, event.actor.userId)
  }
}

/** Writes messages; a role is everyone who has it today, but for `exceptUserId`. A key that exists already is left as it is. */
export async function post(
  tx: Db,
  told: readonly NewMessage[],
  about: About,
  createdAt: Instant,
  exceptUserId: string | null,
): Promise<number> {
  const rows: (typeof messages.$inferInsert)[] = []
  for (const { to, kind, urgent, words } of told) {
    const row = { kind, urgent, payload: JSON.stringify(words), createdAt, ...about }
    if ('departmentId' in to) rows.push({ id: newId(), departmentId: to.departmentId, ...row, key: keyFor(about, to.departmentId) })
    else
      for (const { id } of await peopleOf(tx, to.role))
        if (id !== exceptUserId) rows.push({ id: newId(), userId: id, ...row, key: keyFor(about, id) })
  }
  if (rows.length === 0) return 0
  return (await tx.insert(messages).values(rows).onConflictDoNothing().returning({ id: messages.id })).length
}

const keyFor = ({ key }: About, recipientId: string): string | null => (key === undefined ? null : `${key}:${recipientId}`)

const peopleOf = (tx: Db, role: 'supervisor' | 'leader'): Promise<{ id: string }[]> =>
  tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, role), isNull(users.disabledAt)))

async function takeBack(tx: Db, taskId: string, seq: number, at: Instant): Promise<void> {
  await tx
    .update(messages)
    .set({ cancelledAt: at })
    .where(and(eq(messages.taskId, taskId), inArray(messages.seq, [seq]), isNull(messages.cancelledAt)))
}
