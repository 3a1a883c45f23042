import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { discardImport, uploadTable } from '@/app/(signed-in)/(documents)/plans/import/actions'
import type { SearchParams } from '@/app/list-query'
import { requireViewerOf } from '@/auth/require-viewer'
import { ImportsList } from '@/components/plans/imports-list'
import { UploadForm } from '@/components/plans/upload-form'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { database } from '@/db/client'
import { ownImports } from '@/db/queries/import-page'
import { SOURCE_MAX_BYTES } from '@/documents/read/limits'
import { canSetPlan } from '@/domain/permissions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') }
}

const address = z.object({
  discarded: z.literal('1').optional().catch(undefined),
  into: z.coerce.number().int().min(1).max(999).optional().catch(undefined),
})

/** The first step of an import: which file; and what was brought before. */
export default async function ImportPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewerOf(canSetPlan)
  const t = await getTranslations('import')
  const { discarded, into } = address.parse(await searchParams)
  const imports = await ownImports((await database()).db, viewer)
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      {discarded && <Notice>{t('discarded')}</Notice>}
      <UploadForm action={uploadTable} formId={crypto.randomUUID()} into={into} maxBytes={SOURCE_MAX_BYTES} />
      {imports.length > 0 && (
        <Section title={t('mine')} className="mt-6" id="mine">
          <ImportsList imports={imports} discard={discardImport} />
        </Section>
      )}
    </>
  )
}
