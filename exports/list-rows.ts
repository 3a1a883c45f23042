// A list in the words of a language: what stands above it, its rows and its headings.
import { createTranslator } from 'use-intl/core'
import type { TaskRow } from '@/db/queries/task-rows'
import type { LedgerLabels, LedgerRow } from '@/documents/write/ledger-columns'
import type { OverdueLabels, OverdueRow } from '@/documents/write/overdue-xlsx'
import type { SheetHead } from '@/documents/write/sheet'
import { type Day, dayInShanghai } from '@/domain/calendar'
import { numberText, planOf, rowOf } from '@/domain/task-number'
import { type Basis, LIGHTS, STATES } from '@/domain/words'
import type { ExportWanted } from '@/exports/export-list'
import { dayText } from '@/messages/day-text'
import en from '@/messages/en.json'
import type { Locale } from '@/messages/locales'
import zhCN from '@/messages/zh-CN.json'

export type Translator = ReturnType<typeof translator>
export const translator = (locale: Locale) => createTranslator({ locale, messages: locale === 'en' ? (en as typeof zhCN) : zhCN })

export function sheetHead({ scope, asOf, knownAt, basis, locale, maker, madeAt, planTitle, demo }: ExportWanted, t: Translator): SheetHead {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(madeAt))
  const made = t('export.madeBy', { maker, day: dayText(dayInShanghai(madeAt), locale), time })
  const speaksOf = [
    t('export.asOfBasis', { day: dayText(asOf, locale), basis: t(`bases.${basis}`) }),
    knownAt ? t('scope.knownOn', { day: dayText(dayInShanghai(knownAt), locale) }) : '',
  ]
    .filter(Boolean)
    .join('　')
  return {
    name: t(`export.name.${scope}`),
    title: `${planTitle} ${t(`export.name.${scope}`)}`,
    subtitle: [demo ? `${t('app.demoBoth')}　${speaksOf}` : speaksOf, made],
    footer: t('export.footer'),
  }
}

// A file of one plan numbers its rows as issued; one of all plans names the plan as the pages do.
export function numbersShown(rows: readonly TaskRow[], plan: number | undefined): (row: TaskRow) => { shown?: string } {
  const several = plan === undefined && rows.some(({ number }) => planOf(number) > 1)
  return ({ number }) => (several ? { shown: numberText(number) } : {})
}

export function ledgerRow(row: TaskRow, basis: Basis, t: Translator): LedgerRow {
  const { number, title, measure, deadline, state, light, progress, expected, completedOn } = row
  return {
    plan: planOf(number),
    number: rowOf(number),
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

export function overdueRow(row: TaskRow, t: Translator): OverdueRow {
  const text = lastReport(row, t)
  return {
    number: rowOf(row.number),
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

export function ledgerLabels(basis: Basis, t: Translator): LedgerLabels {
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

export function overdueLabels(t: Translator): OverdueLabels {
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
