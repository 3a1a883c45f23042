import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { changeAccountRole, resetPassword, setAccountEnabled } from '@/app/(signed-in)/accounts/actions'
import { requireViewerOf } from '@/auth/require-viewer'
import { realNow } from '@/clock'
import { AccountForms } from '@/components/accounts/account-forms'
import { AccountTable } from '@/components/accounts/account-table'
import { AppLink } from '@/components/ui/app-link'
import { PageHead } from '@/components/ui/page-head'
import { database } from '@/db/client'
import { accounts, departmentChoices } from '@/db/queries/accounts'
import { canManageAccounts } from '@/domain/permissions'

type Props = { params: Promise<{ username: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).username }
}

export default async function AccountPage({ params }: Props) {
  const viewer = await requireViewerOf(canManageAccounts)
  const { db } = await database()
  const [account] = await accounts(db, viewer, await params)
  if (!account) notFound()
  const [departments, t] = await Promise.all([departmentChoices(db), getTranslations('accounts')])
  const actions = { changeRole: changeAccountRole, resetPassword, setEnabled: setAccountEnabled }
  return (
    <>
      <p className="crumb">
        <AppLink href="/accounts">{t('title')}</AppLink>
      </p>
      <PageHead title={account.username} />
      <AccountTable rows={[account]} now={realNow()} />
      {account.username === viewer.username ? (
        <p className="my-4">{t('own')}</p>
      ) : (
        <AccountForms account={account} departments={departments} actions={actions} />
      )}
    </>
  )
}
