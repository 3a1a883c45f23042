import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { z } from 'zod'
import { mergeDepartments, namePlan, renameDepartment } from '@/app/(signed-in)/(documents)/plans/[plan]/actions'
import { planOfRequest } from '@/app/ledger-context'
import type { SearchParams } from '@/app/list-query'
import { requireViewerOf } from '@/auth/require-viewer'
import { today } from '@/clock'
import { MergeForm } from '@/components/plans/merge-form'
import { PlanDepartments } from '@/components/plans/plan-departments'
import { PlanFacts } from '@/components/plans/plan-facts'
import { PlanHistory } from '@/components/plans/plan-history'
import { NameForm, RenameForm } from '@/components/plans/rename-form'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { database } from '@/db/client'
import { planName } from '@/db/queries/current-plan'
import { departmentsOfPlan, mergerOf, planHistory, standingDepartments, tasksThatMove } from '@/db/queries/plans-page'
import { situation } from '@/db/queries/situation'
import { citation } from '@/domain/document-ref'
import { canSetPlan } from '@/domain/permissions'
import { numberText, taskPath } from '@/domain/task-number'

type PageProps = { params: Promise<{ plan: string }>; searchParams: Promise<SearchParams> }

const planAsked = cache(async (number: string) => {
  await requireViewerOf(canSetPlan)
  return (await planOfRequest())?.plans.find((plan) => String(plan.number) === number) ?? null
})

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const plan = await planAsked((await params).plan)
  return plan ? { title: planName(plan) } : {}
}

const id = z.string().min(1).max(64).optional().catch(undefined)
const address = z.object({ from: id, into: id })

/** One plan: its figures, what documents did to it, its departments and their names. */
export default async function PlanPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewerOf(canSetPlan)
  const plan = await planAsked((await params).plan)
  if (!plan) notFound()
  const { db } = await database()
  const t = await getTranslations('plans')
  const asked = address.parse(await searchParams)
  const asOf = today()
  const { all: figures } = await situation(db, viewer, { asOf, plan: plan.number })
  const departments = await departmentsOfPlan(db, viewer, plan.id)
  const standing = await standingDepartments(db)
  const [from, into] = [asked.from, asked.into].map((wanted) => standing.find(({ id: own }) => own === wanted) ?? null)
  const moving = from && into && from.id !== into.id ? await tasksThatMove(db, viewer, from.id, into.id) : null
  const merged = asked.from && !from ? await mergerOf(db, viewer, asked.from) : null
  return (
    <>
      <PageHead title={planName(plan)} note={plan.shortName ? plan.title : undefined} />
      <PlanFacts plan={plan} figures={{ total: figures.total, closed: figures.lights.closed, overdue: figures.overdue_approved }} />
      <Section title={t('history')} id="history" className="mt-6">
        <PlanHistory steps={await planHistory(db, viewer, plan.id)} importedAt={plan.importedAt} />
      </Section>
      <Section title={t('departments')} id="departments" note={t('departmentsNote')} className="mt-6">
        <PlanDepartments plan={plan.number} departments={departments} />
      </Section>
      <Section title={t('rename')} id="rename" note={t('renameNote')} className="mt-6">
        <RenameForm action={renameDepartment} departments={standing} today={asOf} />
      </Section>
      <Section title={t('merge')} id="merge" note={t('mergeNote')} className="mt-6">
        <MergeForm
          action={mergeDepartments}
          path={`/plans/${plan.number}`}
          departments={standing}
          chosen={{ from: from ?? null, into: into ?? null }}
          merged={merged && { ...merged, document: citation(merged.document) }}
          moving={moving?.map((task) => ({ ...task, path: taskPath(task.number), number: numberText(task.number) })) ?? null}
          today={asOf}
        />
      </Section>
      <Section title={t('shortName')} id="name" note={t('shortNameHint')} className="mt-6">
        <NameForm action={namePlan} plan={plan.number} version={plan.version} shortName={plan.shortName ?? ''} />
      </Section>
    </>
  )
}
