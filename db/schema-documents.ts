// The tables of the documents that come in and go out: imports, bulletins, work summaries; and what departments were and are called.
import { sql } from 'drizzle-orm'
import { columns } from '@/db/columns'
import { departments, oneOf, plans, taskEvents, tasks, users } from '@/db/schema'
import type { Basis } from '@/domain/words'

const { table, text, integer, index, uniqueIndex, primaryKey, foreignKey, check } = columns

/** A department's former names: `name` held until `toDay`, exclusive. The present one stands with the department. */
export const departmentNames = table(
  'department_names',
  {
    departmentId: text('department_id')
      .notNull()
      .references(() => departments.id),
    name: text('name').notNull(),
    toDay: text('to_day').notNull(),
  },
  (t) => [primaryKey({ columns: [t.departmentId, t.toDay] })],
)

/** Other names that a person confirmed once: 卫健局 is 区卫生健康局. */
export const departmentAliases = table(
  'department_aliases',
  {
    alias: text('alias').primaryKey(),
    departmentId: text('department_id')
      .notNull()
      .references(() => departments.id),
    confirmedBy: text('confirmed_by').references(() => users.id),
    confirmedAt: text('confirmed_at').notNull(),
  },
  (t) => [index('department_aliases_department').on(t.departmentId)],
)

export const IMPORT_KINDS = ['plan', 'sheet'] as const

/**
 * A file that was brought in, as it was read, with what its reader answered since: an issued table that becomes or changes a plan, or a
 * department's own sheet that was filled in offline.
 */
export const imports = table(
  'imports',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<(typeof IMPORT_KINDS)[number]>().notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    fileName: text('file_name').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    createdAt: text('created_at').notNull(),
    /** What was read (documents/source-document.ts), as JSON. */
    source: text('source').notNull(),
    /** What the reader answered, as JSON. */
    choices: text('choices').notNull(),
    /** The department whose sheet it is. */
    departmentId: text('department_id').references(() => departments.id),
    /** What a form must have seen. */
    version: integer('version').notNull().default(1),
    /** Null until it was carried out: then what came of it, as JSON, and the plan. */
    doneAt: text('done_at'),
    outcome: text('outcome'),
    planId: text('plan_id').references(() => plans.id),
  },
  (t) => [index('imports_user').on(t.userId, t.createdAt), check('imports_kind', oneOf(t.kind, IMPORT_KINDS))],
)

/** A bulletin. Drafts carry no number; an issued one keeps its figures and rows for good and is printed from them (rules 9 and 17). */
export const bulletins = table(
  'bulletins',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plans.id),
    /** Null while it is a draft. */
    number: integer('number'),
    asOf: text('as_of').notNull(),
    basis: text('basis').$type<Basis>().notNull(),
    /** The paragraphs that a person may write, as JSON. */
    prose: text('prose').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    /** What a form must have seen. */
    version: integer('version').notNull().default(1),
    /** The issued bulletin that this one compares with; null for the first. */
    previousId: text('previous_id'),
    /** All null while it is a draft. Figures and rows as canonical JSON, and the SHA-256 of it as hex. */
    figures: text('figures'),
    sha256: text('sha256'),
    /** Title, issuer, who issued it and in what post, as they were, as JSON. */
    imprint: text('imprint'),
    issuedAt: text('issued_at'),
    signedName: text('signed_name'),
    signedPost: text('signed_post'),
    signedOn: text('signed_on'),
  },
  (t) => [
    uniqueIndex('bulletins_number').on(t.planId, t.number),
    index('bulletins_issued').on(t.issuedAt),
    foreignKey({ columns: [t.previousId], foreignColumns: [t.id] }),
    check('bulletins_number_positive', sql`${t.number} is null or ${t.number} > 0`),
    check(
      'bulletins_issued_whole',
      sql`(${t.number} is null) = (${t.figures} is null) and (${t.number} is null) = (${t.issuedAt} is null) and (${t.number} is null) = (${t.sha256} is null) and (${t.number} is null) = (${t.signedName} is null)`,
    ),
  ],
)

/** A work summary, assembled from the records of a period and edited since. */
export const summaries = table(
  'summaries',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plans.id),
    /** The department whose work it sums up; null for the whole plan. */
    departmentId: text('department_id').references(() => departments.id),
    /** Of which days it speaks, both inclusive. */
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    title: text('title').notNull(),
    /** Its sections, as JSON (domain/work-summary.ts). */
    text: text('text').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    changedAt: text('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('summaries_plan').on(t.planId, t.toDay), check('summaries_days', sql`${t.fromDay} <= ${t.toDay}`)],
)

/** Which task refers to which, folded from the events that said so. */
export const taskReferences = table(
  'task_references',
  {
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    /** The event that referred. */
    seq: integer('seq').notNull(),
    toTaskId: text('to_task_id')
      .notNull()
      .references(() => tasks.id),
    note: text('note').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.seq] }),
    uniqueIndex('task_references_once').on(t.taskId, t.toTaskId),
    index('task_references_to').on(t.toTaskId),
    foreignKey({ columns: [t.taskId, t.seq], foreignColumns: [taskEvents.taskId, taskEvents.seq] }),
  ],
)
