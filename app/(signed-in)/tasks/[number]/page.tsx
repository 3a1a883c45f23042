import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import * as courseActions from '@/app/(signed-in)/tasks/[number]/actions'
import * as correctionActions from '@/app/(signed-in)/tasks/[number]/correction-actions'
import * as referenceActions from '@/app/(signed-in)/tasks/[number]/reference-actions'
import * as supervisionActions from '@/app/(signed-in)/tasks/[number]/supervision-actions'
import * as talkActions from '@/app/(signed-in)/tasks/[number]/talk-actions'
import { ledgerContext } from '@/app/ledger-context'
import { readListQuery, type SearchParams } from '@/app/list-query'
import { now } from '@/clock'
import { TaskPageView } from '@/components/task/task-page-view'
import { planName } from '@/db/queries/current-plan'
import { openNoticesOn } from '@/db/queries/notices'
import { lastSignOff, taskPage } from '@/db/queries/task-page'
import { referencesOf } from '@/db/queries/task-references'
import { workCalendar } from '@/db/queries/work-calendar'
import type { Day, Instant } from '@/domain/calendar'
import { numberText, readTaskNumber } from '@/domain/task-number'

const actions = { ...courseActions, ...correctionActions, ...supervisionActions, ...talkActions, ...referenceActions }

type Props = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = readTaskNumber((await params).number)
  const { today } = await ledgerContext()
  const page = number === null ? null : await pageOf(number, today, null)
  if (!page || number === null) return {}
  return { title: `${(await getTranslations('common'))('taskNumber', { number: numberText(number) })} ${page.row.title}` }
}

export default async function TaskPage({ params, searchParams }: Props) {
  const [{ number: text }, query] = await Promise.all([params, searchParams])
  const { viewer, db, plans, today } = await ledgerContext()
  const asked = readListQuery(query, today, plans)
  const { asOf, knownOn, knownAt } = asked
  const number = readTaskNumber(text)
  const page = number === null ? null : await pageOf(number, asOf, knownAt ?? null)
  if (!page) notFound()
  const { row, previous, next, ...rest } = page
  const signOff = await lastSignOff(db, viewer, row.lead.departmentId)
  const calendar = row.cooperating.length > 0 ? await workCalendar(db) : null
  const notices = (await openNoticesOn(db, viewer, [row.number], asOf)).get(row.number) ?? []
  const references = asOf === today && knownOn === null ? await referencesOf(db, viewer, rest.id) : null
  const wanted = typeof query.form === 'string' ? query.form : undefined
  return (
    <TaskPageView
      task={{ viewer, asOf, knownOn, today, now: now(), ...row, ...rest, signOff }}
      {...{ actions, notices, previous, next, wanted, asked, calendar, references }}
      planName={plans.length > 1 ? planName(rest.plan) : null}
    />
  )
}

/** Asked once for the title and the page. */
const pageOf = cache(async (number: number, asOf: Day, knownAt: Instant | null) => {
  const { db, viewer } = await ledgerContext()
  return taskPage(db, viewer, number, asOf, knownAt)
})
