import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OfficerHome } from '@/app/(signed-in)/officer-home'
import { SituationHome } from '@/app/(signed-in)/situation-home'
import { ledgerContext } from '@/app/ledger-context'
import type { SearchParams } from '@/app/list-query'
import { requireViewer } from '@/auth/require-viewer'
import { canManageAccounts, canReadAuditTrail } from '@/domain/permissions'

export async function generateMetadata(): Promise<Metadata> {
  const { role } = await requireViewer()
  return { title: (await getTranslations('nav'))(role === 'officer' ? 'todo' : 'situation') }
}

/** The home page by role. */
export default async function HomePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer()
  if (canManageAccounts(viewer)) redirect('/accounts')
  if (canReadAuditTrail(viewer)) redirect('/audit')
  const context = await ledgerContext()
  return viewer.departmentId === null ? (
    <SituationHome {...context} searchParams={await searchParams} />
  ) : (
    <OfficerHome {...context} departmentId={viewer.departmentId} searchParams={await searchParams} />
  )
}
