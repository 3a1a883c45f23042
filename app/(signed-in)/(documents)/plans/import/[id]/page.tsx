import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { doubtViews } from '@/app/(signed-in)/(documents)/plans/import/[id]/doubt-views'
import { LastStep } from '@/app/(signed-in)/(documents)/plans/import/[id]/last-step'
import { Recognised } from '@/app/(signed-in)/(documents)/plans/import/[id]/recognised'
import { discardImport } from '@/app/(signed-in)/(documents)/plans/import/actions'
import { type NotRecognised, recognisedImport } from '@/app/(signed-in)/(documents)/plans/import/kept-import'
import type { SearchParams } from '@/app/list-query'
import { requireViewerOf } from '@/auth/require-viewer'
import { DiscardForm } from '@/components/plans/discard-form'
import { ImportOutcome } from '@/components/plans/import-outcome'
import { ProofSection } from '@/components/plans/proof-section'
import { StepNav } from '@/components/plans/step-nav'
import { InstantText } from '@/components/ui/instant-text'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { database } from '@/db/client'
import type { ImportPage } from '@/db/queries/import-page'
import { canSetPlan } from '@/domain/permissions'

const whole = z.coerce.number().int().min(1).max(100_000).catch(1)
const address = z.object({
  table: z.coerce.number().int().min(0).max(999).catch(0),
  page: whole,
  rows: z.literal('doubts').optional().catch(undefined),
  into: z.union([z.literal('new'), z.coerce.number().int().min(1).max(999)]).catch('new'),
})
export type ImportAddress = z.output<typeof address>
type PageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') }
}

/** What was recognised, what is doubtful, the proof, and the import itself: one page, understood anew on each view. */
export default async function ImportSteps({ params, searchParams }: PageProps) {
  const viewer = await requireViewerOf(canSetPlan)
  const { db } = await database()
  const at = address.parse(await searchParams)
  const recognised = await recognisedImport(db, viewer, (await params).id, at.into === 'new' ? undefined : at.into)
  if (!recognised) notFound()
  if ('failed' in recognised) return <Unrecognised {...recognised} />
  const { kept, recognition, known } = recognised
  const doubts = doubtViews(recognised, at.into, await getLocale())
  const blocking = doubts.filter((doubt) => doubt.blocking)
  const proof = {
    ...recognition.proof,
    departments: recognition.proof.departments.map((department) => ({ ...department, known: known.departments.includes(department.name) })),
    deadlines: recognition.proof.deadlines.map(({ written, means, dueOn, times }) => ({
      ...{ written, dueOn, times },
      precision: means === 'none' ? ('none' as const) : null,
    })),
  }
  return (
    <>
      <Head kept={kept} />
      {kept.outcome && kept.plan ? (
        <ImportOutcome outcome={kept.outcome} plan={kept.plan} />
      ) : (
        <StepNav rows={recognition.rows.length} blocking={blocking.length} doubts={doubts.length} />
      )}
      <Recognised recognised={recognised} at={at} doubts={doubts} />
      <ProofSection proof={proof} />
      {!kept.doneAt && <LastStep viewer={viewer} db={db} recognised={recognised} into={at.into} blocking={blocking} />}
    </>
  )
}

/** What was too much to understand: why, and what to do. What was carried out stands all the same. */
async function Unrecognised({ kept, failed }: NotRecognised) {
  const t = await getTranslations('import')
  return (
    <>
      <Head kept={kept} />
      {kept.outcome && kept.plan && <ImportOutcome outcome={kept.outcome} plan={kept.plan} />}
      {!kept.doneAt && <Notice refused>{t(`failed.${failed}`)}</Notice>}
    </>
  )
}

async function Head({ kept }: { kept: ImportPage }) {
  const t = await getTranslations('import')
  return (
    <PageHead
      title={kept.fileName}
      note={t.rich('broughtOn', { at: () => <InstantText at={kept.createdAt} />, size: Math.ceil(kept.size / 1024) })}
      tools={!kept.doneAt && <DiscardForm action={discardImport} id={kept.id} />}
    />
  )
}
