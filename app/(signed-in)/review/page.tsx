import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { acceptClaim, returnClaim, undoEvent } from '@/app/(signed-in)/tasks/[number]/actions'
import { type LedgerContext, ledgerContext } from '@/app/ledger-context'
import type { SearchParams } from '@/app/list-query'
import { now } from '@/clock'
import { ClaimSheet } from '@/components/review/claim-sheet'
import { DecisionList } from '@/components/review/decision-list'
import { QueueList } from '@/components/review/queue-list'
import { RecentHistory } from '@/components/review/recent-history'
import { type AtHand, ReviewDesk } from '@/components/review/review-desk'
import { confirmedParts, earliestDecision } from '@/components/task/decision-forms'
import { about, latestSentence } from '@/components/task/form-setup'
import type { TaskView } from '@/components/task/task-view'
import { PageHead } from '@/components/ui/page-head'
import { PrintLine } from '@/components/ui/print-line'
import { planName } from '@/db/queries/current-plan'
import { type DecisionQueue, decisionQueue } from '@/db/queries/decision-queue'
import { reviewQueue, type WaitingClaim } from '@/db/queries/review-queue'
import { taskPage } from '@/db/queries/task-page'
import type { Day } from '@/domain/calendar'
import { numberText, readTaskNumber } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') }
}

/** Claims that await verification, the oldest at hand unless another is asked for (`?task=85`); beside them what else awaits a decision. */
export default async function ReviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  const { viewer, db, plans, today } = context
  const waiting = await reviewQueue(db, viewer, today)
  if (!waiting) notFound()
  const undecided = await decisionQueue(db, viewer, today)
  const t = await getTranslations('review')
  const wanted = readTaskNumber(String((await searchParams).task ?? '')) ?? 0
  const chosen = waiting.find((one) => one.number === wanted) ?? waiting[0] ?? null
  const task = chosen && (await taskOf(chosen, context))
  return (
    <>
      <PageHead
        title={t('title')}
        note={
          <>
            {t('waiting', { count: waiting.length })}
            {undecided && <OtherCounts queue={undecided} />}
          </>
        }
      />
      <PrintLine asOf={today}>{plans.map(planName).join('、')}</PrintLine>
      <ReviewDesk
        actions={{ accept: acceptClaim, giveBack: returnClaim, undo: undoEvent }}
        user={viewer.username}
        atHand={task && chosen ? atHand(task, chosen) : null}
        undoFormId={crypto.randomUUID()}
        gone={wanted > 0 && chosen?.number !== wanted ? { number: wanted, words: t('gone', { number: numberText(wanted) }) } : null}
        afterwards={chosen ? t('next', { number: numberText(chosen.number) }) : t('allDone')}
        queue={
          <div className="queues">
            <QueueList waiting={waiting} current={chosen?.number ?? null} today={today} plans={plans} />
            {undecided && <Undecided queue={undecided} today={today} />}
          </div>
        }
        claim={task && chosen && <ClaimSheet task={task} claim={chosen.claim} />}
        history={task && <RecentHistory task={task} />}
      />
    </>
  )
}

async function OtherCounts({ queue: { extensions, stages } }: { queue: DecisionQueue }) {
  return (await getTranslations('decisions'))('counts', { extensions: extensions.length, stages: stages.length })
}

async function Undecided({ queue: { extensions, stages }, today }: { queue: DecisionQueue; today: Day }) {
  const t = await getTranslations('decisions')
  const locale = await getLocale()
  return (
    <>
      <DecisionList
        title={t('extensions')}
        id="extensions"
        act={t('decide')}
        form="approve-extension"
        today={today}
        waiting={extensions.map(({ event, ...row }) => ({
          ...row,
          asks: t('asksFor', { day: dayText(event.payload.dueOn, locale) }),
          reason: event.payload.reason,
          onBehalf: event.onBehalf !== null,
        }))}
      />
      <DecisionList
        title={t('stages')}
        id="stages"
        act={t('verify')}
        form="verify-stage"
        today={today}
        waiting={stages.map(({ event, ...row }) => ({
          ...row,
          asks: t('stageOf', { year: String(event.payload.year) }),
          reason: event.payload.result,
          onBehalf: event.onBehalf !== null,
        }))}
      />
    </>
  )
}

async function taskOf({ number }: WaitingClaim, { viewer, db, today }: LedgerContext): Promise<TaskView | null> {
  const page = await taskPage(db, viewer, number, today)
  if (!page) return null
  const { row, previous: _, next: __, ...rest } = page
  return { viewer, asOf: today, knownOn: null, today, now: now(), ...row, ...rest, signOff: null }
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
