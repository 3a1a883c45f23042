import type { RawTable } from '@/documents/read/raw-tasks'
import type { ReadDuties } from '@/documents/read/read-departments'
import type { Proof, RecognisedRow } from '@/documents/recognition'

/** Counts what was read against the source: each row, each department as it was written, each deadline. */
export function proofOf(
  rows: readonly RecognisedRow[],
  duties: readonly ReadDuties[],
  { counts }: RawTable,
  raws: readonly string[],
): Proof {
  const unsettled = rows.filter((row) => row.unsettled).length
  const { sourceRows, goalRows, notes, repeatedHeaders } = counts
  const notUnderstood = counts.notUnderstood + unsettled
  return {
    sourceRows,
    understood: rows.length - unsettled,
    goalRows,
    notes,
    repeatedHeaders,
    notUnderstood,
    duties: rows.reduce((sum, row) => sum + row.departments.length, 0),
    departments: departmentsOf(rows, duties),
    deadlines: deadlinesOf(rows, raws),
  }
}

function departmentsOf(rows: readonly RecognisedRow[], duties: readonly ReadDuties[]): Proof['departments'] {
  const byName = new Map<string, Proof['departments'][number]>()
  rows.forEach(({ departments }, i) =>
    departments.forEach(({ name, role }, j) => {
      const one = byName.get(name) ?? { name, leads: 0, cooperates: 0, written: [] }
      byName.set(name, one)
      if (role === 'lead') one.leads++
      else one.cooperates++
      const as = duties[i]?.written[j] ?? name
      const spelling = one.written.find((other) => other.as === as)
      if (spelling) spelling.times++
      else one.written.push({ as, times: 1 })
    }),
  )
  return [...byName.values()]
}

function deadlinesOf(rows: readonly RecognisedRow[], raws: readonly string[]): Proof['deadlines'] {
  const byText = new Map<string, Proof['deadlines'][number]>()
  rows.forEach(({ deadline, unsettled }, i) => {
    const written = raws[i] ?? ''
    const isOpen = unsettled?.includes('deadline')
    const one = byText.get(written) ?? {
      written,
      means: isOpen ? '' : (deadline.dueOn ?? deadline.precision),
      dueOn: deadline.dueOn,
      times: 0,
    }
    one.times++
    byText.set(written, one)
  })
  return [...byText.values()]
}
