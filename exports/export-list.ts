// A list of tasks as a file, the same for the page's button and for the command line: what is on the screen, as of the chosen day.
// Rows come from the queries, bytes from documents/; here the two meet.
import { createTranslator } from 'use-intl/core'
import type { Db } from '@/db/client'
import { type LedgerFilter, matching, orderedBy, type Sort } from '@/db/queries/ledger-filter'
import { overduePage } from '@/db/queries/overdue-page'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { writeColumnsCsv } from '@/documents/write/csv'
import { type LedgerLabels, type LedgerRow, ledgerColumns } from '@/documents/write/ledger-columns'
import { writeLedgerJson } from '@/documents/write/ledger-json'
import { writeLedgerXlsx } from '@/documents/write/ledger-xlsx'
import { type OverdueLabels, type OverdueRow, overdueColumns, writeOverdueXlsx } from '@/documents/write/overdue-xlsx'
import type { SheetHead } from '@/documents/write/sheet'
import { type Day, dayInShanghai, type Instant } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import { type Basis, LIGHTS, STATES } from '@/domain/words'
import { dayText } from '@/messages/day-text'
import en from '@/messages/en.json'
import type { Locale } from '@/messages/locales'
import zhCN from '@/messages/zh-CN.json'

export const FORMATS = ['xlsx', 'csv', 'json'] as const
export type Format = (typeof FORMATS)[number]
export const SCOPES = ['ledger', 'overdue'] as const
export type Scope = (typeof SCOPES)[number]

export type ExportWanted = {
  scope: Scope
  format: Format
  asOf: Day
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
  planTitle: string
  demo: boolean
}

export type ExportedFile = { name: string; type: string; bytes: Buffer }

const TYPES: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** The file for a list. All rows, not one page of them. */
export async function exportList(db: Db, viewer: Viewer, wanted: ExportWanted): Promise<ExportedFile> {
  const rows = await rowsOf(db, viewer, wanted)
  const t = translator(wanted.locale)
  const name = `${t(`export.name.${wanted.scope}`)}_${wanted.asOf}.${wanted.format}`
  return { name, type: TYPES[wanted.format], bytes: await bytesOf(rows, wanted, t) }
}

async function rowsOf(
  db: Db,
  viewer: Viewer,
  { scope, asOf, basis, filter, onlyBasis, sort, descending }: ExportWanted,
): Promise<TaskRow[]> {
  if (scope === 'ledger') return taskRows(db, viewer, { asOf, where: matching(filter, asOf, viewer), orderBy: orderedBy(sort, descending) })
  const { rows } = await overduePage(db, viewer, { asOf, only: onlyBasis ? basis : undefined, lead: filter.lead, pageSize: null })
  return rows
}

async function bytesOf(rows: TaskRow[], wanted: ExportWanted, t: Translator): Promise<Buffer> {
  const ledger = rows.map((row) => ledgerRow(row, wanted.basis, t))
  if (wanted.format === 'json') return Buffer.from(writeLedgerJson(ledger))
  if (wanted.scope === 'ledger') {
    const labels = ledgerLabels(wanted.basis, t)
    return wanted.format === 'csv'
      ? Buffer.from(writeColumnsCsv(ledgerColumns(labels), ledger))
      : writeLedgerXlsx({ ...sheetHead(wanted, t), labels, rows: ledger })
  }
  const labels = overdueLabels(t)
  const overdue = rows.map((row) => overdueRow(row, t))
  return wanted.format === 'csv'
    ? Buffer.from(writeColumnsCsv(overdueColumns(labels), overdue))
    : writeOverdueXlsx({ ...sheetHead(wanted, t), labels, rows: overdue })
}

type Translator = ReturnType<typeof translator>
const translator = (locale: Locale) => createTranslator({ locale, messages: locale === 'en' ? (en as typeof zhCN) : zhCN })

function sheetHead({ scope, asOf, basis, locale, maker, madeAt, planTitle, demo }: ExportWanted, t: Translator): SheetHead {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(madeAt))
  const made = t('export.madeBy', { maker, day: dayText(dayInShanghai(madeAt), locale), time })
  const speaksOf = t('export.asOfBasis', { day: dayText(asOf, locale), basis: t(`bases.${basis}`) })
  return {
    name: t(`export.name.${scope}`),
    title: `${planTitle} ${t(`export.name.${scope}`)}`,
    subtitle: [demo ? `${t('app.demoBoth')}　${speaksOf}` : speaksOf, made],
    footer: t('export.footer'),
  }
}

function ledgerRow(row: TaskRow, basis: Basis, t: Translator): LedgerRow {
  const { number, title, measure, deadline, state, light, progress, expected, completedOn } = row
  return {
    number,
    title,
    measure,
    state,
    light,
    progress,
    expected,
    completedOn,
    goal: row.goal.text,
    departments: row.duties.map(({ department, role }) => ({ name: department, role })),
    deadline: { issued: deadline.issued, precision: deadline.precision, dueOn: deadline.issuedDueOn },
    deadlineApproved: extended(row),
    ...track(row),
    overdueDays: row.daysLate[basis],
    lastReport: lastReport(row, t),
  }
}

function overdueRow(row: TaskRow, t: Translator): OverdueRow {
  const text = lastReport(row, t)
  return {
    number: row.number,
    light: row.light,
    title: row.title,
    measure: row.measure,
    lead: row.lead.department,
    cooperating: row.cooperating.map((duty) => duty.department),
    deadlineIssued: row.deadline.issued,
    daysLateIssued: row.daysLate.issued,
    deadlineApproved: extended(row),
    daysLateApproved: row.daysLate.approved,
    ...track(row),
    progress: row.progress,
    contact: row.lead.contact || row.lead.phone ? { name: row.lead.contact, phone: row.lead.phone } : null,
    lastReport: row.lastReportOn && text ? { on: row.lastReportOn, text } : null,
  }
}

const extended = ({ deadline }: TaskRow): Day | null => (deadline.approvedDueOn === deadline.issuedDueOn ? null : deadline.approvedDueOn)

const track = ({ extensions, extensionSeq, checked }: TaskRow) => ({ extensions, extensionRequested: extensionSeq !== null, checked })

/** The last text, and that nothing changed since where a later "no change" said so; null if nothing was ever reported. */
function lastReport({ lastReport: report, lastReportOn }: TaskRow, t: Translator): string | null {
  if (!report) return lastReportOn === null ? null : t('eventKinds.no_change')
  return lastReportOn !== null && lastReportOn > report.on ? `${report.done}（${t('eventKinds.no_change')}）` : report.done
}

function ledgerLabels(basis: Basis, t: Translator): LedgerLabels {
  return {
    columns: {
      number: t('terms.number'),
      goal: t('terms.goal'),
      title: t('terms.title'),
      measure: t('terms.measure'),
      departments: t('terms.departments'),
      deadline: t('terms.deadline'),
      deadlineApproved: t('terms.approvedDeadline'),
      ...trackLabels(t),
      light: t('terms.light'),
      state: t('terms.state'),
      progress: t('export.progress'),
      expected: t('export.expected'),
      overdueDays: t('export.overdueDays', { basis: t(`bases.${basis}`) }),
      completedOn: t('terms.completionDay'),
      lastReport: t('terms.lastReport'),
    },
    lights: words(LIGHTS, (light) => t(`lights.${light}`)),
    states: words(STATES, (state) => t(`states.${state}`)),
    waiting: t('export.waiting'),
  }
}

function overdueLabels(t: Translator): OverdueLabels {
  const late = (basis: Basis) => t('export.overdueDays', { basis: t(`bases.${basis}`) })
  return {
    columns: {
      number: t('terms.number'),
      light: t('terms.light'),
      title: t('terms.title'),
      measure: t('terms.measure'),
      lead: t('terms.leadDepartment'),
      cooperating: t('terms.cooperatingDepartments'),
      deadlineIssued: t('terms.issuedDeadline'),
      daysLateIssued: late('issued'),
      deadlineApproved: t('terms.approvedDeadline'),
      daysLateApproved: late('approved'),
      ...trackLabels(t),
      progress: t('export.progress'),
      contact: t('export.contact'),
      lastReport: t('terms.lastReport'),
    },
    lights: words(LIGHTS, (light) => t(`lights.${light}`)),
    unchanged: t('export.notExtended'),
    never: t('terms.never'),
    waiting: t('export.waiting'),
  }
}

const trackLabels = (t: Translator) => ({
  extensions: t('export.extensions'),
  extensionRequested: t('export.extensionRequested'),
  checked: t('export.checked'),
})

function words<K extends string>(codes: readonly K[], word: (code: K) => string): Record<K, string> {
  return Object.fromEntries(codes.map((code) => [code, word(code)])) as Record<K, string>
}
