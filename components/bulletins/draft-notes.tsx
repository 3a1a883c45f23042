import { useTranslations } from 'next-intl'
import { linked } from '@/components/ledger/ledger-link'

type DraftNotesProps = { claimed: number; asOfToday: boolean; demo: boolean; counts: boolean }

/** What to look at before a draft is issued. */
export function DraftNotes({ claimed, asOfToday, demo, counts }: DraftNotesProps) {
  const t = useTranslations('bulletins')
  return (
    <div className="draftnotes">
      <p className="fromledger">{t('figuresNote')}</p>
      <ul className="plain">
        {asOfToday && <li>{t('asOfTodayWarning')}</li>}
        {claimed > 0 && <li>{t.rich('claimedWarning', { count: claimed, toReview: linked(claimed, '/review') })}</li>}
        {counts && <li>{t('countsWarning')}</li>}
        {demo && <li>{t('demoWarning')}</li>}
      </ul>
    </div>
  )
}
