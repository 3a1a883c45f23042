import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { changeEmail, createOwnFeed, revokeOwnFeed } from '@/app/(signed-in)/own/actions'
import { requireViewer } from '@/auth/require-viewer'
import { OwnForms } from '@/components/settings/own-forms'
import { PageHead } from '@/components/ui/page-head'
import { database } from '@/db/client'
import { ownSettings } from '@/db/queries/own-settings'
import { canSeeTasks } from '@/domain/permissions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('own'))('title') }
}

export default async function OwnPage() {
  const viewer = await requireViewer()
  const own = await ownSettings((await database()).db, viewer)
  const t = await getTranslations()
  return (
    <>
      <PageHead title={t('own.title')} note={[viewer.departmentName ?? t(`roles.${viewer.role}`), viewer.name].join(' · ')} />
      <OwnForms
        email={own.email}
        feed={canSeeTasks(viewer) ? { since: own.feedSince } : null}
        actions={{ changeEmail, createFeed: createOwnFeed, revokeFeed: revokeOwnFeed }}
      />
    </>
  )
}
