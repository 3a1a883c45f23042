import type { ChangesView } from '@/components/plans/changes-preview'
import type { IssuedRow } from '@/domain/issued-table'
import type { PlanChanges } from '@/domain/plan-changes'
import { numberText, taskNumber, taskPath } from '@/domain/task-number'

/** What a table changes of a plan, with the numbers that people see; `plan` is the plan's number. */
export function changesView(changes: PlanChanges, plan: number): ChangesView {
  const named = ({ number, title }: { number: number; title: string }) => {
    const inLedger = taskNumber(plan, number)
    return { path: taskPath(inLedger), number: numberText(inLedger), title }
  }
  return {
    added: changes.added.map(({ number, row }) => ({
      ...named({ number, title: row.title }),
      path: null,
      departments: row.departments,
      deadline: row.deadline.issued,
    })),
    changed: changes.changed.flatMap(({ amended, ...row }) => (amended ? [{ ...named(row), fields: fieldsOf(amended) }] : [])),
    reassigned: changes.changed.flatMap(({ reassigned, ...row }) =>
      reassigned ? [{ ...named(row), from: reassigned.from, to: reassigned.to }] : [],
    ),
    removed: changes.removed.map(named),
    leftClosed: changes.leftClosed.map(named),
    reappeared: changes.reappeared.map(named),
    renumbered: changes.renumbered.length,
    unchanged: changes.unchanged,
  }
}

type Fields = ChangesView['changed'][number]['fields']

function fieldsOf({ goal, title, measure, deadline, other }: NonNullable<PlanChanges['changed'][number]['amended']>): Fields {
  const cells = (all: IssuedRow['other'] = {}) =>
    Object.entries(all)
      .map(([heading, text]) => `${heading}：${text}`)
      .join('；')
  return [
    ...(goal ? [{ field: 'goal' as const, from: goal.from.text, to: goal.to.text }] : []),
    ...(title ? [{ field: 'title' as const, ...title }] : []),
    ...(measure ? [{ field: 'measure' as const, ...measure }] : []),
    ...(deadline ? [{ field: 'deadline' as const, from: deadline.from.issued, to: deadline.to.issued }] : []),
    ...(other ? [{ field: 'other' as const, from: cells(other.from), to: cells(other.to) }] : []),
  ]
}
