import { readGoalHeading } from '@/documents/read/goal-heading'
import { compact } from '@/documents/read/source-grid'
import type { Choices, ReadRole, Recognition } from '@/documents/recognition'
import { type Deadline, readDeadline } from '@/domain/deadline'
import type { IssuedTable } from '@/domain/issued-table'
import type { PlanLayout } from '@/domain/plan-layout'

/**
 * What was settled when a plan was imported, found again in the plan itself: so that its own table, brought in once more, is not asked
 * about again. `read` is the table as read without it; a person's own answers go before these.
 */
export function rememberedChoices({ table, layout }: { table: IssuedTable; layout: PlanLayout }, read: Recognition): Choices {
  const inOrder = table.rows.every(({ number }, i) => number === i + 1)
  const goalsDiffer = table.rows.some(({ goal }) => (readGoalHeading(goal.text)?.number ?? goal.number) !== goal.number)
  const columns = columnsAs(layout, read)
  return {
    title: table.title,
    deadlines: deadlinesOf(table.rows.map(({ deadline }) => deadline)),
    ...(!inOrder && { acceptGaps: true }),
    ...(inOrder && goalsDiffer && layout.goals !== 'none' && { renumber: true }),
    ...(columns && { columns }),
  }
}

/** Both answers; of two to one question, that of `own`. */
export const withOwn = (remembered: Choices, own: Choices): Choices => ({
  ...remembered,
  ...own,
  deadlines: { ...remembered.deadlines, ...own.deadlines },
  departments: { ...remembered.departments, ...own.departments },
  acceptGaps: own.acceptGaps || remembered.acceptGaps,
  renumber: own.renumber || remembered.renumber,
})

/** What deadlines in no known form were said to mean; nothing where they were said to mean several things. */
function deadlinesOf(deadlines: readonly Deadline[]): Record<string, string> {
  const meanings = new Map<string, Set<string>>()
  for (const { issued, precision, dueOn } of deadlines) {
    if (issued === '' || readDeadline(issued)) continue
    const means = dueOn === null ? '长期坚持' : precision === 'month' ? dueOn.slice(0, 7) : dueOn
    meanings.set(issued, (meanings.get(issued) ?? new Set()).add(means))
  }
  return Object.fromEntries([...meanings].flatMap(([issued, means]) => (means.size === 1 ? [[issued, [...means][0] ?? '']] : [])))
}

/** The roles that the plan's columns had, by their headings; undefined where they are read so anyhow. */
function columnsAs(layout: PlanLayout, { tables }: Recognition): Choices['columns'] {
  const roleOf = new Map<string, ReadRole>(layout.columns.map(({ heading, role }) => [compact(heading), role]))
  const columns: NonNullable<Choices['columns']> = {}
  for (const { index, leftOut, columns: read } of tables) {
    const roles = read.map(({ heading, role }) => (role === 'ignored' ? role : (roleOf.get(compact(heading)) ?? role)))
    const isSame = roles.every((role, i) => role === read[i]?.role)
    if (!leftOut && !isSame && new Set(roles).has('title')) columns[index] = roles
  }
  return Object.keys(columns).length > 0 ? columns : undefined
}
