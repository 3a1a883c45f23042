import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Figures, type LeadFigures, percentText } from '@/components/home/figures'
import { linked, type To } from '@/components/ledger/ledger-link'
import { AppLink } from '@/components/ui/app-link'
import type { Day } from '@/domain/calendar'
import { closedRate, onTimeRate } from '@/domain/rates'
import type { Basis } from '@/domain/words'
import { dayText } from '@/messages/day-text'

type SituationSentenceProps = {
  figures: Figures
  byLead: readonly LeadFigures[]
  basis: Basis
  asOf: Day
  to: To
  overdueHref: (basis: Basis) => string
}

/** Where the plan stands, in two sentences; every number leads to its rows, the rates to their formula. */
export function SituationSentence({ figures, byLead, basis, asOf, to, overdueHref }: SituationSentenceProps) {
  const t = useTranslations('home')
  const other: Basis = basis === 'issued' ? 'approved' : 'issued'
  const overdue = figures[`overdue_${basis}`]
  const otherOverdue = figures[`overdue_${other}`]
  const { closed, withdrawn } = figures.lights
  const open = figures.total - closed - withdrawn
  const leads = byLead.filter((row) => row.figures[`overdue_${basis}`] > 0).length
  const late = figures.overdue_approved
  // claimed by the deadline and not decided: due, not closed, not overdue (rule 2)
  const waiting = figures.due - figures.due_closed - late
  const toFormula = (text: ReactNode) => <AppLink href="#figures">{text}</AppLink>
  return (
    <p className="lead">
      {t.rich('sentence', {
        total: figures.total,
        closed,
        withdrawn,
        open,
        overdue,
        leads,
        otherOverdue,
        basis,
        toAll: linked(figures.total, to({})),
        toClosed: linked(closed, to({ light: 'closed' })),
        toWithdrawn: linked(withdrawn, to({ light: 'withdrawn' })),
        toOpen: linked(open, to({ list: 'open' })),
        toLate: linked(overdue, overdueHref(basis), 'late'),
        toLeads: linked(leads, overdueHref(basis)),
        toOther: linked(otherOverdue, overdueHref(other)),
      })}
      <span className="why">
        {t.rich('dueSentence', {
          day: dayText(asOf, useLocale()),
          due: figures.due,
          done: figures.due_closed,
          missing: figures.due - figures.due_closed,
          late,
          waiting,
          early: figures.early,
          toDue: linked(figures.due, to({ list: 'due' })),
          toDone: linked(figures.due_closed, to({ list: 'due_closed' })),
          toLate: linked(late, overdueHref('approved')),
          toWaiting: linked(waiting, to({ list: 'due', light: 'claimed' })),
          toEarly: linked(figures.early, to({ list: 'early' })),
        })}
        {t.rich('rates', {
          basis,
          closedRate: percentText(closedRate({ ...figures.lights, total: figures.total, longTerm: figures.long_term })),
          onTimeRate: percentText(onTimeRate({ onTime: figures.onTime[basis], closed, overdue })),
          toRates: toFormula,
          toRates2: toFormula,
        })}
      </span>
    </p>
  )
}
