import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Figures, percentText } from '@/components/home/figures'
import { Count, linked, type To } from '@/components/ledger/ledger-link'
import { Section } from '@/components/ui/section'
import { closedRate, onTimeRate } from '@/domain/rates'
import type { Basis } from '@/domain/words'

type FiguresTableProps = {
  figures: Figures
  basis: Basis
  thresholds: { behindPoints: number; dueSoonDays: number }
  to: To
  overdueHref: (basis: Basis) => string
}

/** The figures one by one, with what they mean and how the rates are made (rule 10). */
export function FiguresTable({ figures, basis, thresholds, to, overdueHref }: FiguresTableProps) {
  const t = useTranslations()
  const { total, long_term: longTerm, onTime } = figures
  const { closed, withdrawn } = figures.lights
  const other: Basis = basis === 'issued' ? 'approved' : 'issued'
  const overdue = figures[`overdue_${basis}`]
  const rates = {
    closed: percentText(closedRate({ closed, total, withdrawn, longTerm })),
    onTime: percentText(onTimeRate({ onTime: onTime[basis], closed, overdue })),
  }
  return (
    <Section title={t('home.figuresTitle')} id="figures" note={t('home.overlap')}>
      <table className="plainhead figures">
        <tbody>
          <Row word={t('home.totalTasks')} count={total} href={to({})}>
            {t('home.withinTotal', { withdrawn, longTerm })}
          </Row>
          <Row word={t('home.closed')} count={closed} href={to({ light: 'closed' })}>
            {t('home.closedRateOf', { rate: rates.closed, closed, total, withdrawn, longTerm })}
          </Row>
          <Row word={t('home.onTime')} count={onTime[basis]} href={basis === 'approved' ? to({ list: 'on_time' }) : undefined}>
            {t('home.onTimeRateOf', { rate: rates.onTime, onTime: onTime[basis], closed, overdue })}
            {onTime.onLateEntries > 0 && (
              <>
                {t('common.alsoSeparator')}
                {t('home.lateEntries', { onTime: onTime.approved, count: onTime.onLateEntries })}
              </>
            )}
          </Row>
          <Row word={t('states.claimed')} count={figures.claimed} href={to({ list: 'claimed' })} />
          <Row word={t('lights.overdue')} count={overdue} href={overdueHref(basis)} className="late">
            {t.rich('home.otherBasis', {
              other: t(`bases.${other}`),
              count: figures[`overdue_${other}`],
              toOther: linked(figures[`overdue_${other}`], overdueHref(other)),
            })}
          </Row>
          <Row word={t('lights.due_soon')} count={figures.due_soon} href={to({ list: 'due_soon' })}>
            {t('lightMeanings.due_soon', { days: thresholds.dueSoonDays })}
          </Row>
          <Row word={t('lights.behind')} count={figures.behind} href={to({ list: 'behind' })}>
            {t('lightMeanings.behind', { points: thresholds.behindPoints })}
          </Row>
        </tbody>
      </table>
    </Section>
  )
}

type FurtherFiguresProps = Pick<FiguresTableProps, 'figures' | 'to'>

/** What goes with the course: extensions, visits, long-term tasks. */
export function FurtherFigures({ figures, to }: FurtherFiguresProps) {
  const t = useTranslations()
  return (
    <Section title={t('home.furtherTitle')} note={t('home.furtherNote')}>
      <table className="plainhead figures">
        <tbody>
          <Row word={t('home.extended')} count={figures.extended} href={to({ list: 'extended' })}>
            {t.rich('home.extensionRequested', {
              count: figures.extension_requested,
              to: linked(figures.extension_requested, to({ list: 'extension_requested' })),
            })}
          </Row>
          <Row word={t('home.gap')} count={figures.gap} href={to({ list: 'gap' })} />
          <Row word={t('home.longTerm')} count={figures.long_term} href={to({ list: 'long_term' })}>
            {t.rich('home.stageMissing', {
              count: figures.stage_missing,
              to: linked(figures.stage_missing, to({ list: 'stage_missing' })),
            })}
            {t('common.listSeparator')}
            {t.rich('home.stageWaits', {
              count: figures.stage_reported,
              to: linked(figures.stage_reported, to({ list: 'stage_reported' })),
            })}
          </Row>
        </tbody>
      </table>
    </Section>
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
