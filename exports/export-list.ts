// A list of tasks as a file, the same for the page's button and for the command line: what is on the screen, as of the chosen day.
// Rows come from the queries, bytes from documents/; here the two meet.

import type { Db } from '@/db/client'
import { type LedgerFilter, matching, orderedBy, type Sort } from '@/db/queries/ledger-filter'
import { overduePage } from '@/db/queries/overdue-page'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { writeColumnsCsv } from '@/documents/write/csv'
import { ledgerColumns } from '@/documents/write/ledger-columns'
import { writeLedgerJson } from '@/documents/write/ledger-json'
import { writeLedgerXlsx } from '@/documents/write/ledger-xlsx'
import { overdueDocx } from '@/documents/write/overdue-docx'
import { overdueColumns, writeOverdueXlsx } from '@/documents/write/overdue-xlsx'
import type { Instant } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import type { Scope as Within } from '@/domain/scope'
import type { Basis } from '@/domain/words'
import { issuedFile } from '@/exports/issued-file'
import {
  ledgerLabels,
  ledgerRow,
  numbersShown,
  overdueLabels,
  overdueRow,
  sheetHead,
  type Translator,
  translator,
} from '@/exports/list-rows'
import type { Locale } from '@/messages/locales'

export const FORMATS = ['xlsx', 'docx', 'csv', 'json'] as const
export type Format = (typeof FORMATS)[number]
export const SCOPES = ['ledger', 'overdue'] as const
export type Scope = (typeof SCOPES)[number]
/** `issued`: each plan in the layout in which it was issued, for Word and Excel. */
export const LAYOUTS = ['list', 'issued'] as const
export type Layout = (typeof LAYOUTS)[number]

export type ExportWanted = Within & {
  scope: Scope
  format: Format
  /** The ledger only; a list unless said. In Word the ledger always has the issued layout, whose order is that of the plan. */
  layout?: Layout
  basis: Basis
  /** For the overdue list only `lead` and `onlyBasis` narrow it. */
  filter: LedgerFilter
  onlyBasis: boolean
  sort: Sort
  descending: boolean
  locale: Locale
  /** Who made it, in words, and when. */
  maker: string
  madeAt: Instant
  /** The title of the plan, or what all of them are called. */
  planTitle: string
  demo: boolean
}

export type ExportedFile = { name: string; type: string; bytes: Buffer }

const TYPES: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** The file for a list. All rows, not one page of them. `onRead` is called when they are read and the file is about to be written. */
export async function exportList(db: Db, viewer: Viewer, wanted: ExportWanted, onRead = () => {}): Promise<ExportedFile> {
  const t = translator(wanted.locale)
  const rows = await rowsOf(db, viewer, wanted)
  onRead()
  const name = `${t(`export.name.${wanted.scope}`)}_${wanted.asOf}.${wanted.format}`
  const bytes = isIssued(wanted) ? await issuedFile(db, rows, wanted, t) : await bytesOf(rows, wanted, t)
  return { name, type: TYPES[wanted.format], bytes }
}

const isIssued = ({ scope, format, layout }: ExportWanted): boolean =>
  scope === 'ledger' && (format === 'docx' || (format === 'xlsx' && layout === 'issued'))

async function rowsOf(db: Db, viewer: Viewer, wanted: ExportWanted): Promise<TaskRow[]> {
  const { scope, asOf, knownAt, plan, basis, filter, onlyBasis, sort, descending } = wanted
  const within = { asOf, knownAt, plan }
  if (scope === 'ledger') {
    const orderBy = isIssued(wanted) ? undefined : orderedBy(sort, descending)
    return taskRows(db, viewer, { ...within, where: matching(filter, asOf, viewer), orderBy })
  }
  const { rows } = await overduePage(db, viewer, { ...within, only: onlyBasis ? basis : undefined, lead: filter.lead, pageSize: null })
  return rows
}

async function bytesOf(rows: TaskRow[], wanted: ExportWanted, t: Translator): Promise<Buffer> {
  const shown = numbersShown(rows, wanted.plan)
  const ledger = rows.map((row) => ({ ...ledgerRow(row, wanted.basis, t), ...shown(row) }))
  if (wanted.format === 'json') return Buffer.from(writeLedgerJson(ledger))
  if (wanted.scope === 'ledger') {
    const labels = ledgerLabels(wanted.basis, t)
    return wanted.format === 'csv'
      ? Buffer.from(writeColumnsCsv(ledgerColumns(labels), ledger))
      : writeLedgerXlsx({ ...sheetHead(wanted, t), labels, rows: ledger })
  }
  const labels = overdueLabels(t)
  const overdue = rows.map((row) => ({ ...overdueRow(row, t), ...shown(row) }))
  if (wanted.format === 'csv') return Buffer.from(writeColumnsCsv(overdueColumns(labels), overdue))
  const sheet = { ...sheetHead(wanted, t), labels, rows: overdue }
  return wanted.format === 'docx' ? Buffer.from(await overdueDocx(sheet, wanted.demo ? [t('app.demoBoth')] : [])) : writeOverdueXlsx(sheet)
}
