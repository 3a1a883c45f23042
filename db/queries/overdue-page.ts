import { and, eq, inArray, or } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { overdueOn } from '@/db/queries/as-of'
import { departmentNameOn } from '@/db/queries/department-name'
import { inScope } from '@/db/queries/scope'
import { leadOn, type TaskRow, taskRows } from '@/db/queries/task-rows'
import { departments, duties, taskStates, tasks } from '@/db/schema'
import { daysLate } from '@/domain/light'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'
import type { Basis } from '@/domain/words'

/** Per lead department, in official order: how many are overdue on each basis, and how many of those are claimed, their days standing still. */
export type OverdueDepartment = { departmentId: string; department: string; approved: number; issued: number; claimed: number }

export type OverduePage = {
  departments: OverdueDepartment[]
  total: { approved: number; issued: number; either: number; claimed: number }
  /** By lead department and, within it, the latest first. */
  rows: TaskRow[]
  page: number
  pages: number
}

/** `only` narrows to one basis; without it a task overdue on either is listed. `pageSize` null gives all rows, for exports. */
export async function overduePage(
  db: Db,
  viewer: Viewer,
  wanted: Scope & { only?: Basis; lead?: string; page?: number; pageSize: number | null },
): Promise<OverduePage> {
  const { asOf, only, lead, pageSize } = wanted
  const keys = await db
    .select({
      id: tasks.id,
      number: tasks.number,
      departmentId: departments.id,
      department: departmentNameOn(asOf),
      position: departments.position,
      state: taskStates.state,
      completedOn: taskStates.completedOn,
      issuedDueOn: taskStates.issuedDueOn,
      approvedDueOn: taskStates.approvedDueOn,
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .innerJoin(duties, leadOn(asOf))
    .innerJoin(departments, eq(departments.id, duties.departmentId))
    .where(
      and(inScope(viewer, wanted), or(overdueOn('approved', asOf), overdueOn('issued', asOf)), lead ? eq(departments.id, lead) : undefined),
    )
  const overdue = keys.map((key) => ({
    ...key,
    late: { approved: daysLate(key, 'approved', asOf), issued: daysLate(key, 'issued', asOf) },
  }))
  const listed = overdue
    .filter((key) => !only || key.late[only] > 0)
    .sort((a, b) => a.position - b.position || b.late.approved - a.late.approved || b.late.issued - a.late.issued || a.number - b.number)
  const size = pageSize ?? Math.max(1, listed.length)
  const pages = Math.max(1, Math.ceil(listed.length / size))
  const page = Math.min(Math.max(1, wanted.page ?? 1), pages)
  const shown = listed.slice((page - 1) * size, page * size).map((key) => key.id)
  return {
    departments: byDepartment(overdue),
    total: totals(overdue),
    rows: await inThatOrder(db, viewer, wanted, shown, listed),
    page,
    pages,
  }
}

type Key = { departmentId: string; department: string; position: number; state: string; late: Record<Basis, number> }

const totals = (keys: readonly Key[]) => ({
  approved: keys.filter((key) => key.late.approved > 0).length,
  issued: keys.filter((key) => key.late.issued > 0).length,
  either: keys.length,
  claimed: keys.filter((key) => key.late.approved > 0 && key.state === 'claimed').length,
})

function byDepartment(keys: readonly Key[]): OverdueDepartment[] {
  const groups = [...Map.groupBy(keys, (key) => key.departmentId).values()]
  return groups
    .sort((a, b) => (a[0]?.position ?? 0) - (b[0]?.position ?? 0))
    .map((own) => {
      const { approved, issued, claimed } = totals(own)
      return { departmentId: own[0]?.departmentId ?? '', department: own[0]?.department ?? '', approved, issued, claimed }
    })
}

const IDS_AT_ONCE = 10_000

async function inThatOrder(
  db: Db,
  viewer: Viewer,
  scope: Scope,
  ids: string[],
  listed: { id: string; number: number }[],
): Promise<TaskRow[]> {
  const rows: TaskRow[] = []
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    rows.push(
      ...(await taskRows(db, viewer, {
        asOf: scope.asOf,
        knownAt: scope.knownAt,
        where: inArray(tasks.id, ids.slice(at, at + IDS_AT_ONCE)),
      })),
    )
  }
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const wanted = new Set(ids)
  return listed.filter((key) => wanted.has(key.id)).flatMap((key) => byNumber.get(key.number) ?? [])
}
