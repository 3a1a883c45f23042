import type { LedgerRow } from '@/documents/write/ledger-columns'

/** The rows as a JSON array in a fixed order of keys, indented by two spaces, with a newline at the end. Texts are as issued. */
export function writeLedgerJson(rows: Omit<LedgerRow, 'deadlineApproved' | 'expected' | 'completedOn' | 'lastReport'>[]): string {
  const plain = rows.map(({ number, goal, title, measure, departments, deadline, state, light, progress, overdueDays }) => ({
    number,
    goal,
    title,
    measure,
    departments: departments.map(({ name, role }) => ({ name, role })),
    deadline: { issued: deadline.issued, precision: deadline.precision, dueOn: deadline.dueOn },
    state,
    light,
    progress,
    overdueDays,
  }))
  return `${JSON.stringify(plain, null, 2)}\n`
}
