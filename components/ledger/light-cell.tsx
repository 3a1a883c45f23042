import { useTranslations } from 'next-intl'
import type { LedgerRow } from '@/components/ledger/ledger-row'
import { LightWord } from '@/components/ui/light-mark'

type Marked = Pick<LedgerRow, 'light' | 'state' | 'returnSeq' | 'deadline' | 'obstacles' | 'instructions'>

/** The light, and below it what the light alone does not tell: a late claim, a return, a long-term task, an obstacle, a 批示. */
export function LightCell({ row }: { row: Marked }) {
  const t = useTranslations()
  const marks = [
    row.state === 'claimed' && row.light !== 'claimed' && t('lights.claimed'),
    row.state === 'in_progress' && row.returnSeq !== null && t('marks.returned'),
    row.deadline.approvedDueOn === null && t('marks.longTerm'),
    row.obstacles > 0 && t('marks.obstructed'),
    row.instructions > 0 && t('marks.instructed'),
  ].filter((mark) => mark !== false)
  return (
    <>
      <LightWord light={row.light} />
      {marks.map((mark) => (
        <span key={mark} className="x">
          <span className="mark">{mark}</span>
        </span>
      ))}
    </>
  )
}
