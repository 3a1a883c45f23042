import { getLocale, getTranslations } from 'next-intl/server'
import type { LedgerContext } from '@/app/ledger-context'
import { hrefWith, listParams, readListQuery, type SearchParams } from '@/app/list-query'
import { CourseChart } from '@/components/charts/course-chart'
import { ByGoal } from '@/components/home/by-goal'
import { ByLead } from '@/components/home/by-lead'
import { FiguresTable, FurtherFigures } from '@/components/home/figures-table'
import { OpenTalk } from '@/components/home/open-talk'
import { SituationSentence } from '@/components/home/situation-sentence'
import { WaitingClaims } from '@/components/home/waiting-claims'
import { AsOfRefused } from '@/components/ledger/as-of-refused'
import { BasisSwitch } from '@/components/ledger/basis-switch'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { Section } from '@/components/ui/section'
import { decisionQueue } from '@/db/queries/decision-queue'
import { reviewQueue } from '@/db/queries/review-queue'
import { situation } from '@/db/queries/situation'
import type { Basis } from '@/domain/words'
import { dayText } from '@/messages/day-text'

/** The home of supervisors and leaders: where the plan stands as of a day, every number with the way to its rows. */
export async function SituationHome({ viewer, db, plan, today, searchParams }: LedgerContext & { searchParams: SearchParams }) {
  const t = await getTranslations()
  const locale = await getLocale()
  const query = readListQuery(searchParams, today)
  const { asOf, basis } = query
  const params = listParams({ ...query, filter: {}, sort: 'number', descending: false, page: 1 }, today)
  const { all, byLead, onlyCooperating, byGoal, due, closed } = await situation(db, viewer, { asOf })
  const claims = await reviewQueue(db, viewer, today)
  const undecided = await decisionQueue(db, viewer, today)
  const to = (changes: Parameters<typeof hrefWith>[2]) => hrefWith('/ledger', params, changes)
  const overdueHref = (code: Basis) => hrefWith('/overdue', params.asOf ? { asOf: params.asOf } : {}, { only: code })
  const last = due.at(-1)?.day
  const span = { issuer: plan.issuer, goals: byGoal.length, first: dayText(plan.firstDay, locale, 'month') }
  return (
    <>
      <PageHead
        title={plan.title}
        note={last ? t('home.planNote', { ...span, last: dayText(last, locale, 'month') }) : t('home.planNoteOpen', span)}
        tools={
          <>
            <AsOfPicker asOf={asOf} today={today} path="/" params={params} />
            <BasisSwitch basis={basis} hrefOf={(code) => hrefWith('/', params, { basis: code })} />
            <PrintButton />
          </>
        }
      />
      {query.asOfRefused !== null && <AsOfRefused asked={query.asOfRefused} today={today} />}
      <PrintLine asOf={asOf} basis={basis} />
      <SituationSentence figures={all} byLead={byLead} basis={basis} asOf={asOf} to={to} overdueHref={overdueHref} />
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
          <OpenTalk figures={all} to={to} obstaclesHref={hrefWith('/obstacles', params.asOf ? { asOf: params.asOf } : {})} />
          <FiguresTable figures={all} basis={basis} thresholds={plan} to={to} overdueHref={overdueHref} />
        </div>
        <ByLead rows={byLead} all={all} onlyCooperating={onlyCooperating} to={to} />
        <div>
          <Section title={t('home.courseTitle')} note={t('home.courseNote')}>
            <CourseChart
              due={due}
              closed={closed}
              firstDay={plan.firstDay}
              asOf={asOf}
              href={{ due: to({ list: 'due' }), closed: to({ light: 'closed' }) }}
            />
          </Section>
          <FurtherFigures figures={all} to={to} />
        </div>
      </div>
      <ByGoal goals={byGoal} all={all} to={to} />
    </>
  )
}
