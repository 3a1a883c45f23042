import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Figures, percentText } from '@/components/home/figures'
import { Count, linked, type To } from '@/components/ledger/ledger-link'
import { Section } from '@/components/ui/section'
import { type Day, daysBetween } from '@/domain/calendar'
import { closedRate, onTimeRate } from '@/domain/rates'
import type { Basis } from '@/domain/words'
import { dayText } from '@/messages/day-text'

export type OverviewFiguresProps = {
  asOf: Day
  departmentId: string
  /** Of what the department leads; null if it leads nothing. */
  figures: (Figures & Record<'extended' | 'extension_requested' | 'obstructed' | 'stage_missing', number>) | null
  participating: number
  reporting: {
    owed: number
    missing: number
    lastReportOn: Day | null
    missedInARow: number
    countedBack: number
    since: Day
    period: { dueOn: Day } | null
  }
  /** The plan of which `reporting` speaks where the rest speaks of several; else null. */
  reportsOf: { number: number; name: string } | null
  notices: { open: number; overdue: number }
  /** Tasks in which others wait for the department's part; those of its own that wait for others'. */
  owed: number
  waits: number
  to: To
  overdueHref: (basis: Basis) => string
  /** Null where the list of notices cannot speak of the day. */
  noticesHref: ((filter: Record<string, string>) => string) | null
}

/** A department's figures one by one: what it leads, what it owes to the supervisor, what it owes to others. */
export function OverviewFigures(props: OverviewFiguresProps) {
  const t = useTranslations()
  const { departmentId, participating, notices, waits, owed, to, noticesHref } = props
  return (
    <Section title={t('overview.figuresTitle')} id="figures" note={t('home.overlap')}>
      <table className="plainhead figures">
        <tbody>
          {props.figures && <Leading {...props} figures={props.figures} />}
          <Row word={t('overview.participating')} count={participating} href={to({ department: departmentId })}>
            {t('overview.participatingNote')}
          </Row>
          <Row word={t('overview.waits')} count={waits} href={to({ waits: departmentId })}>
            {t('overview.waitsNote')}
          </Row>
          <Row word={t('overview.owed')} count={owed} href={to({ waitsFor: departmentId })}>
            {t('overview.owedNote')}
          </Row>
          <Row word={t('overview.notices')} count={notices.open} href={noticesHref?.({ state: 'open' })}>
            {notices.overdue > 0 &&
              t.rich('overview.repliesOverdue', {
                count: notices.overdue,
                toOverdue: (text) => (noticesHref ? linked(notices.overdue, noticesHref({ overdue: '1' }), 'late')(text) : text),
              })}
          </Row>
        </tbody>
      </table>
    </Section>
  )
}

function Leading({ figures, ...props }: OverviewFiguresProps & { figures: NonNullable<OverviewFiguresProps['figures']> }) {
  const t = useTranslations()
  const { asOf, departmentId: lead, reporting, reportsOf, to, overdueHref } = props
  const { total, long_term: longTerm, onTime } = figures
  const { closed, withdrawn } = figures.lights
  const overdue = figures.overdue_approved
  const rates = {
    closed: percentText(closedRate({ closed, total, withdrawn, longTerm })),
    onTime: percentText(onTimeRate({ onTime: onTime.approved, closed, overdue })),
  }
  const list = (code: string) => to({ lead, list: code })
  return (
    <>
      <Row word={t('overview.leading')} count={total} href={to({ lead })}>
        {t('home.withinTotal', { withdrawn, longTerm })}
      </Row>
      <Row word={t('home.closed')} count={closed} href={to({ lead, light: 'closed' })}>
        {t('home.closedRateOf', { rate: rates.closed, closed, total, withdrawn, longTerm })}
      </Row>
      <Row word={t('home.onTime')} count={onTime.approved} href={list('on_time')}>
        {t('home.onTimeRateOf', { rate: rates.onTime, onTime: onTime.approved, closed, overdue })}
        {onTime.onLateEntries > 0 && (
          <>
            {t('common.alsoSeparator')}
            {t('home.lateEntries', { onTime: onTime.approved, count: onTime.onLateEntries })}
          </>
        )}
      </Row>
      <Row word={t('lights.overdue')} count={overdue} href={overdueHref('approved')} className="late">
        {t.rich('home.otherBasis', {
          other: t('bases.issued'),
          count: figures.overdue_issued,
          toOther: linked(figures.overdue_issued, overdueHref('issued')),
        })}
      </Row>
      <Row word={t('states.claimed')} count={figures.claimed} href={list('claimed')} />
      <Row word={t('lights.due_soon')} count={figures.due_soon} href={list('due_soon')} />
      <Row word={t('lights.behind')} count={figures.behind} href={list('behind')} />
      <Row
        word={t('overview.silent')}
        count={reporting.missing}
        href={to({ lead, silentSince: reporting.since, ...(reportsOf && { plan: String(reportsOf.number) }) })}
      >
        {reportsOf && t('overview.reportsOfPlan', { plan: reportsOf.name })}
        <Reports reporting={reporting} asOf={asOf} />
      </Row>
      <Row word={t('overview.obstacles')} count={figures.obstructed} href={list('obstructed')} />
      <Row word={t('overview.extended')} count={figures.extended} href={list('extended')}>
        {figures.extension_requested > 0 &&
          t.rich('overview.requested', {
            count: figures.extension_requested,
            toRequested: linked(figures.extension_requested, list('extension_requested')),
          })}
      </Row>
      {longTerm > 0 && (
        <Row word={t('overview.stageMissing')} count={figures.stage_missing} href={list('stage_missing')}>
          {t('overview.longTerm', { count: longTerm })}
        </Row>
      )}
    </>
  )
}

/** What was due this period, and how long the department has been silent. */
function Reports({ reporting, asOf }: Pick<OverviewFiguresProps, 'reporting' | 'asOf'>) {
  const t = useTranslations('overview')
  const locale = useLocale()
  const { owed, missedInARow, countedBack, lastReportOn, period, since } = reporting
  return (
    <>
      {period
        ? t('owedReports', { owed, day: dayText(period.dueOn, locale, 'short') })
        : t('openSince', { owed, day: dayText(since, locale, 'short') })}
      {lastReportOn === null
        ? t('neverReported')
        : t('lastReport', { day: dayText(lastReportOn, locale), days: daysBetween(lastReportOn, asOf) })}
      {missedInARow > 0 && t(missedInARow === countedBack ? 'missedMore' : 'missed', { count: missedInARow })}
    </>
  )
}

type RowProps = { word: string; count: number; href?: string; className?: string; children?: ReactNode }

function Row({ word, count, href, className, children }: RowProps) {
  return (
    <tr>
      <th scope="row">{word}</th>
      <td className="r num">{href === undefined ? count : <Count count={count} href={href} className={className} />}</td>
      <td className="note">{children}</td>
    </tr>
  )
}
