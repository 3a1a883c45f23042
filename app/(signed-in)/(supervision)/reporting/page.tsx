import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, readListQuery, type SearchParams } from '@/app/list-query'
import { linked } from '@/components/ledger/ledger-link'
import { PlanSwitch } from '@/components/ledger/plan-choice'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { periodName } from '@/components/reporting/period-name'
import { ReportingTable } from '@/components/reporting/reporting-table'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { SelectionBar } from '@/components/ui/selection'
import { planName } from '@/db/queries/current-plan'
import { PERIODS_BACK, reporting } from '@/db/queries/reporting'
import { daysBetween } from '@/domain/calendar'
import { isPastDue } from '@/domain/reporting-periods'
import { dayText } from '@/messages/day-text'

const PATH = '/reporting'
const CELLS = 6

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reporting'))('title') }
}

/** Who has reported in this period and who has not: of one plan, the first with a rhythm unless another is asked for. */
export default async function ReportingPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { viewer, db, plans, today } = await ledgerContext()
  if (viewer.departmentId !== null) notFound()
  const query = readListQuery(await searchParams, today, plans)
  const { asOf, plan: asked, planRefused } = query
  const plan = plans.find(({ number }) => number === asked) ?? plans.find(({ rhythm }) => rhythm !== 'none') ?? plans[0]
  if (!plan || planRefused !== null) notFound()
  const { rules, current, since, rows } = await reporting(db, viewer, plan, { asOf, plan: plan.number })
  const t = await getTranslations('reporting')
  const locale = await getLocale()
  const day: Record<string, string> = asOf === today ? {} : { asOf }
  const ofPlan: Record<string, string> = plans.length > 1 ? { plan: String(plan.number) } : {}
  const owed = rows.reduce((sum, row) => sum + row.owed, 0)
  const reported = rows.reduce((sum, row) => sum + row.reported, 0)
  const missing = owed - reported
  const behind = rows.filter((row) => row.reported < row.owed).length
  // a reminder is about today; an earlier day is only looked at
  const selects = viewer.role === 'supervisor' && asOf === today
  const silentDays = current ? null : daysBetween(since, asOf)
  const missingHref = (lead?: string) => hrefWith('/ledger', { ...ofPlan, ...(lead ? { lead } : {}), silentSince: since, ...day })
  const words = {
    owed,
    reported,
    missing,
    departments: behind,
    b: (text: React.ReactNode) => <b>{text}</b>,
    a: linked(missing, missingHref()),
  }
  return (
    <>
      <PageHead
        title={t('title')}
        note={t(`note.${plan.rhythm}`, { day: plan.reportDay })}
        tools={
          <>
            <PlanSwitch
              action={PATH}
              plans={plans.map((one) => ({ number: one.number, name: planName(one) }))}
              plan={plan.number}
              kept={day}
            />
            <AsOfPicker asOf={asOf} today={today} path={PATH} params={ofPlan} />
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={query} today={today} byDay />
      <PrintLine asOf={asOf}>{plan.title}</PrintLine>
      <p className="lead">
        {current ? sentence() : t.rich('silentSentence', { ...words, days: silentDays ?? 0 })}
        <span className="why">
          {current && dueWords()} {!current && plan.rhythm === 'none' && t('none')}
          {!current && plan.rhythm !== 'none' && t('notYet', { day: dayText(rules.reportingFrom, locale) })} {t('counts')}
        </span>
      </p>
      {rows.length === 0 ? (
        <p className="note">{t('empty')}</p>
      ) : (
        <ReportingTable
          rows={rows}
          asOf={asOf}
          silentDays={silentDays}
          countedBack={PERIODS_BACK}
          shown={CELLS}
          selects={selects}
          missingHref={missingHref}
          cellHref={(lead, { from, to }) =>
            hrefWith('/ledger', { ...ofPlan, lead, silentSince: from, ...(to < asOf ? { asOf: to } : day) })
          }
          nudgeHref={(lead) => hrefWith('/nudge', { ...ofPlan, lead, silentSince: since })}
        />
      )}
      {current && (
        <p className="note periods-legend">
          {(['full', 'part', 'none', 'running', 'nothing'] as const).map((look) => (
            <span key={look}>
              <span className={`periods-key is-${look}`} aria-hidden="true" /> {t(`legend.${look}`)}
            </span>
          ))}
        </p>
      )}
      {selects && missing > 0 && <SelectionBar of="departments" hidden={{ ...ofPlan, silentSince: since }} />}
    </>
  )

  function sentence() {
    if (!current) return null
    const { rhythm, ...name } = periodName(current, locale)
    const period = t(`period.${rhythm}`, name)
    if (owed === 0) return t('nothingOwed', { period })
    return missing === 0 ? t('allReported', { period, owed }) : t.rich('sentence', { ...words, period })
  }
  function dueWords() {
    if (!current) return null
    const dueOn = dayText(current.dueOn, locale)
    return isPastDue(current, asOf) ? t('pastDue', { day: dueOn }) : t('due', { day: dueOn, days: daysBetween(asOf, current.dueOn) })
  }
}
