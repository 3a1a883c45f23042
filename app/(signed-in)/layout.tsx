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
  const documents = { href: '/bulletins', label: t('documents'), covers: ['/summaries', '/letters', '/plans', '/compare'] }
  const item = (name: 'accounts' | 'audit' | 'calendar' | 'clockwork' | 'ledger' | 'overdue' | 'departments'): NavItem => ({
    href: `/${name}`,
    label: t(name),
    ofPlan: name === 'ledger' || name === 'overdue' || name === 'departments',
  })
  if (canManageAccounts(viewer)) return [item('accounts'), item('calendar'), item('clockwork')]
  if (canReadAuditTrail(viewer)) return [item('audit'), { href: '/bulletins', label: t('bulletins') }]
  if (!canSeeTasks(viewer)) return []
  const counts = await navCounts((await database()).db, viewer, today())
  const home = { href: '/', label: t(viewer.role === 'officer' ? 'todo' : 'situation'), ofPlan: true }
  const overdue = { ...item('overdue'), count: counts.overdue }
  const inbox = { href: '/messages', label: t('messages'), count: counts.unread }
  if (viewer.departmentId) {
    const department = { href: `/departments/${viewer.departmentId}`, label: t('department'), ofPlan: true }
    return [
      home,
      item('ledger'),
      department,
      overdue,
      { href: '/notices', label: t('notices'), count: counts.notices, covers: ['/nudges'] },
      documents,
      inbox,
    ]
  }
  const supervision = {
    href: '/warning',
    label: t('supervision'),
    ofPlan: true,
    covers: ['/reporting', '/obstacles', '/nudges', '/notices'],
  }
  const common = [home, item('ledger'), item('departments'), overdue, supervision, documents]
  return canDecide(viewer) ? [...common, { href: '/review', label: t('review'), count: counts.toDecide }, inbox] : [...common, inbox]
}
