// Days are text YYYY-MM-DD, instants UTC text with milliseconds; both compare as text. Open ends are FOREVER, not null.
// Nothing cascades: rows of business tables are never deleted.
import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { columns } from '@/db/columns'
import { FOREVER, FOREVER_AT } from '@/domain/calendar'
import type { Precision } from '@/domain/deadline'
import { EVENT_KINDS, type EventKind } from '@/domain/events'
import { DEFAULT_REPORT_DAY, type Rhythm } from '@/domain/reporting-periods'
import { DUTY_ROLES, type DutyRole, PARTS, type Part, ROLES, type Role, STATES, type State } from '@/domain/words'

const { table, text, integer, boolean, index, uniqueIndex, primaryKey, foreignKey, check } = columns

export const oneOf = (column: AnyColumn, words: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`

const ACCOUNT_EVENT_KINDS = [
  'added',
  'disabled',
  'enabled',
  'role_changed',
  'password_reset',
  'password_changed',
  'signed_in',
  'signed_out',
  'locked',
] as const
export type AccountEventKind = (typeof ACCOUNT_EVENT_KINDS)[number]

/** The single row that says what this database is for: `real`, `demo` or `test`. */
export const ledgers = table(
  'ledgers',
  {
    id: integer('id').primaryKey(),
    mark: text('mark').$type<'real' | 'demo' | 'test'>().notNull(),
    createdAt: text('created_at').notNull(),
    /** Which version of the fold its periods were made by; older ones are folded anew when the ledger is opened. */
    foldVersion: integer('fold_version').notNull().default(0),
  },
  (t) => [check('ledgers_single', sql`${t.id} = 1`), check('ledgers_mark', oneOf(t.mark, ['real', 'demo', 'test']))],
)

export const plans = table(
  'plans',
  {
    id: text('id').primaryKey(),
    /** In the order of import, from 1: part of its tasks' numbers. */
    number: integer('number').notNull().default(1),
    /** What lists of several plans call it; null means the title. */
    shortName: text('short_name'),
    title: text('title').notNull(),
    documentNumber: text('document_number'),
    issuer: text('issuer').notNull(),
    firstDay: text('first_day').notNull(),
    openedOn: text('opened_on').notNull(),
    /** How the issued table was laid out (domain/plan-layout.ts), as JSON; null means the standard layout. */
    layout: text('layout'),
    importedAt: text('imported_at').notNull(),
    behindPoints: integer('behind_points').notNull().default(20),
    dueSoonDays: integer('due_soon_days').notNull().default(30),
    lateEntryDays: integer('late_entry_days').notNull().default(7),
    signOffRequired: boolean('sign_off_required').notNull().default(true),
    rhythm: text('rhythm').$type<Rhythm>().notNull().default('monthly'),
    /** Reports are due by this day of a period's last month, inclusive; 1-28. */
    reportDay: integer('report_day').notNull().default(DEFAULT_REPORT_DAY),
    /** First day of the first period; null means the month after the ledger was opened. */
    reportingFrom: text('reporting_from'),
    /** 满督 in 满督〔2026〕1号; null means the issuer's first character and 督. */
    noticeMark: text('notice_mark'),
    redHead: boolean('red_head').notNull().default(true),
    /** The office that signs notices; null means the issuer. */
    officeName: text('office_name'),
    /** What the settings form must have seen. */
    version: integer('version').notNull().default(1),
  },
  (t) => [uniqueIndex('plans_number').on(t.number)],
)

export const goals = table(
  'goals',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plans.id),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    /** The cell as issued, with its numeral. */
    issuedText: text('issued_text').notNull(),
  },
  (t) => [uniqueIndex('goals_wording').on(t.planId, t.number, t.issuedText), check('goals_number_positive', sql`${t.number} > 0`)],
)

export const departments = table(
  'departments',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
    /** First day on which it is no more, merged into `mergedInto`; null while it stands. */
    endedOn: text('ended_on'),
    mergedInto: text('merged_into'),
  },
  (t) => [uniqueIndex('departments_name').on(t.name), uniqueIndex('departments_position').on(t.position)],
)

export const tasks = table(
  'tasks',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plans.id),
    goalId: text('goal_id')
      .notNull()
      .references(() => goals.id),
    /** In the whole ledger (domain/task-number.ts). */
    number: integer('number').notNull(),
    title: text('title').notNull(),
    measure: text('measure').notNull(),
    deadlineIssued: text('deadline_issued').notNull(),
    deadlinePrecision: text('deadline_precision').$type<Precision>().notNull(),
    issuedDueOn: text('issued_due_on'),
    /** The deadline as a later document gives it, null where none does; what was issued stays. */
    amendedDeadline: text('amended_deadline'),
    amendedPrecision: text('amended_precision').$type<Precision>(),
    amendedDueOn: text('amended_due_on'),
    /** Columns of the issued table that the ledger gives no meaning, by their headings, as JSON; null if there are none. */
    other: text('other'),
    addedOn: text('added_on').notNull(),
    sourceLine: integer('source_line').notNull(),
    /** Lower-case title, measure, goal and departments, and the pinyin initials of the short ones. */
    searchText: text('search_text').notNull(),
    /** Sequence number of the latest event of the task's own course: what a form must have seen (rule 14). */
    version: integer('version').notNull(),
  },
  (t) => [
    uniqueIndex('tasks_number').on(t.planId, t.number),
    index('tasks_in_order').on(t.number),
    index('tasks_goal').on(t.goalId, t.number),
    check('tasks_number_positive', sql`${t.number} > 0`),
    check('tasks_precision', oneOf(t.deadlinePrecision, ['day', 'month', 'none'])),
    check('tasks_due', sql`(${t.deadlinePrecision} = 'none') = (${t.issuedDueOn} is null)`),
  ],
)

export const duties = table(
  'duties',
  {
    id: text('id').primaryKey(),
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    departmentId: text('department_id')
      .notNull()
      .references(() => departments.id),
    role: text('role').$type<DutyRole>().notNull(),
    /** Order within the row as issued, from 0. */
    position: integer('position').notNull(),
    /** First day of the duty, inclusive, and its end, exclusive. */
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull().default(FOREVER),
    office: text('office').notNull().default(''),
    contact: text('contact').notNull().default(''),
    phone: text('phone').notNull().default(''),
    leaderInCharge: text('leader_in_charge').notNull().default(''),
    /** Today's part, folded from the confirmations. */
    part: text('part').$type<Part>().notNull().default('none'),
    partSince: text('part_since').notNull(),
    partNote: text('part_note').notNull().default(''),
    /** Entries on the department's behalf up to this sequence number have been seen by it (rule 16). */
    seenSeq: integer('seen_seq').notNull().default(0),
    /** Sequence number of the latest event of this duty (rule 14). */
    version: integer('version').notNull(),
  },
  (t) => [
    uniqueIndex('duties_once').on(t.taskId, t.departmentId, t.fromDay),
    uniqueIndex('duties_one_lead').on(t.taskId, t.fromDay).where(sql`role = 'lead'`),
    index('duties_department').on(t.departmentId, t.toDay, t.taskId),
    index('duties_lead').on(t.taskId, t.role, t.toDay, t.departmentId),
    check('duties_role', oneOf(t.role, DUTY_ROLES)),
    check('duties_part', oneOf(t.part, PARTS)),
    check('duties_days', sql`${t.fromDay} < ${t.toDay}`),
  ],
)

export const users = table(
  'users',
  {
    id: text('id').primaryKey(),
    username: text('username').notNull(),
    passwordHash: text('password_hash').notNull(),
    role: text('role').$type<Role>().notNull(),
    departmentId: text('department_id').references(() => departments.id),
    name: text('name').notNull().default(''),
    post: text('post').notNull().default(''),
    email: text('email'),
    /** Set while the password is a one-time one: the holder must choose an own password, name and post first. */
    mustSetPassword: boolean('must_set_password').notNull().default(true),
    disabledAt: text('disabled_at'),
    failedSignIns: integer('failed_sign_ins').notNull().default(0),
    lockedUntil: text('locked_until'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('users_username').on(t.username),
    check('users_role', oneOf(t.role, ROLES)),
    check('users_department', sql`(${t.role} = 'officer') = (${t.departmentId} is not null)`),
  ],
)

export const sessions = table(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('sessions_user').on(t.userId, t.endedAt)],
)

/** What happened to accounts: who did what to whom, for the audit trail. */
export const accountEvents = table(
  'account_events',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind').$type<AccountEventKind>().notNull(),
    /** Null when the system or the operator's command line did it. */
    actorId: text('actor_id').references(() => users.id),
    recordedAt: text('recorded_at').notNull(),
  },
  (t) => [
    index('account_events_time').on(t.recordedAt),
    index('account_events_user').on(t.userId, t.recordedAt),
    check('account_events_kind', oneOf(t.kind, ACCOUNT_EVENT_KINDS)),
  ],
)

export const taskEvents = table(
  'task_events',
  {
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    seq: integer('seq').notNull(),
    kind: text('kind').$type<EventKind>().notNull(),
    effectiveOn: text('effective_on').notNull(),
    recordedAt: text('recorded_at').notNull(),
    actorId: text('actor_id').references(() => users.id),
    actorName: text('actor_name').notNull(),
    actorPost: text('actor_post').notNull(),
    actorRole: text('actor_role').$type<Role | 'system'>().notNull(),
    actorDepartmentId: text('actor_department_id').references(() => departments.id),
    actorDepartmentName: text('actor_department_name'),
    onBehalfOf: text('on_behalf_of').references(() => departments.id),
    source: text('source'),
    /** The event that a retraction cancels. */
    retracts: integer('retracts'),
    /** Canonical JSON (RFC 8785). */
    payload: text('payload').notNull(),
    /** SHA-256 over the previous event's hash and every field of this one, as hex. */
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.seq] }),
    index('task_events_recorded').on(t.recordedAt),
    index('task_events_on_behalf').on(t.onBehalfOf, t.taskId, t.seq),
    uniqueIndex('task_events_retracted_once').on(t.taskId, t.retracts),
    foreignKey({ columns: [t.taskId, t.retracts], foreignColumns: [t.taskId, t.seq] }),
    check('task_events_retracts', sql`(${t.kind} = 'retracted') = (${t.retracts} is not null)`),
    check('task_events_kind', oneOf(t.kind, EVENT_KINDS)),
    check('task_events_actor', oneOf(t.actorRole, [...ROLES, 'system'])),
    check('task_events_seq', sql`${t.seq} > 0`),
    check('task_events_source', sql`(${t.onBehalfOf} is null) = (${t.source} is null)`),
  ],
)

export const taskStates = table(
  'task_states',
  {
    id: text('id').primaryKey(),
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to').notNull(),
    knownFrom: text('known_from').notNull(),
    knownTo: text('known_to').notNull().default(FOREVER_AT),
    state: text('state').$type<State>().notNull(),
    progress: integer('progress').notNull(),
    completedOn: text('completed_on'),
    closedOn: text('closed_on'),
    issuedDueOn: text('issued_due_on'),
    approvedDueOn: text('approved_due_on'),
    claimSeq: integer('claim_seq'),
    returnSeq: integer('return_seq'),
    lastReportSeq: integer('last_report_seq'),
    lastReportOn: text('last_report_on'),
    lateEntered: boolean('late_entered').notNull(),
    dueSoonFrom: text('due_soon_from'),
    behindFrom: text('behind_from'),
    overdueIssuedFrom: text('overdue_issued_from'),
    overdueApprovedFrom: text('overdue_approved_from'),
    extensions: integer('extensions').notNull().default(0),
    extensionSeq: integer('extension_seq'),
    checkedProgress: integer('checked_progress'),
    checkedSeq: integer('checked_seq'),
    gap: integer('gap').notNull().default(0),
    obstacles: integer('obstacles').notNull().default(0),
    instructions: integer('instructions').notNull().default(0),
    confirmed: text('confirmed').notNull().default(','),
    waiting: text('waiting').notNull().default(','),
    stageSeq: integer('stage_seq'),
    stageMissingFrom: text('stage_missing_from'),
  },
  (t) => [
    uniqueIndex('task_states_once').on(t.taskId, t.validFrom, t.knownFrom),
    index('task_states_task').on(t.taskId, t.knownTo, t.validTo, t.validFrom),
    index('task_states_claimed').on(t.state, t.knownTo, t.validTo),
    index('task_states_overdue').on(t.knownTo, t.validTo, t.overdueApprovedFrom),
    index('task_states_requested').on(t.knownTo, t.validTo, t.extensionSeq).where(sql`extension_seq is not null`),
    index('task_states_stage').on(t.knownTo, t.validTo, t.stageSeq).where(sql`stage_seq is not null`),
    foreignKey({ columns: [t.taskId, t.claimSeq], foreignColumns: [taskEvents.taskId, taskEvents.seq] }),
    foreignKey({ columns: [t.taskId, t.returnSeq], foreignColumns: [taskEvents.taskId, taskEvents.seq] }),
    foreignKey({ columns: [t.taskId, t.lastReportSeq], foreignColumns: [taskEvents.taskId, taskEvents.seq] }),
    check('task_states_state', oneOf(t.state, STATES)),
    check('task_states_progress', sql`${t.progress} between 0 and 100`),
    check('task_states_valid', sql`${t.validFrom} < ${t.validTo}`),
    check('task_states_known', sql`${t.knownFrom} < ${t.knownTo}`),
  ],
)

/** Forms that were carried out: posted twice, a form counts once and answers the same. */
export const submissions = table(
  'submissions',
  {
    id: text('id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    outcome: text('outcome').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.id] })],
)
