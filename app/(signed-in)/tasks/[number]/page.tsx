import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import * as courseActions from '@/app/(signed-in)/tasks/[number]/actions'
import * as correctionActions from '@/app/(signed-in)/tasks/[number]/correction-actions'
import * as supervisionActions from '@/app/(signed-in)/tasks/[number]/supervision-actions'
import * as talkActions from '@/app/(signed-in)/tasks/[number]/talk-actions'
import { ledgerContext } from '@/app/ledger-context'
import { readListQuery, type SearchParams } from '@/app/list-query'
import { now } from '@/clock'
import { TaskPageView } from '@/components/task/task-page-view'
import { openNoticesOn } from '@/db/queries/notices'
import { lastSignOff, taskPage } from '@/db/queries/task-page'
import { workCalendar } from '@/db/queries/work-calendar'
import type { Day } from '@/domain/calendar'

const actions = { ...courseActions, ...correctionActions, ...supervisionActions, ...talkActions }

type Props = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = numberOf((await params).number)
  const { today } = await ledgerContext()
  const page = number === null ? null : await pageOf(number, today)
  if (!page || number === null) return {}
  return { title: `${(await getTranslations('common'))('taskNumber', { number })} ${page.row.title}` }
}

export default async function TaskPage({ params, searchParams }: Props) {
  const [{ number: text }, query] = await Promise.all([params, searchParams])
  const { viewer, db, today } = await ledgerContext()
  const { asOf, asOfRefused } = readListQuery(query, today)
  const number = numberOf(text)
  const page = number === null ? null : await pageOf(number, asOf)
  if (!page) notFound()
  const { row, previous, next, ...rest } = page
  const signOff = await lastSignOff(db, viewer, row.lead.departmentId)
  const calendar = row.cooperating.length > 0 ? await workCalendar(db) : null
  const notices = (await openNoticesOn(db, viewer, [row.number], asOf)).get(row.number) ?? []
  const wanted = typeof query.form === 'string' ? query.form : undefined
  return (
    <TaskPageView
      task={{ viewer, asOf, today, now: now(), ...row, ...rest, signOff }}
      {...{ actions, notices, previous, next, wanted, asOfRefused, calendar }}
    />
  )
}

/** Asked once for the title and the page. */
const pageOf = cache(async (number: number, asOf: Day) => {
  const { db, viewer } = await ledgerContext()
  return taskPage(db, viewer, number, asOf)
})

const numberOf = (text: string): number | null => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null)
