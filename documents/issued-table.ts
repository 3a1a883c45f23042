import type { IssuedRow as PlainRow } from '@/domain/issued-table'

/** The six columns of an issued table, in their order. */
export const COLUMNS = ['number', 'goal', 'title', 'measure', 'departments', 'deadline'] as const
export type ColumnName = (typeof COLUMNS)[number]

/** A row with the 1-based line of the source where each value stands, which for a merged cell is in a row above. */
export type IssuedRow = PlainRow & { cellLines: Record<ColumnName, number> }

export type IssuedTable = { title: string; rows: IssuedRow[] }
