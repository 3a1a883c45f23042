import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import * as actions from '@/app/(signed-in)/(supervision)/notices/actions'
import { ledgerContext } from '@/app/ledger-context'
import { now } from '@/clock'
import { NoticeHistory } from '@/components/notices/notice-history'
import { NoticeColourWord, NoticeStateWord } from '@/components/notices/notice-marks'
import { NoticeNews } from '@/components/notices/notice-news'
import { NoticeSheet } from '@/components/notices/notice-sheet'
import { NoticeSteps } from '@/components/notices/notice-steps'
import { NoticeTasks } from '@/components/notices/notice-tasks'
import { buttonClass } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { newId } from '@/db/ids'
import { noticePage } from '@/db/queries/notice-page'

type Props = { params: Promise<{ id: string }> }

const stepActions = {
  acknowledged: actions.acknowledgeNotice,
  replied: actions.replyToNotice,
  returned: actions.returnReply,
  closed: actions.closeNotice,
  voided: actions.voidNotice,
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageOf((await params).id))?.label }
}

export default async function NoticePage({ params }: Props) {
  const { viewer, today } = await ledgerContext()
  const notice = await pageOf((await params).id)
  if (!notice) notFound()
  const t = await getTranslations()
  const formIds = { acknowledged: newId(), replied: newId(), returned: newId(), closed: newId(), voided: newId() }
  return (
    <div className="noticepage">
      <PageHead
        title={notice.label}
        marks={
          <>
            <NoticeColourWord colour={notice.text.colour} />
            <NoticeStateWord state={notice.state} />
          </>
        }
        note={<span lang="zh-CN">{notice.text.department}</span>}
        tools={
          <>
            <a className={buttonClass({})} href={`/notices/${notice.id}/word`} download>
              {t('notices.word')}
            </a>
            <PrintButton />
          </>
        }
      />
      <NoticeNews notice={notice} viewer={viewer} today={today} now={now()} />
      <div className="noticecols">
        <NoticeSheet text={notice.text} />
        <div className="work noprint">
          <NoticeSteps notice={notice} formIds={formIds} viewer={viewer} actions={stepActions} />
          <NoticeTasks tasks={notice.tasks} />
          <NoticeHistory entries={notice.history} />
        </div>
      </div>
    </div>
  )
}

/** Asked once for the title and the page. */
const pageOf = cache(async (id: string) => {
  const { db, viewer, today } = await ledgerContext()
  return noticePage(db, viewer, id, today)
})
