import { isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { newId } from '@/db/ids'
import { users } from '@/db/schema'
import { messages } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import type { MessageKind, MessageWords, Recipient } from '@/domain/messages'

/** `key` names the thing and the period; every recipient is told of it once. */
export type Reminder = { to: Recipient; kind: MessageKind; words: MessageWords; key: string; taskId?: string; noticeId?: string }

const ROWS_AT_ONCE = 500

/** Writes the reminders that are not written yet, in one transaction; a role is everyone who has it today. Answers those that were new. */
export async function postReminders(database: Database, reminders: readonly Reminder[], now: Instant): Promise<MessageKind[]> {
  if (reminders.length === 0) return []
  return database.inTransaction(async (tx) => {
    const people = await tx.select({ id: users.id, role: users.role }).from(users).where(isNull(users.disabledAt))
    const rows = reminders.flatMap(({ to, kind, words, key, taskId, noticeId }): (typeof messages.$inferInsert)[] => {
      const row = { kind, payload: JSON.stringify(words), taskId, noticeId, createdAt: now }
      if ('departmentId' in to) return [{ ...row, id: newId(), departmentId: to.departmentId, key: `${key}:${to.departmentId}` }]
      return people.filter(({ role }) => role === to.role).map(({ id }) => ({ ...row, id: newId(), userId: id, key: `${key}:${id}` }))
    })
    const written: MessageKind[] = []
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const added = await tx
        .insert(messages)
        .values(rows.slice(at, at + ROWS_AT_ONCE))
        .onConflictDoNothing()
        .returning({ kind: messages.kind })
      written.push(...added.map(({ kind }) => kind as MessageKind))
    }
    return written
  })
}
