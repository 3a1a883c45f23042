import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { acceptClaim, returnClaim, undoEvent } from '@/app/(signed-in)/tasks/[number]/actions'
import { type LedgerContext, ledgerContext } from '@/app/ledger-context'
import type { SearchParams } from '@/app/list-query'
import { now } from '@/clock'
import { ClaimSheet } from '@/components/review/claim-sheet'
import { QueueList } from '@/components/review/queue-list'
import { RecentHistory } from '@/components/review/recent-history'
import { type AtHand, ReviewDesk } from '@/components/review/review-desk'
import { confirmedParts, earliestDecision } from '@/components/task/decision-forms'
import { about, latestSentence } from '@/components/task/form-setup'
import type { TaskView } from '@/components/task/task-view'
import { PageHead } from '@/components/ui/page-head'
import { PrintLine } from '@/components/ui/print-line'
import { reviewQueue, type WaitingClaim } from '@/db/queries/review-queue'
import { taskPage } from '@/db/queries/task-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') }
}

/** Claims that await verification, the oldest at hand unless another is asked for (`?task=85`). */
export default async function ReviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  const { viewer, db, plan, today } = context
  const waiting = await reviewQueue(db, viewer, today)
  if (!waiting) notFound()
  const t = await getTranslations('review')
  const wanted = Number((await searchParams).task)
  const chosen = waiting.find((one) => one.number === wanted) ?? waiting[0] ?? null
  const task = chosen && (await taskOf(chosen, context))
  return (
    <>
      <PageHead title={t('title')} note={t('waiting', { count: waiting.length })} />
      <PrintLine asOf={today}>{plan.title}</PrintLine>
      <ReviewDesk
        actions={{ accept: acceptClaim, giveBack: returnClaim, undo: undoEvent }}
        user={viewer.username}
        atHand={task && chosen ? atHand(task, chosen) : null}
        undoFormId={crypto.randomUUID()}
        gone={wanted > 0 && chosen?.number !== wanted ? { number: wanted, words: t('gone', { number: wanted }) } : null}
        afterwards={chosen ? t('next', { number: chosen.number }) : t('allDone')}
        queue={<QueueList waiting={waiting} current={chosen?.number ?? null} today={today} plan={plan} />}
        claim={task && chosen && <ClaimSheet task={task} claim={chosen.claim} />}
        history={task && <RecentHistory task={task} />}
      />
    </>
  )
}

async function taskOf({ number }: WaitingClaim, { viewer, db, today }: LedgerContext): Promise<TaskView | null> {
  const page = await taskPage(db, viewer, number, today)
  if (!page) return null
  const { row, previous: _, next: __, ...rest } = page
  return { viewer, asOf: today, today, now: now(), ...row, ...rest, signOff: null }
}

function atHand(task: TaskView, { claim }: WaitingClaim): AtHand {
  const { today } = task
  const claimedOn = claim.effectiveOn
  const effectiveOn = earliestDecision(task, claim)
  return {
    about: about(task),
    accept: { claimedOn, completedOn: claimedOn, effectiveOn, today },
    giveBack: { confirmed: confirmedParts(task), effectiveOn: effectiveOn && today, today },
    latest: latestSentence(task),
  }
}
