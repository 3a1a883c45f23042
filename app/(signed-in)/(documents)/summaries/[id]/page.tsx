import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { discardSummary, editSummary, renameSummary } from '@/app/(signed-in)/(documents)/summaries/actions'
import { ledgerContext } from '@/app/ledger-context'
import type { SearchParams } from '@/app/list-query'
import { DiscardSummary, EditTitle } from '@/components/summaries/edit-forms'
import { SummarySheet } from '@/components/summaries/summary-sheet'
import { buttonClass } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { summaryPage } from '@/db/queries/summaries'
import { canWriteSummary } from '@/domain/permissions'
import { dayText } from '@/messages/day-text'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('summaries'))('one') }
}

/** One work summary as it reads; `edit` in the address opens one of its parts for writing. */
export default async function SummaryOfPeriod({ params, searchParams }: Props) {
  const { viewer, db, mark } = await ledgerContext()
  const summary = await summaryPage(db, viewer, (await params).id)
  if (!summary) notFound()
  const t = await getTranslations('summaries')
  const locale = await getLocale()
  const { id, title, version, department } = summary
  const edit = (await searchParams).edit
  const word = `/summaries/${id}/word`
  return (
    <>
      <PageHead
        title={t('one')}
        note={[department ?? t('wholePlan'), t('period', { from: dayText(summary.from, locale), to: dayText(summary.to, locale) })].join(
          ' · ',
        )}
        tools={
          <>
            <a className={buttonClass({})} href={word}>
              {t('word')}
            </a>
            <a className={buttonClass({})} href={`${word}?sources=0`}>
              {t('wordWithout')}
            </a>
            <PrintButton />
          </>
        }
      />
      {canWriteSummary(viewer, summary.departmentId) ? (
        <>
          <EditTitle action={renameSummary} about={{ id, version }} title={title} />
          <SummarySheet
            summary={summary}
            demo={mark === 'demo'}
            editing={{ action: editSummary, open: typeof edit === 'string' ? edit : null }}
          />
          <DiscardSummary action={discardSummary} about={{ id, version }} />
        </>
      ) : (
        <SummarySheet summary={summary} demo={mark === 'demo'} />
      )}
    </>
  )
}
