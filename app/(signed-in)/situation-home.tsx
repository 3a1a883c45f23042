import { getLocale, getTranslations } from 'next-intl/server'
import type { LedgerContext } from '@/app/ledger-context'
import { hrefWith, listParams, readListQuery, type SearchParams } from '@/app/list-query'
import { pageScope } from '@/app/page-scope'
import { CourseChart } from '@/components/charts/course-chart'
import { ByGoal } from '@/components/home/by-goal'
import { ByLead } from '@/components/home/by-lead'
import { ByPlan } from '@/components/home/by-plan'
import { FiguresTable, FurtherFigures } from '@/components/home/figures-table'
import { OpenTalk } from '@/components/home/open-talk'
import { SituationSentence } from '@/components/home/situation-sentence'
import { DecideToday, WaitingClaims } from '@/components/home/waiting-claims'
import { BasisSwitch } from '@/components/ledger/basis-switch'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { Section } from '@/components/ui/section'
import { decisionQueue } from '@/db/queries/decision-queue'
import { reviewQueue } from '@/db/queries/review-queue'
import { situation } from '@/db/queries/situation'
import type { Day } from '@/domain/calendar'
import type { Basis } from '@/domain/words'
import { dayText } from '@/messages/day-text'

/** The home of supervisors and leaders: where the plan stands as of a day, every number with the way to its rows. */
export async function SituationHome({ searchParams, ...context }: LedgerContext & { searchParams: SearchParams }) {
  const { viewer, db, plans, today } = context
  const t = await getTranslations()
  const locale = await getLocale()
  const query = readListQuery(searchParams, today, plans)
  const { asOf, basis } = query
  const { scope, kept, chosen, planTitle } = await pageScope(context, query)
  const plan = chosen ?? context.plan
  const { knownOn: _known, ...keptByEffect } = kept
  const params = listParams({ ...query, filter: {}, sort: 'number', descending: false, page: 1 }, today)
  const { all, byLead, onlyCooperating, byGoal, byPlan, due, closed } = await situation(db, viewer, query)
  // what awaits a decision awaits it now: beside the figures of a past day it would contradict them
  const isNow = asOf === today
  const claims = isNow ? await reviewQueue(db, viewer, today) : null
  const undecided = isNow ? await decisionQueue(db, viewer, today) : null
  const to = (changes: Parameters<typeof hrefWith>[2]) => hrefWith('/ledger', params, changes)
  const overdueHref = (code: Basis) => hrefWith('/overdue', kept, { only: code })
  const last = due.at(-1)?.day
  const firstDay = earliest((chosen ? [chosen] : plans).map((one) => one.firstDay))
  const span = { first: dayText(firstDay, locale, 'month'), ...(last ? { last: dayText(last, locale, 'month') } : {}) }
  return (
    <>
      <PageHead
        title={planTitle}
        note={note()}
        tools={
          <>
            <AsOfPicker asOf={asOf} today={today} path="/" params={params} scope={scope} compare={{}} />
            <BasisSwitch basis={basis} hrefOf={(code) => hrefWith('/', params, { basis: code })} />
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={query} today={today} />
      <PrintLine asOf={asOf} basis={basis} knownOn={query.knownOn} />
      <SituationSentence figures={all} byLead={byLead} basis={basis} asOf={asOf} to={to} overdueHref={overdueHref} />
      {chosen === null && (
        <ByPlan
          rows={byPlan}
          all={all}
          basis={basis}
          to={to}
          homeHref={(number) => hrefWith('/', params, { plan: number })}
          overdueHref={(number) => hrefWith('/overdue', kept, { plan: number, only: basis })}
        />
      )}
      <div className="three">
        <div>
          {claims && (
            <WaitingClaims
              claims={claims.map(({ number, claimedAt, claim }) => ({ number, claimedAt, onBehalf: claim.onBehalf !== null }))}
              extensions={undecided?.extensions ?? []}
              stages={undecided?.stages ?? []}
              today={today}
            />
          )}
          {!isNow && viewer.role === 'supervisor' && <DecideToday />}
          <OpenTalk figures={all} to={to} obstaclesHref={hrefWith('/obstacles', keptByEffect)} />
          <FiguresTable figures={all} basis={basis} thresholds={plan} to={to} overdueHref={overdueHref} />
        </div>
        <ByLead
          rows={byLead}
          all={all}
          onlyCooperating={onlyCooperating}
          to={to}
          departmentHref={(id) => hrefWith(id ? `/departments/${id}` : '/departments', kept)}
        />
        <div>
          <Section title={t('home.courseTitle')} note={t('home.courseNote')}>
            <CourseChart
              due={due}
              closed={closed}
              firstDay={firstDay}
              asOf={asOf}
              href={{ due: to({ list: 'due' }), closed: to({ light: 'closed' }) }}
            />
          </Section>
          <FurtherFigures figures={all} to={to} />
        </div>
      </div>
      <ByGoal goals={byGoal} plans={chosen ? [] : byPlan} all={all} to={to} />
    </>
  )

  function note() {
    if (chosen === null) return t(last ? 'scope.plansNote' : 'scope.plansNoteOpen', { count: plans.length, ...span })
    const { issuer } = chosen
    return t(last ? 'home.planNote' : 'home.planNoteOpen', { issuer, goals: byGoal.length, ...span })
  }
}

const earliest = (days: readonly Day[]): Day => [...days].sort()[0] ?? ''
