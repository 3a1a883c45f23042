import type { LedgerRow } from '@/documents/write/ledger-columns'

/** The rows as a JSON array in a fixed order of keys, indented by two spaces, with a newline at the end. Texts are as issued. */
export function writeLedgerJson(rows: Omit<LedgerRow, 'expected' | 'completedOn' | 'lastReport'>[]): string {
  const plain = rows.map(({ departments, deadline, ...row }) => ({
    plan: row.plan,
    number: row.number,
    goal: row.goal,
    title: row.title,
    measure: row.measure,
    departments: departments.map(({ name, role }) => ({ name, role })),
    deadline: { issued: deadline.issued, precision: deadline.precision, dueOn: deadline.dueOn },
    deadlineApproved: row.deadlineApproved,
    extensions: row.extensions,
    extensionRequested: row.extensionRequested,
    state: row.state,
    light: row.light,
    progress: row.progress,
    checked: row.checked,
    overdueDays: row.overdueDays,
  }))
  return `${JSON.stringify(plain, null, 2)}\n`
}
