import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { issueNotice } from '@/app/(signed-in)/(supervision)/notices/actions'
import { type LedgerContext, ledgerContext } from '@/app/ledger-context'
import type { SearchParams } from '@/app/list-query'
import { ChooseDepartment } from '@/components/notices/choose-department'
import { ChosenTasks } from '@/components/notices/chosen-tasks'
import { NewNoticeForm } from '@/components/notices/new-notice-form'
import { NoticeColourWord } from '@/components/notices/notice-marks'
import { TaskNumbersForm } from '@/components/notices/task-numbers-form'
import { PageHead } from '@/components/ui/page-head'
import { newId } from '@/db/ids'
import { tasksToNotice } from '@/db/queries/notice-draft'
import type { TaskRow } from '@/db/queries/task-rows'
import { workCalendar } from '@/db/queries/work-calendar'
import { NOTICE_TASKS_MAX } from '@/domain/notice-draft'
import { noticeDeadline, noticeStanding, plainDemand, suggestedColour } from '@/domain/notice-text'
import { NOTICE_COLOURS } from '@/domain/notices'
import { canDecide } from '@/domain/permissions'
import { numberText, planOf } from '@/domain/task-number'
import { taskNumbersIn } from '@/domain/task-numbers-in'
import { unpublishedYears, workingDayAfter } from '@/domain/working-days'
import { dayText } from '@/messages/day-text'

const REPLY_WORKING_DAYS = 5

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('new') }
}

/** Which tasks, then which of their departments, then what the notice says. */
export default async function NewNoticePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  if (!canDecide(context.viewer)) notFound()
  const t = await getTranslations('notices')
  const errors = await getTranslations('errors')
  const { task = [], department } = await searchParams
  const asked = taskNumbersIn(
    [task].flat().join('、'),
    context.plans.map((plan) => plan.number),
    NOTICE_TASKS_MAX + 1,
  )
  const tooMany = asked.length > NOTICE_TASKS_MAX
  const rows = tooMany ? [] : await tasksToNotice(context.db, context.viewer, asked, context.today)
  const open = rows.filter(({ state }) => state !== 'closed' && state !== 'withdrawn')
  const leads = new Set(open.map(({ lead }) => lead.departmentId))
  const chosen = typeof department === 'string' ? department : leads.size === 1 ? [...leads][0] : undefined
  const ofDepartment = open.filter(({ duties }) => duties.some((duty) => duty.departmentId === chosen))
  // a notice carries the mark and the number of one plan
  const own = ofDepartment.filter(({ number }) => planOf(number) === planOf(ofDepartment[0]?.number ?? 0))
  const plan = context.plans.find((one) => one.number === planOf(own[0]?.number ?? 0))
  const left = tooMany ? [] : asked.filter((number) => !open.some((row) => row.number === number))
  return (
    <>
      <PageHead title={t('new')} note={plan?.title} />
      {tooMany && (
        <p className="said" role="alert">
          {errors('notice-too-many-tasks')}
        </p>
      )}
      {left.length > 0 && <p className="said">{t('leftOut', { numbers: left.map(numberText).join('、') })}</p>}
      {open.length === 0 && <TaskNumbersForm />}
      {open.length > 0 && own.length === 0 && <ChooseDepartment rows={open} title={t('whichDepartment')} />}
      {chosen !== undefined && own.length > 0 && <Draft {...{ ...context, open, own, departmentId: chosen }} />}
    </>
  )
}

const listed = (rows: readonly TaskRow[]): string => rows.map(({ number }) => numberText(number)).join('、')

type DraftProps = LedgerContext & { open: TaskRow[]; own: TaskRow[]; departmentId: string }

async function Draft({ viewer, db, today, open, own, departmentId }: DraftProps) {
  const t = await getTranslations('notices')
  const locale = await getLocale()
  const calendar = await workCalendar(db)
  const replyBy = workingDayAfter(calendar, today, REPLY_WORKING_DAYS)
  const guessed = unpublishedYears(calendar, today, replyBy)
  const colour = suggestedColour(own)
  const department = own[0]?.duties.find((duty) => duty.departmentId === departmentId)?.department ?? ''
  const others = open.filter((row) => !own.includes(row))
  const inOtherPlans = others.filter(({ duties }) => duties.some((duty) => duty.departmentId === departmentId))
  const elsewhere = others.filter((row) => !inOtherPlans.includes(row))
  const numbers = own.map(({ number }) => number)
  return (
    <>
      <ChosenTasks
        department={department}
        rows={own.map((row) => ({
          number: row.number,
          title: row.title,
          light: row.light,
          deadline: noticeDeadline(row.deadline),
          standing: noticeStanding(row, departmentId, today),
        }))}
      />
      <NewNoticeForm
        action={issueNotice}
        start={{ departmentId, numbers, colour, demand: plainDemand(colour), replyBy, today, formId: newId() }}
        user={viewer.username}
        colours={NOTICE_COLOURS.map((value) => ({ value, label: <NoticeColourWord colour={value} /> }))}
        colourHint={t(`suggested.${colour}`)}
        replyHint={[
          t('replyDefault', { count: REPLY_WORKING_DAYS, day: dayText(replyBy, locale) }),
          ...guessed.map((year) => t('unpublished', { year: String(year) })),
        ].join(locale === 'en' ? ' ' : '')}
        next={others.length > 0 && <ChooseDepartment rows={others} title={t('remaining')} />}
      />
      {elsewhere.length > 0 && <p className="note">{t('forOthers', { numbers: listed(elsewhere) })}</p>}
      {inOtherPlans.length > 0 && <p className="note">{t('forOtherPlans', { numbers: listed(inOtherPlans) })}</p>}
      <ChooseDepartment rows={own} title={t('otherDepartments')} except={departmentId} />
    </>
  )
}
