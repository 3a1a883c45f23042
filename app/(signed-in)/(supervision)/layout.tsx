import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireViewerOf } from '@/auth/require-viewer'
import { MainNav } from '@/components/shell/main-nav'
import { canSeeTasks } from '@/domain/permissions'

/** The pages that can be narrowed to one plan. */
const OF_PLAN: ReadonlySet<string> = new Set(['warning', 'reporting', 'obstacles'])

/** The pages of the supervision loop, side by side. An officer has what concerns the own department. */
export default async function SupervisionLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewerOf(canSeeTasks)
  const t = await getTranslations('nav')
  const pages =
    viewer.role === 'officer' ? (['notices', 'nudges'] as const) : (['warning', 'reporting', 'obstacles', 'nudges', 'notices'] as const)
  return (
    <>
      <MainNav
        className="subnav noprint"
        label={t('supervision')}
        items={pages.map((page) => ({ href: `/${page}`, label: t(page), ofPlan: OF_PLAN.has(page) }))}
      />
      {children}
    </>
  )
}
