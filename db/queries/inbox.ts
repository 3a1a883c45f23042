// The messages to a person and to their department, grouped by what they are about, the group with the newest on top.
import { and, count, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { inboxOf } from '@/db/queries/nav-counts'
import { numbersNudged } from '@/db/queries/nudged'
import { visibleTo } from '@/db/queries/visible-to'
import { tasks, users } from '@/db/schema'
import { messages, notices } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import { type MessageKind, type MessageWords, wordsFor } from '@/domain/messages'
import { noticeLabel } from '@/domain/notices'
import type { Viewer } from '@/domain/permissions'

export type InboxMessage = {
  id: string
  kind: MessageKind
  words: MessageWords
  at: Instant
  /** Who of the department read it first, and when; null while unread. */
  read: { at: Instant; by: string } | null
}

/** `task` is null for those that are about none, or about one that the viewer may not see any more. */
export type InboxGroup = {
  key: string
  task: { number: number; title: string } | null
  notice: { id: string; label: string } | null
  nudgeId: string | null
  /** The tasks of the nudge that the viewer may see, by number. */
  nudged: number[]
  /** Newest first, at most MESSAGES_SHOWN of them. */
  messages: InboxMessage[]
  total: number
  unread: number
}

export type Inbox = { groups: InboxGroup[]; page: number; groupsInAll: number; unread: number; newestAt: Instant | null }

export const GROUPS_PER_PAGE = 50
export const MESSAGES_SHOWN = 20
const OTHER = 'other'

/** What a message is about: its task, else its notice or nudge; the rest stands together. */
export const aboutOf: SQL<string> = sql<string>`coalesce(${messages.taskId}, ${messages.noticeId}, ${messages.nudgeId}, ${OTHER})`

/** Three queries, a fourth where there are nudges. Pages count from 1; one that lies beyond the end is the last one. */
export async function inbox(db: Db, viewer: Viewer, { unreadOnly, page }: { unreadOnly: boolean; page: number }): Promise<Inbox> {
  const wanted = and(inboxOf(viewer), unreadOnly ? isNull(messages.readAt) : undefined)
  const [all] = await db
    .select({
      groups: sql<number>`cast(count(distinct case when ${unreadOnly ? isNull(messages.readAt) : sql`1 = 1`} then ${aboutOf} end) as integer)`,
      unread: sql<number>`cast(coalesce(sum(case when ${messages.readAt} is null then 1 else 0 end), 0) as integer)`,
      newestAt: sql<Instant | null>`max(${messages.createdAt})`,
    })
    .from(messages)
    .where(inboxOf(viewer))
  const groupsInAll = all?.groups ?? 0
  const shown = Math.min(page, Math.max(1, Math.ceil(groupsInAll / GROUPS_PER_PAGE)))
  const found = await db
    .select({ key: aboutOf.as('about'), total: count() })
    .from(messages)
    .leftJoin(tasks, eq(tasks.id, messages.taskId))
    .where(wanted)
    .groupBy(sql`1`)
    .orderBy(desc(sql`max(${messages.createdAt})`), sql`min(${tasks.number})`, sql`1`)
    .limit(GROUPS_PER_PAGE)
    .offset((shown - 1) * GROUPS_PER_PAGE)
  const rows = await newestOf(
    db,
    viewer,
    wanted,
    found.map(({ key }) => key),
  )
  const nudged = await numbersNudged(
    db,
    viewer,
    rows.flatMap(({ message }) => message.nudgeId ?? []),
  )
  const byGroup = Map.groupBy(rows, (row) => row.about)
  return {
    page: shown,
    groupsInAll,
    unread: all?.unread ?? 0,
    newestAt: all?.newestAt ?? null,
    groups: found.map(({ key, total }) => groupOf(key, total, byGroup.get(key) ?? [], nudged)),
  }
}

type Row = Awaited<ReturnType<typeof newestOf>>[number]

async function newestOf(db: Db, viewer: Viewer, wanted: SQL | undefined, keys: readonly string[]) {
  if (keys.length === 0) return []
  const ranked = db
    .select({
      id: messages.id,
      about: aboutOf.as('about'),
      rank: sql<number>`row_number() over (partition by ${aboutOf} order by ${messages.createdAt} desc, ${messages.id})`.as('rank'),
      unread: sql<number>`cast(sum(case when ${messages.readAt} is null then 1 else 0 end) over (partition by ${aboutOf}) as integer)`.as(
        'unread',
      ),
    })
    .from(messages)
    .where(and(wanted, inArray(aboutOf, [...keys])))
    .as('ranked')
  return db
    .select({
      about: ranked.about,
      unread: ranked.unread,
      message: messages,
      number: tasks.number,
      title: tasks.title,
      noticeMark: notices.mark,
      noticeYear: notices.year,
      noticeNumber: notices.number,
      reader: sql<string>`coalesce(nullif(${users.name}, ''), ${users.username}, '')`,
    })
    .from(ranked)
    .innerJoin(messages, eq(messages.id, ranked.id))
    .leftJoin(tasks, and(eq(tasks.id, messages.taskId), visibleTo(viewer)))
    .leftJoin(notices, eq(notices.id, messages.noticeId))
    .leftJoin(users, eq(users.id, messages.readBy))
    .where(sql`${ranked.rank} <= ${MESSAGES_SHOWN}`)
    .orderBy(desc(messages.createdAt), messages.id)
}

function groupOf(key: string, total: number, rows: readonly Row[], nudged: ReadonlyMap<string, number[]>): InboxGroup {
  const [first] = rows
  const { noticeMark: mark, noticeYear: year, noticeNumber: number } = first ?? {}
  return {
    key,
    total,
    unread: first?.unread ?? 0,
    task: first?.number != null && first.title != null ? { number: first.number, title: first.title } : null,
    notice:
      first?.message.noticeId && mark && year && number ? { id: first.message.noticeId, label: noticeLabel({ mark, year, number }) } : null,
    nudgeId: first?.message.nudgeId ?? null,
    nudged: nudged.get(first?.message.nudgeId ?? '') ?? [],
    messages: rows.map(({ message, number, reader }) => ({
      id: message.id,
      kind: message.kind as MessageKind,
      words: wordsFor(message, number !== null),
      at: message.createdAt,
      read: message.readAt === null ? null : { at: message.readAt, by: reader },
    })),
  }
}
