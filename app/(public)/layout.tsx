import type { ReactNode } from 'react'
import { switchLocale } from '@/app/switch-locale'
import { AppShell } from '@/components/shell/app-shell'
import { database } from '@/db/client'
import { isDemo } from '@/db/queries/ledger-mark'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { db } = await database()
  return (
    <AppShell person={null} nav={[]} demo={await isDemo(db)} search={false} switchLocale={switchLocale}>
      <div className="narrow">{children}</div>
    </AppShell>
  )
}
