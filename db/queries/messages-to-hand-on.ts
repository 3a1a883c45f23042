// What the inbox holds and the outbox does not know yet, with where it could go.
import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { hasDuty } from '@/db/queries/visible-to'
import { departments, tasks, users } from '@/db/schema'
import { deliveries, messages } from '@/db/schema-supervision'
import type { Day } from '@/domain/calendar'
import { type MessageKind, type MessageWords, wordsFor } from '@/domain/messages'

export type WaitingMessage = {
  id: string
  departmentId: string | null
  department: string | null
  userId: string | null
  kind: MessageKind
  words: MessageWords
  urgent: boolean
  isRead: boolean
}

/** Oldest first; the urgent ones only, or all. What speaks of a task that the recipient may not see today is there without its words. */
export async function messagesToHandOn(tx: Db, urgentOnly: boolean): Promise<WaitingMessage[]> {
  const rows = await tx
    .select({ message: messages, department: departments.name, seen: tasks.id })
    .from(messages)
    .leftJoin(departments, eq(departments.id, messages.departmentId))
    .leftJoin(users, eq(users.id, messages.userId))
    .leftJoin(tasks, and(eq(tasks.id, messages.taskId), visibleToRecipient))
    .where(and(isNull(messages.handedOnAt), isNull(messages.cancelledAt), urgentOnly ? eq(messages.urgent, true) : undefined))
    .orderBy(messages.createdAt, messages.id)
  return rows.map(({ message, department, seen }) => ({
    id: message.id,
    departmentId: message.departmentId,
    department,
    userId: message.userId,
    kind: message.kind as MessageKind,
    words: wordsFor(message, seen !== null),
    urgent: message.urgent,
    isRead: message.readAt !== null,
  }))
}

// visibleTo for all recipients at once
const visibleToRecipient = or(
  inArray(users.role, ['supervisor', 'leader']),
  hasDuty(sql`coalesce(${messages.departmentId}, case when ${users.role} = 'officer' then ${users.departmentId} end)`),
)

/** The addresses of those who can sign in, by person and, for officers, by department. */
export async function mailAddresses(tx: Db): Promise<{ ofPerson: Map<string, string>; ofDepartment: Map<string, string[]> }> {
  const people = await tx
    .select({ id: users.id, departmentId: users.departmentId, email: users.email })
    .from(users)
    .where(and(isNull(users.disabledAt), isNotNull(users.email), ne(users.email, '')))
    .orderBy(users.username)
  const ofDepartment = new Map<string, string[]>()
  for (const { departmentId, email } of people)
    if (departmentId && email) ofDepartment.set(departmentId, [...(ofDepartment.get(departmentId) ?? []), email])
  return { ofPerson: new Map(people.flatMap(({ id, email }) => (email ? [[id, email] as const] : []))), ofDepartment }
}

export const digestKey = (recipientId: string, day: Day, channel: string): string => `digest:${recipientId}:${day}:${channel}`

/** Who had that day's digest already, by department or person. */
export async function hadDigest(tx: Db, day: Day): Promise<Set<string>> {
  const rows = await tx
    .select({ departmentId: deliveries.departmentId, userId: deliveries.userId })
    .from(deliveries)
    .where(eq(deliveries.digestOn, day))
  return new Set(rows.flatMap(({ departmentId, userId }) => departmentId ?? userId ?? []))
}
