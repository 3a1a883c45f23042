import { captionIn } from '@/documents/read/find-title'
import type { UnderstoodTable } from '@/documents/read/understand-tables'
import type { SourceDocument } from '@/documents/source-document'
import { isStateLine } from '@/documents/state-columns'
import { type ColumnRole, type LayoutColumn, type PlanLayout, standardLayout } from '@/domain/plan-layout'

/** How the list was laid out: the columns of its first table and what further tables add, the words above and below. */
export function readLayout(
  document: SourceDocument,
  tables: readonly UnderstoodTable[],
  title: string,
  goals: PlanLayout['goals'],
  notes: readonly string[],
): PlanLayout {
  const included = tables.filter(({ leftOut }) => !leftOut)
  const [first] = included
  const source = first && document.tables[first.index]
  const above = first ? linesAbove(document, first) : []
  const caption = goals === 'tables' ? captionIn(above, true) : null
  const columns: LayoutColumn[] = []
  const standard = standardLayout(title)
  const usual = (role: ColumnRole) =>
    (document.kind === 'text' || document.kind === 'csv' ? standard.columns.find((column) => column.role === role)?.width : null) ?? null
  for (const { index, headings, names, roles } of included) {
    roles.forEach(({ role }, i) => {
      const heading = (role === 'other' ? names[i] : headings[i]?.heading) ?? ''
      const group = headings[i]?.group
      if (role === 'ignored' || columns.some((column) => column.role === role && (role !== 'other' || column.heading === heading))) return
      columns.push({ role, heading, width: document.tables[index]?.widths[i] ?? usual(role), ...(group !== undefined && { group }) })
    })
  }
  return {
    source: document.kind,
    page: source?.page ?? standard.page,
    above: above.filter((line) => line !== caption && !isStateLine(line)),
    below: [...included.slice(1).flatMap(between(document, goals)), ...notes, ...document.tables.flatMap(({ below }) => below)].filter(
      (line) => !isStateLine(line),
    ),
    columns,
    goals,
  }
}

/** What stands between two tables goes below them, but for the caption that names a goal. */
const between = (document: SourceDocument, goals: PlanLayout['goals']) => (table: UnderstoodTable) => {
  const lines = linesAbove(document, table)
  const caption = goals === 'tables' ? captionIn(lines, false) : null
  return lines.filter((line) => line !== caption)
}

/** The paragraphs above a table, and the rows above its header. */
export const linesAbove = (document: SourceDocument, { index, rowsAbove }: UnderstoodTable): string[] => [
  ...(document.tables[index]?.above ?? []),
  ...rowsAbove,
]
