import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireViewer } from '@/auth/require-viewer'
import { MainNav } from '@/components/shell/main-nav'
import { canSeeTasks, canSetPlan } from '@/domain/permissions'

/** What comes in and goes out as documents, side by side. Whoever reads nothing but bulletins needs no menu for them. */
export default async function DocumentsLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer()
  const t = await getTranslations('nav')
  const pages = [
    ...(['bulletins', 'summaries', 'compare'] as const),
    ...(viewer.role === 'officer' ? [] : (['letters'] as const)),
    ...(canSetPlan(viewer) ? (['plans'] as const) : []),
  ]
  return (
    <>
      {canSeeTasks(viewer) && (
        <MainNav
          className="subnav noprint"
          label={t('documents')}
          items={pages.map((page) => ({ href: `/${page}`, label: t(page), ofPlan: page === 'compare' }))}
        />
      )}
      {children}
    </>
  )
}
