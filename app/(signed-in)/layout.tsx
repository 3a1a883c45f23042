import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { planOfRequest } from '@/app/ledger-context'
import { signOut } from '@/app/sign-out'
import { switchLocale } from '@/app/switch-locale'
import { requireViewer } from '@/auth/require-viewer'
import { today } from '@/clock'
import { AppShell } from '@/components/shell/app-shell'
import type { NavItem } from '@/components/shell/main-nav'
import { database } from '@/db/client'
import { navCounts } from '@/db/queries/nav-counts'
import { canDecide, canManageAccounts, canReadAuditTrail, canSeeTasks, type Viewer } from '@/domain/permissions'

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer()
  const { name, role, departmentName } = viewer
  return (
    <AppShell
      person={{ name, role, departmentName }}
      nav={await navigation(viewer)}
      demo={(await planOfRequest())?.mark === 'demo'}
      search={canSeeTasks(viewer)}
      signOut={signOut}
      switchLocale={switchLocale}
    >
      {children}
    </AppShell>
  )
}

async function navigation(viewer: Viewer): Promise<NavItem[]> {
  const t = await getTranslations('nav')
  if (canManageAccounts(viewer)) return [{ href: '/accounts', label: t('accounts') }]
  if (canReadAuditTrail(viewer)) return [{ href: '/audit', label: t('audit') }]
  if (!canSeeTasks(viewer)) return []
  const counts = await navCounts((await database()).db, viewer, today())
  const home = { href: '/', label: viewer.role === 'officer' ? t('todo') : t('situation') }
  const ledger = { href: '/ledger', label: t('ledger') }
  const overdue = { href: '/overdue', label: t('overdue'), count: counts.overdue }
  if (viewer.departmentId) return [home, ledger, { href: `/departments/${viewer.departmentId}`, label: t('department') }, overdue]
  const departments = { href: '/departments', label: t('departments') }
  return canDecide(viewer)
    ? [home, ledger, departments, overdue, { href: '/review', label: t('review'), count: counts.claimed }]
    : [home, ledger, departments, overdue]
}
