import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { AppLink } from '@/components/ui/app-link'
import { InstantText } from '@/components/ui/instant-text'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Instant } from '@/domain/calendar'
import { numberText, taskPath } from '@/domain/task-number'

type Line = { id: string; at: Instant; text: string; quote: string; read: { at: Instant; by: string } | null }

/** What is about one task, notice or nudge, or about none of them. */
export type InboxEntry = {
  key: string
  about: 'task' | 'notice' | 'nudge' | 'other'
  href: string
  task: { number: number; title: string } | null
  notice: { label: string } | null
  /** The tasks that a nudge is about, by number. */
  nudged: readonly number[]
  messages: Line[]
  total: number
  unread: number
}

type InboxListProps = { entries: readonly InboxEntry[]; unread: number; upTo: Instant | null; empty: string; markRead: Action }

/** One form for all of it: each group has a button, and there is one for everything up to the newest message that is there. */
export function InboxList({ entries, unread, upTo, empty, markRead }: InboxListProps) {
  const t = useTranslations('inbox')
  return (
    <ActionForm action={markRead} id="inbox" className="inbox">
      <input type="hidden" name="upTo" value={upTo ?? ''} />
      {unread > 0 && (
        <p className="btns noprint">
          <SubmitButton variant="normal" name="group" value="all">
            {t('markAllRead')}
          </SubmitButton>
        </p>
      )}
      {entries.length === 0 && <p className="my-4">{empty}</p>}
      {entries.map((entry) => (
        <Group key={entry.key} entry={entry} />
      ))}
    </ActionForm>
  )
}

function Group({ entry }: { entry: InboxEntry }) {
  const t = useTranslations('inbox')
  const { key, href, nudged, messages, total, unread } = entry
  const title = useTitle(entry)
  return (
    <section className="group">
      <header>
        <h2>
          <AppLink href={href}>{title}</AppLink>
        </h2>
        {unread > 0 && (
          <span className="noprint">
            <SubmitButton variant="normal" small name="group" value={key}>
              {t('markRead')}
              <span className="vh"> {title}</span>
            </SubmitButton>
          </span>
        )}
      </header>
      <ul>
        {messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
      {nudged.length > 0 && <NudgedTasks numbers={nudged} />}
      {total > messages.length && <p className="note">{t('more', { count: total - messages.length })}</p>}
    </section>
  )
}

function NudgedTasks({ numbers }: { numbers: readonly number[] }) {
  const t = useTranslations('inbox')
  const separator = useTranslations('common')('listSeparator')
  const links = numbers.map((number, index) => (
    <Fragment key={number}>
      {index > 0 && separator}
      <AppLink href={taskPath(number)}>{numberText(number)}</AppLink>
    </Fragment>
  ))
  return <p className="nudged">{t.rich('nudgedTasks', { numbers: () => links })}</p>
}

function useTitle({ about, task, notice }: InboxEntry): string {
  const t = useTranslations()
  if (task) return `${t('common.taskNumber', { number: numberText(task.number) })}　${task.title}`
  if (notice) return `${t('inbox.notice')} ${notice.label}`
  return about === 'nudge' ? t('inbox.nudge') : t('inbox.office')
}

function Message({ message: { at, text, quote, read } }: { message: Line }) {
  const t = useTranslations('inbox')
  return (
    <li className={read ? undefined : 'new'}>
      <InstantText at={at} />
      <div>
        {!read && <span className="mark">{t('newMark')}</span>} <span className="what">{text}</span>
        {quote && <q className="said-text">{quote}</q>}
        {read && (
          <span className="note">{t.rich(read.by ? 'readBy' : 'readAt', { who: read.by, at: () => <InstantText at={read.at} /> })}</span>
        )}
      </div>
    </li>
  )
}
