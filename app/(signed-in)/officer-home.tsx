import { getLocale, getTranslations } from 'next-intl/server'
import { ReportDue } from '@/app/(signed-in)/report-due'
import { markSeen } from '@/app/(signed-in)/tasks/[number]/actions'
import type { LedgerContext } from '@/app/ledger-context'
import { hrefWith, readListQuery, type SearchParams } from '@/app/list-query'
import { pageScope } from '@/app/page-scope'
import { OwnTasks } from '@/components/home/own-tasks'
import { type OnBehalf, ToDoList } from '@/components/home/to-do-list'
import { ToDoSentence } from '@/components/home/to-do-sentence'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { AppLink } from '@/components/ui/app-link'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { PlanSegments } from '@/components/ui/plan-segments'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { Section } from '@/components/ui/section'
import { WaitingSection } from '@/components/waiting/waiting-section'
import { newId } from '@/db/ids'
import { ledgerPage, PAGE_SIZE } from '@/db/queries/ledger-page'
import { noticesToDo } from '@/db/queries/notices'
import { nudgedOn, unansweredNudges } from '@/db/queries/nudged'
import { obstaclesOf } from '@/db/queries/open-obstacles'
import type { TaskRow } from '@/db/queries/task-rows'
import { type ToDo, toDo } from '@/db/queries/to-do'
import { trackToDo } from '@/db/queries/track-to-do'
import { waiting } from '@/db/queries/waiting'
import { dayText } from '@/messages/day-text'

/** An officer's home: what must be done now, then the department's own tasks. Always as of today. */
type OfficerHomeProps = LedgerContext & { departmentId: string; searchParams: SearchParams }

export async function OfficerHome({ departmentId, searchParams, ...context }: OfficerHomeProps) {
  const { viewer, db, plans, today } = context
  const t = await getTranslations()
  const query = readListQuery(searchParams, today, context.plans)
  const { scope, kept } = await pageScope(context, query)
  const found = await toDo(db, viewer, today)
  const notices = await noticesToDo(db, viewer, today)
  const answered = await trackToDo(db, viewer, today)
  const elsewhere = new Set(answered.map(({ row }) => row.number))
  const isLeft = ({ number }: TaskRow) => !elsewhere.has(number)
  const things = {
    ...found,
    notices,
    answered,
    nudged: await unansweredNudges(db, viewer, today),
    overdue: found.overdue.filter(isLeft),
    dueSoon: found.dueSoon.filter(isLeft),
    onOurBehalf: byTask(found.onOurBehalf),
  }
  const order = { asOf: today, sort: 'number', descending: false, page: 1 } as const
  const all = await ledgerPage(db, viewer, {}, order)
  const own = await ledgerPage(db, viewer, { lead: departmentId, list: 'open' }, order)
  const obstacles = await ownObstacles(db, viewer, own.rows, today, departmentId)
  const led = await ledgerPage(db, viewer, { lead: departmentId }, order)
  const waits = await waiting(db, viewer, departmentId, { asOf: today }, today)
  const nudgedToday = await nudgedOn(db, viewer, waits.waitsFor, today)
  const figures = {
    lead: led.all,
    closed: led.counts.closed,
    claimed: own.rows.filter((row) => row.state === 'claimed').length,
    overdue: led.counts.overdue,
    overdueClaimed: own.rows.filter((row) => row.state === 'claimed' && row.daysLate.approved > 0).length,
    all: all.all,
    allOverdue: all.counts.overdue,
  }
  const nothing =
    found.instructed.length +
      notices.length +
      found.returned.length +
      answered.length +
      found.overdue.length +
      found.dueSoon.length +
      found.toConfirm.length +
      things.onOurBehalf.length ===
    0
  const to = (changes: Parameters<typeof hrefWith>[2]) => hrefWith('/ledger', {}, changes)
  const ofPlan: Record<string, string> = query.plan === undefined ? {} : { plan: String(query.plan) }
  const shown =
    query.plan === undefined ? own : await ledgerPage(db, viewer, { lead: departmentId, list: 'open' }, { ...order, plan: query.plan })
  const { closed } =
    query.plan === undefined ? led.counts : (await ledgerPage(db, viewer, { lead: departmentId }, { ...order, plan: query.plan })).counts
  return (
    <>
      <PageHead
        title={viewer.departmentName}
        note={t('common.ownDepartment')}
        tools={
          <>
            <a className={buttonClass({})} href={hrefWith('/export', { format: 'xlsx', scope: 'ledger', ...ofPlan })} download>
              {t('toDo.exportOwn')}
            </a>
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={query} today={today} />
      {(query.asOf < today || query.knownOn !== null) && (
        <Notice>
          {t.rich('scope.todayOnly', {
            day: dayText(query.asOf, await getLocale()),
            a: (text) => <AppLink href={hrefWith('/ledger', kept)}>{text}</AppLink>,
          })}
        </Notice>
      )}
      <PrintLine asOf={today} basis="approved" />
      <ToDoSentence
        things={things}
        figures={figures}
        next={nextDeadline(own.rows, today)}
        departmentId={departmentId}
        today={today}
        to={to}
      />
      <ReportDue {...{ viewer, db, plans, today, departmentId }} />
      <Section title={t('toDo.nowTitle')} id="now" note={t('toDo.nowNote')}>
        {nothing && <p className="note">{t('toDo.nowEmpty')}</p>}
        {!nothing && <ToDoList things={things} departmentId={departmentId} today={today} markSeen={markSeen} />}
      </Section>
      <WaitingSection departmentId={departmentId} {...waits} nudges nudgedToday={nudgedToday} confirms />
      <Section
        title={t('toDo.ownTitle')}
        id="own"
        note={t('toDo.ownNote', { open: shown.all, closed })}
        end={
          <>
            <PlanSegments scope={scope} hrefOf={(number) => hrefWith('/', number === undefined ? {} : { plan: String(number) })} />
            <AppLink href={hrefWith(`/departments/${departmentId}`, ofPlan)}>{t('toDo.reportMany')}</AppLink>
          </>
        }
      >
        {shown.rows.length > 0 && <OwnTasks rows={shown.rows} asOf={today} obstacles={obstacles} nudged={things.nudged} />}
        {shown.rows.length === 0 && <p className="note">{figures.lead === 0 ? t('toDo.none') : t('toDo.noneOpen')}</p>}
        {shown.total > PAGE_SIZE && <p className="note">{t('toDo.shownFirst', { count: PAGE_SIZE })}</p>}
      </Section>
    </>
  )
}

/** What this department itself says stops its tasks, by number. */
async function ownObstacles(...[db, viewer, rows, today, departmentId]: [...Parameters<typeof obstaclesOf>, string]) {
  const found = await obstaclesOf(db, viewer, rows, today)
  return new Map([...found].map(([number, all]) => [number, all.filter((obstacle) => obstacle.departmentId === departmentId)]))
}

function byTask(entries: ToDo['onOurBehalf']): OnBehalf[] {
  return [...Map.groupBy(entries, (entry) => entry.number)].map(([number, own]) => ({
    number,
    title: own[0]?.title ?? '',
    events: own.map(({ event }) => event),
    formId: newId(),
  }))
}

function nextDeadline(rows: readonly TaskRow[], today: string): { number: number; dueOn: string } | null {
  const ahead = rows.flatMap(({ number, deadline: { approvedDueOn } }) =>
    approvedDueOn !== null && approvedDueOn >= today ? [{ number, dueOn: approvedDueOn }] : [],
  )
  return ahead.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number))[0] ?? null
}
