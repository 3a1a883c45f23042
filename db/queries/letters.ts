import type { Db } from '@/db/client'
import { isState } from '@/db/queries/as-of'
import type { Plan } from '@/db/queries/current-plan'
import { type Duty, type TaskRow, taskRows } from '@/db/queries/task-rows'
import { daysBetween } from '@/domain/calendar'
import { type Letter, type LetterKind, type LetterTask, reminderLetter, taskCard } from '@/domain/letters'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'
import { planOf } from '@/domain/task-number'

/** `plans` are all of the ledger's; `departmentId` narrows to one. */
export type LettersWanted = Scope & { kind: LetterKind; departmentId?: string; plans: readonly Plan[]; demo: boolean }
export type DepartmentLetter = { departmentId: string; department: string; tasks: number; letter: Letter }

/** The letters that there is a reason to write, one per department, in official order; two queries. An officer gets the own department's. */
export async function letters(db: Db, viewer: Viewer, wanted: LettersWanted): Promise<DepartmentLetter[]> {
  const { kind, asOf, plan, departmentId, plans, demo } = wanted
  const rows = await taskRows(db, viewer, { asOf, knownAt: wanted.knownAt, plan, where: isState('not_started', 'in_progress', 'claimed') })
  const own = viewer.departmentId ?? departmentId
  const parts = rows.flatMap((row) => row.duties.map((duty) => ({ duty, row }))).filter(({ duty }) => !own || duty.departmentId === own)
  const byDepartment = Map.groupBy(parts, ({ duty }) => duty.departmentId)
  return [...byDepartment.values()].flatMap((some) => {
    const duty = some[0]?.duty
    if (!duty) return []
    const concerned = plans.filter(({ number }) => some.some(({ row }) => planOf(row.number) === number))
    const first = concerned[0]
    const head = {
      plans: concerned.map(({ title }) => title),
      department: duty.department,
      issuer: first?.officeName ?? first?.issuer ?? '',
      asOf,
      demo,
    }
    const tasks = some.map(({ row, duty: part }) => letterTask(row, part, asOf))
    const letter = kind === 'reminder' ? reminderLetter(head, tasks) : taskCard(head, tasks)
    const listed = letter?.tables.reduce((sum, { rows: told }) => sum + told.length, 0) ?? 0
    return letter ? [{ departmentId: duty.departmentId, department: duty.department, tasks: listed, letter }] : []
  })
}

function letterTask(row: TaskRow, duty: Duty, asOf: string): LetterTask {
  const { deadline, lead, cooperating } = row
  const leads = duty.role === 'lead'
  return {
    number: row.number,
    title: row.title,
    measure: row.measure,
    deadline: deadline.issued,
    approvedDueOn: deadline.approvedDueOn === deadline.issuedDueOn ? null : deadline.approvedDueOn,
    light: row.light,
    progress: row.progress,
    expected: row.expected,
    daysLate: row.daysLate.approved,
    daysLeft: deadline.approvedDueOn === null ? null : daysBetween(asOf, deadline.approvedDueOn),
    lastReportOn: row.lastReportOn,
    leads,
    others: leads
      ? cooperating.map(({ department }) => department).join('、')
      : [lead.department, lead.contact, lead.phone].filter(Boolean).join(' '),
  }
}
