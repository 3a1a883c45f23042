import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { markRead } from '@/app/(signed-in)/messages/actions'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, type SearchParams } from '@/app/list-query'
import { type InboxEntry, InboxList } from '@/components/messages/inbox-list'
import { AppLink } from '@/components/ui/app-link'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Segmented } from '@/components/ui/segmented'
import { GROUPS_PER_PAGE, type InboxGroup, inbox } from '@/db/queries/inbox'
import type { Viewer } from '@/domain/permissions'
import { taskPath } from '@/domain/task-number'
import { messageText } from '@/messages/message-text'

const PATH = '/messages'
const PAGE_MAX = 100_000

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') }
}

/** What was told to the viewer and to their department. Looking at it marks nothing as read: that is said by a person. */
export default async function MessagesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { viewer, db } = await ledgerContext()
  const t = await getTranslations()
  const locale = await getLocale()
  const given = await searchParams
  const unreadOnly = given.show === 'unread'
  const page = Math.min(PAGE_MAX, Math.max(1, Math.trunc(Number(given.page)) || 1))
  const found = await inbox(db, viewer, { unreadOnly, page })
  const params: Record<string, string> = unreadOnly ? { show: 'unread' } : {}
  const entries: InboxEntry[] = found.groups.map((group) => ({
    ...group,
    ...placeOf(group, viewer),
    messages: group.messages.map(({ id, kind, words, at, read }) => ({
      id,
      at,
      read,
      text: messageText(t, locale, kind, words),
      quote: words.text ?? '',
    })),
  }))
  return (
    <>
      <PageHead
        title={t('inbox.title')}
        note={[viewer.departmentName, found.unread > 0 ? t('inbox.unreadCount', { count: found.unread }) : t('inbox.allRead')]
          .filter(Boolean)
          .join(' · ')}
        tools={
          <Segmented
            label={t('inbox.filter')}
            items={[
              { href: PATH, label: t('inbox.all'), current: !unreadOnly },
              { href: hrefWith(PATH, {}, { show: 'unread' }), label: t('inbox.unread'), current: unreadOnly },
            ]}
          />
        }
      />
      <InboxList
        entries={entries}
        unread={found.unread}
        upTo={found.newestAt}
        empty={t(unreadOnly && found.newestAt !== null ? 'inbox.emptyUnread' : 'inbox.empty')}
        markRead={markRead}
      />
      <Pagination
        page={found.page}
        pageSize={GROUPS_PER_PAGE}
        total={found.groupsInAll}
        href={(next) => hrefWith(PATH, params, { page: next })}
      />
      <p className="note noprint mt-4">{t.rich('inbox.mailHint', { link: (chunks) => <AppLink href="/own">{chunks}</AppLink> })}</p>
    </>
  )
}

/** Where to go about it. */
function placeOf({ task, notice, nudgeId }: InboxGroup, viewer: Viewer): Pick<InboxEntry, 'about' | 'href'> {
  if (task) return { about: 'task', href: taskPath(task.number) }
  if (notice) return { about: 'notice', href: `/notices/${notice.id}` }
  if (nudgeId) return { about: 'nudge', href: '/nudges' }
  return { about: 'other', href: viewer.departmentId ? `/departments/${viewer.departmentId}` : '/reporting' }
}
