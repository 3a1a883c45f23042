import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { addAccount } from '@/app/(signed-in)/accounts/actions'
import { requireViewerOf } from '@/auth/require-viewer'
import { realNow } from '@/clock'
import { AccountTable } from '@/components/accounts/account-table'
import { AddAccountForm } from '@/components/accounts/add-account-form'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { database } from '@/db/client'
import { accounts, departmentChoices } from '@/db/queries/accounts'
import { canManageAccounts } from '@/domain/permissions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts'))('title') }
}

export default async function AccountsPage() {
  const viewer = await requireViewerOf(canManageAccounts)
  const { db } = await database()
  const [rows, departments, t] = await Promise.all([accounts(db, viewer), departmentChoices(db), getTranslations('accounts')])
  return (
    <>
      <PageHead title={t('title')} note={t('count', { count: rows.length })} />
      <AccountTable rows={rows} now={realNow()} />
      <Section className="mt-6" title={t('addTitle')} note={t('addHint')}>
        <AddAccountForm action={addAccount} departments={departments} />
      </Section>
    </>
  )
}
