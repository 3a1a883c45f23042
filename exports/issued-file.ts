// The rows of a list in the layouts in which their plans were issued, one plan after the other.
import type { Db } from '@/db/client'
import { currentPlan, type Plan, planName } from '@/db/queries/current-plan'
import { otherColumns } from '@/db/queries/other-columns'
import type { TaskRow } from '@/db/queries/task-rows'
import { type IssuedPlan, issuedDocx } from '@/documents/write/issued-docx'
import type { IssuedLayoutRow } from '@/documents/write/issued-layout'
import { issuedXlsx } from '@/documents/write/issued-xlsx'
import { type PlanLayout, standardLayout } from '@/domain/plan-layout'
import { planOf } from '@/domain/task-number'
import type { ExportWanted } from '@/exports/export-list'
import { ledgerLabels, ledgerRow, sheetHead, type Translator } from '@/exports/list-rows'

/** `rows` in the order of their numbers. A chosen plan stands there even without a row. */
export async function issuedFile(db: Db, rows: readonly TaskRow[], wanted: ExportWanted, t: Translator): Promise<Buffer> {
  const known = (await currentPlan(db))?.plans ?? []
  const byPlan = Map.groupBy(rows, ({ number }) => planOf(number))
  const asked = known.filter(({ number }) => byPlan.has(number) || number === wanted.plan)
  const chosen = asked.length > 0 ? asked : known.slice(0, 1)
  const other = await otherColumns(
    db,
    chosen.map(({ id }) => id),
    wanted,
  )
  const plans = chosen.map((plan): IssuedPlan => {
    const own = (byPlan.get(plan.number) ?? []).map((row) => issuedRow(row, other.get(row.number) ?? {}, wanted, t))
    const { title, issuer } = plan
    return { title, issuer, layout: layoutOf(plan), said: sheetHead(wanted, t).subtitle, rows: own, labels: ledgerLabels(wanted.basis, t) }
  })
  if (wanted.format === 'xlsx') return issuedXlsx(plans, tabs(chosen), t('export.footer'))
  return Buffer.from(await issuedDocx(plans, wanted.demo ? [t('app.demoBoth')] : []))
}

/** The layout as it was read on import; the standard one where the plan came from text. */
export const layoutOf = ({ layout, title }: Pick<Plan, 'layout' | 'title'>): PlanLayout =>
  layout === null ? standardLayout(title) : (JSON.parse(layout) as PlanLayout)

// The deadline as the plan and the documents since have it; an extension stands to the right.
const issuedRow = (row: TaskRow, other: Record<string, string>, { basis }: ExportWanted, t: Translator): IssuedLayoutRow => {
  const { office, contact, phone, leaderInCharge } = row.lead
  const { amended, issued, precision, issuedDueOn, approvedDueOn } = row.deadline
  const deadline = amended ?? { issued, precision, dueOn: issuedDueOn }
  const deadlineApproved = approvedDueOn === deadline.dueOn ? null : approvedDueOn
  return { state: { ...ledgerRow(row, basis, t), deadline, deadlineApproved }, contacts: { office, contact, phone, leaderInCharge }, other }
}

const TAB_AT_MOST = 31
const FORBIDDEN = /[[\]:*?/\\']/g

/** The names of the sheets, each once. */
function tabs(plans: readonly Plan[]): string[] {
  const names = plans.map((plan) => planName(plan).replaceAll(FORBIDDEN, ' ').trim().slice(0, TAB_AT_MOST) || String(plan.number))
  return names.map((name, i) => (names.indexOf(name) === i ? name : `${plans[i]?.number ?? i}-${name}`.slice(0, TAB_AT_MOST)))
}
