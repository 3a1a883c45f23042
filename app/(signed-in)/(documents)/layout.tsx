import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireViewer } from '@/auth/require-viewer'
import { MainNav } from '@/components/shell/main-nav'
import { canSetPlan } from '@/domain/permissions'

/** What comes in and goes out as documents, side by side. Whoever reads nothing but bulletins needs no menu for them. */
export default async function DocumentsLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer()
  const t = await getTranslations('nav')
  const leads = viewer.role === 'leader' || canSetPlan(viewer)
  const pages = canSetPlan(viewer)
    ? (['bulletins', 'summaries', 'letters', 'compare', 'plans'] as const)
    : (['bulletins', 'summaries', 'letters', 'compare'] as const)
  return (
    <>
      {leads && (
        <MainNav className="subnav noprint" label={t('documents')} items={pages.map((page) => ({ href: `/${page}`, label: t(page) }))} />
      )}
      {children}
    </>
  )
}
