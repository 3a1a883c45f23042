// The last step of an import: as a new plan, or as a change to one. What is carried out is understood anew from what was read and answered.
import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type * as forms from '@/app/(signed-in)/(documents)/plans/import/forms'
import { type Recognised, recognisedImport, stale } from '@/app/(signed-in)/(documents)/plans/import/kept-import'
import { type ActionOutcome, done, type Refused } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { type Database, database } from '@/db/client'
import { changePlanByDocument } from '@/db/commands/change-plan-by-document'
import type { LongWork } from '@/db/commands/chunks'
import { importPlan } from '@/db/commands/import-plan'
import { finishImport, type ImportEnd } from '@/db/commands/keep-import'
import { currentPlan } from '@/db/queries/current-plan'
import type { ImportOutcomeKept } from '@/db/queries/import-page'
import { withoutOfficer } from '@/db/queries/known-names'
import { issuedTableOf } from '@/documents/recognition'
import type { Viewer } from '@/domain/permissions'
import { numberText } from '@/domain/task-number'

/** Where what came of an import is told. */
export const outcomePath = (id: string): string => `/plans/import/${id}?done=1`

type Ready = { ledger: Database; recognised: Recognised; table: NonNullable<ReturnType<typeof issuedTableOf>> }

export async function carryOutImport(viewer: Viewer, form: z.output<typeof forms.newPlan>, work: LongWork = {}): Promise<ActionOutcome> {
  const ready = await readyImport(viewer, form)
  if (!('table' in ready)) return ready.outcome
  const { ledger, recognised, table } = ready
  const { issuer, documentNumber, firstDay, shortName, title, rhythm } = form
  const outcome = await importPlan(
    ledger,
    { ...table, title },
    { issuer, documentNumber: documentNumber || null, firstDay },
    { today: today(), now: now() },
    { ...work, viewer, shortName, layout: recognised.recognition.layout, aliases: aliasesOf(recognised) },
  )
  if ('refused' in outcome) return outcome
  // nothing was written: to say that it was imported would be untrue, and the plan that there is keeps its settings
  if ('unchanged' in outcome) return { refused: 'same-table', field: 'title' }
  return finished(ledger, viewer, recognised, { as: 'plan', rows: table.rows.length }, { planId: outcome.planId, rhythm })
}

export async function carryOutChange(viewer: Viewer, form: z.output<typeof forms.planChange>, work: LongWork = {}): Promise<ActionOutcome> {
  const ready = await readyImport(viewer, form)
  if (!('table' in ready)) return ready.outcome
  const { ledger, recognised, table } = ready
  const plan = (await currentPlan(ledger.db))?.plans.find(({ number }) => number === form.plan)
  if (!plan) return 'hidden'
  const document = { title: form.documentTitle, number: form.documentNumber, on: form.documentOn }
  const outcome = await changePlanByDocument(
    ledger,
    viewer,
    { planId: plan.id, table, document, on: form.effectiveOn, stamp: form.seen },
    { today: today(), now: now() },
    { ...work, aliases: aliasesOf(recognised) },
  )
  if (outcome === 'hidden') return outcome
  if ('refused' in outcome) return refusedChange(outcome)
  const { amended, ...counts } = outcome.changed
  return finished(
    ledger,
    viewer,
    recognised,
    { as: 'change', rows: table.rows.length, counts: { ...counts, changed: amended } },
    { planId: plan.id },
  )
}

type Asked = { id: string; version: number; plan?: number }

async function readyImport(viewer: Viewer, { id, version, plan }: Asked): Promise<Ready | { outcome: ActionOutcome }> {
  const ledger = await database()
  const recognised = await recognisedImport(ledger.db, viewer, id, plan)
  if (!recognised || recognised.kept.doneAt) return { outcome: 'hidden' }
  if (recognised.kept.version !== version) return { outcome: stale(recognised.kept.version) }
  if ('failed' in recognised) {
    const t = await getTranslations('import')
    return { outcome: { refused: 'import-unread', values: { why: t(`failed.${recognised.failed}`) } } }
  }
  const table = issuedTableOf(recognised.recognition)
  return table ? { ledger, recognised, table } : { outcome: { refused: 'import-doubts' } }
}

/** Other names that were confirmed with this table; a name that is itself is a new department. */
export const aliasesOf = ({ choices }: Recognised): Record<string, string> =>
  Object.fromEntries(Object.entries(choices.departments ?? {}).filter(([alias, name]) => alias !== name))

async function finished(
  ledger: Database,
  viewer: Viewer,
  { kept, recognition }: Recognised,
  what: Pick<ImportOutcomeKept, 'as' | 'rows' | 'counts'>,
  end: Pick<ImportEnd, 'planId' | 'rhythm'>,
): Promise<ActionOutcome> {
  const names = recognition.proof.departments.map(({ name }) => name)
  const outcome: ImportOutcomeKept = { ...what, departments: names.length, withoutOfficer: await withoutOfficer(ledger.db, names) }
  await finishImport(ledger, viewer, kept.id, { ...end, at: now(), outcome: JSON.stringify(outcome) })
  revalidatePath('/', 'layout')
  return done('import.carriedOut')
}

async function refusedChange(refusal: Refused & { number?: number }): Promise<ActionOutcome> {
  const { number, ...rest } = refusal
  if (number !== undefined) {
    const t = await getTranslations('errors')
    return {
      refused: 'change-refused-at',
      values: { number: numberText(number), why: t(rest.refused, { seq: rest.seq ?? 0, ...rest.values }) },
    }
  }
  if (rest.refused === 'stale') return { refused: 'plan-changed-since' }
  return { ...rest, field: rest.field === 'on' ? 'effectiveOn' : rest.field }
}
