import { planOfRequest } from '@/app/ledger-context'
import { viewerHandler } from '@/app/viewer-handler'
import { wordFile } from '@/app/word-file'
import { database } from '@/db/client'
import { summaryPage } from '@/db/queries/summaries'
import { summaryDocx } from '@/documents/write/summary-docx'
import { dayInShanghai } from '@/domain/calendar'

/** The summary as a Word document; `sources=0` leaves out the footnotes that say where each sentence came from. */
export const GET = viewerHandler<{ id: string }>(async (viewer, request, { id }) => {
  const summary = await summaryPage((await database()).db, viewer, id)
  if (!summary) return 'hidden'
  const { title, issuer, text, changedAt } = summary
  const bytes = await summaryDocx({
    ...{ title, issuer, text, writtenOn: dayInShanghai(changedAt) },
    sources: new URL(request.url).searchParams.get('sources') !== '0',
    demo: (await planOfRequest())?.mark === 'demo',
  })
  return wordFile(bytes, title, 'summary')
})
