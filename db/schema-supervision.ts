// The tables of the supervision loop: files, notices, nudges, messages and what sends them. See db/schema.ts for days and instants.
import { sql } from 'drizzle-orm'
import { columns } from '@/db/columns'
import { departments, oneOf, plans, tasks, users } from '@/db/schema'
import { NOTICE_COLOURS, NOTICE_STATES, type NoticeColour, type NoticeState } from '@/domain/notices'
import type { Role } from '@/domain/words'

const { table, text, integer, boolean, index, uniqueIndex, primaryKey, check } = columns

/** Evidence files. The content lies outside the database under `storedName`; a file that no event names after a day is swept away. */
export const files = table(
  'files',
  {
    id: text('id').primaryKey(),
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    name: text('name').notNull(),
    /** Media type, as judged by the content. */
    type: text('type').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    storedName: text('stored_name').notNull(),
    uploadedBy: text('uploaded_by')
      .notNull()
      .references(() => users.id),
    uploadedAt: text('uploaded_at').notNull(),
    /** The event that names it; null until then. */
    seq: integer('seq'),
  },
  (t) => [uniqueIndex('files_stored_name').on(t.storedName), index('files_task').on(t.taskId, t.seq)],
)

/** The days that differ from Monday to Friday, and the names of holidays. */
export const calendarDays = table(
  'calendar_days',
  {
    day: text('day').primaryKey(),
    kind: text('kind').$type<'holiday' | 'workday'>().notNull(),
    name: text('name').notNull().default(''),
  },
  (t) => [check('calendar_days_kind', oneOf(t.kind, ['holiday', 'workday']))],
)

/** The years whose arrangement was published. */
export const calendarYears = table('calendar_years', {
  year: integer('year').primaryKey(),
  published: boolean('published').notNull(),
})

/** Supervision notices. What it says is stored as it was at issue. */
export const notices = table(
  'notices',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plans.id),
    mark: text('mark').notNull(),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    colour: text('colour').$type<NoticeColour>().notNull(),
    departmentId: text('department_id')
      .notNull()
      .references(() => departments.id),
    demand: text('demand').notNull(),
    replyBy: text('reply_by').notNull(),
    issuedOn: text('issued_on').notNull(),
    issuedAt: text('issued_at').notNull(),
    issuedBy: text('issued_by')
      .notNull()
      .references(() => users.id),
    issuer: text('issuer').notNull(),
    redHead: boolean('red_head').notNull(),
    /** All that it says, as it was at issue (domain/notice-text.ts), as JSON. */
    text: text('text').notNull(),
    signedName: text('signed_name'),
    signedPost: text('signed_post'),
    signedOn: text('signed_on'),
    state: text('state').$type<NoticeState>().notNull(),
    /** Days; null until it happened. A returned reply empties `repliedOn`. */
    acknowledgedOn: text('acknowledged_on'),
    repliedOn: text('replied_on'),
    closedOn: text('closed_on'),
    voidedOn: text('voided_on'),
    /** Sequence number of its latest event. */
    version: integer('version').notNull(),
  },
  (t) => [
    uniqueIndex('notices_number').on(t.mark, t.year, t.number),
    index('notices_department').on(t.departmentId, t.state),
    check('notices_colour', oneOf(t.colour, NOTICE_COLOURS)),
    check('notices_state', oneOf(t.state, NOTICE_STATES)),
    check('notices_signed', sql`(${t.signedName} is null) = (${t.signedOn} is null)`),
    check('notices_number_positive', sql`${t.number} > 0`),
  ],
)

/** The tasks of a notice, in the order in which it names them. */
export const noticeTasks = table(
  'notice_tasks',
  {
    noticeId: text('notice_id')
      .notNull()
      .references(() => notices.id),
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.noticeId, t.taskId] }), index('notice_tasks_task').on(t.taskId)],
)

export const OFFICE_SUBJECTS = ['plan', 'notice', 'calendar', 'feed', 'delivery', 'department', 'bulletin', 'summary'] as const
export type OfficeSubject = (typeof OFFICE_SUBJECTS)[number]

/** What happened to anything but tasks and accounts: appended, never changed (rule 7). */
export const officeEvents = table(
  'office_events',
  {
    subject: text('subject').$type<OfficeSubject>().notNull(),
    subjectId: text('subject_id').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').notNull(),
    recordedAt: text('recorded_at').notNull(),
    actorId: text('actor_id').references(() => users.id),
    actorName: text('actor_name').notNull(),
    actorPost: text('actor_post').notNull(),
    actorRole: text('actor_role').$type<Role | 'system'>().notNull(),
    actorDepartmentId: text('actor_department_id').references(() => departments.id),
    actorDepartmentName: text('actor_department_name'),
    payload: text('payload').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subject, t.subjectId, t.seq] }),
    index('office_events_recorded').on(t.recordedAt),
    check('office_events_subject', oneOf(t.subject, OFFICE_SUBJECTS)),
  ],
)

/** One nudge to one department, about all tasks that were chosen. */
export const nudges = table(
  'nudges',
  {
    id: text('id').primaryKey(),
    departmentId: text('department_id')
      .notNull()
      .references(() => departments.id),
    day: text('day').notNull(),
    text: text('text').notNull(),
    createdAt: text('created_at').notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => users.id),
    byName: text('by_name').notNull(),
    /** The lead that nudged; null when a supervisor did. */
    byDepartmentId: text('by_department_id').references(() => departments.id),
  },
  (t) => [
    index('nudges_department').on(t.departmentId, t.createdAt),
    index('nudges_time').on(t.createdAt),
    index('nudges_by').on(t.byDepartmentId, t.createdAt),
  ],
)

/** A department is nudged about a task at most once a day. */
export const nudgeTasks = table(
  'nudge_tasks',
  {
    nudgeId: text('nudge_id')
      .notNull()
      .references(() => nudges.id),
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    departmentId: text('department_id')
      .notNull()
      .references(() => departments.id),
    day: text('day').notNull(),
    /** The task's event that tells of it. */
    seq: integer('seq').notNull(),
  },
  (t) => [primaryKey({ columns: [t.nudgeId, t.taskId] }), uniqueIndex('nudge_tasks_once_a_day').on(t.taskId, t.departmentId, t.day)],
)

/** The in-app inbox, of a department or of a person. `kind` and `payload` are put into words when it is read. */
export const messages = table(
  'messages',
  {
    id: text('id').primaryKey(),
    departmentId: text('department_id').references(() => departments.id),
    userId: text('user_id').references(() => users.id),
    kind: text('kind').notNull(),
    taskId: text('task_id').references(() => tasks.id),
    /** The event that it tells of; if that is taken back, so is the message. */
    seq: integer('seq'),
    noticeId: text('notice_id').references(() => notices.id),
    nudgeId: text('nudge_id').references(() => nudges.id),
    payload: text('payload').notNull(),
    createdAt: text('created_at').notNull(),
    /** Makes a reminder once per period, whatever restarts or runs twice; null for what an event tells. */
    key: text('key'),
    /** Goes out at once, not with the day's digest. */
    urgent: boolean('urgent').notNull().default(false),
    readAt: text('read_at'),
    readBy: text('read_by').references(() => users.id),
    cancelledAt: text('cancelled_at'),
    /** When it was handed to the outbox: at once, or with a digest; null until then. */
    handedOnAt: text('handed_on_at'),
  },
  (t) => [
    uniqueIndex('messages_key').on(t.key),
    index('messages_department').on(t.departmentId, t.readAt, t.createdAt),
    index('messages_user').on(t.userId, t.readAt, t.createdAt),
    index('messages_event').on(t.taskId, t.seq),
    index('messages_nudge').on(t.nudgeId),
    index('messages_not_handed_on').on(t.handedOnAt, t.createdAt),
    check('messages_recipient', sql`(${t.departmentId} is null) <> (${t.userId} is null)`),
  ],
)

/** The outbox: written in the transaction of what it tells, sent at least once. */
export const deliveries = table(
  'deliveries',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull(),
    channel: text('channel').$type<'email' | 'wecom' | 'dingtalk' | 'feishu'>().notNull(),
    departmentId: text('department_id').references(() => departments.id),
    userId: text('user_id').references(() => users.id),
    /** Addresses as a JSON array; empty for robots. */
    addresses: text('addresses').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    /** The day of the digest that it is; null for what went at once. */
    digestOn: text('digest_on'),
    createdAt: text('created_at').notNull(),
    /** The earliest instant of the next attempt. */
    dueAt: text('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    sentAt: text('sent_at'),
    /** Given up; an administrator may send it again. */
    failedAt: text('failed_at'),
    lastError: text('last_error'),
  },
  (t) => [
    uniqueIndex('deliveries_key').on(t.key),
    index('deliveries_due').on(t.sentAt, t.failedAt, t.dueAt),
    index('deliveries_digest').on(t.digestOn),
    check('deliveries_channel', oneOf(t.channel, ['email', 'wecom', 'dingtalk', 'feishu'])),
  ],
)

export const deliveryMessages = table(
  'delivery_messages',
  {
    deliveryId: text('delivery_id')
      .notNull()
      .references(() => deliveries.id),
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
  },
  (t) => [primaryKey({ columns: [t.deliveryId, t.messageId] }), index('delivery_messages_message').on(t.messageId)],
)

/** Who runs the clockwork, and until when: of several servers one at a time. */
export const leases = table('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: text('until').notNull(),
})

export const jobRuns = table(
  'job_runs',
  {
    id: text('id').primaryKey(),
    job: text('job').notNull(),
    holder: text('holder').notNull(),
    startedAt: text('started_at').notNull(),
    finishedAt: text('finished_at'),
    /** What it did, as JSON; null while it runs or if it failed. */
    outcome: text('outcome'),
    error: text('error'),
  },
  (t) => [index('job_runs_time').on(t.startedAt), index('job_runs_job').on(t.job, t.startedAt)],
)

/** Calendar addresses. Only the hash of the token is kept. */
export const calendarFeeds = table(
  'calendar_feeds',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    tokenHash: text('token_hash').notNull(),
    createdAt: text('created_at').notNull(),
    revokedAt: text('revoked_at'),
  },
  (t) => [uniqueIndex('calendar_feeds_token').on(t.tokenHash), index('calendar_feeds_user').on(t.userId, t.revokedAt)],
)
