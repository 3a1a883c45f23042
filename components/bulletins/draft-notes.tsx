import { useTranslations } from 'next-intl'
import { linked } from '@/components/ledger/ledger-link'
import { AppLink } from '@/components/ui/app-link'

type DraftNotesProps = {
  claimed: number
  asOfToday: boolean
  demo: boolean
  counts: boolean
  /** The plan's issuer, which signs while no office is named. */
  unnamedOffice: { issuer: string; settings: string } | null
}

/** What to look at before a draft is issued. */
export function DraftNotes({ claimed, asOfToday, demo, counts, unnamedOffice }: DraftNotesProps) {
  const t = useTranslations('bulletins')
  return (
    <div className="draftnotes">
      <p className="fromledger">{t('figuresNote')}</p>
      <ul className="plain">
        {unnamedOffice && (
          <li>
            {t.rich('officeNote', {
              office: unnamedOffice.issuer,
              toSettings: (text) => <AppLink href={unnamedOffice.settings}>{text}</AppLink>,
            })}
          </li>
        )}
        {asOfToday && <li>{t('asOfTodayWarning')}</li>}
        {claimed > 0 && <li>{t.rich('claimedWarning', { count: claimed, toReview: linked(claimed, '/review') })}</li>}
        {counts && <li>{t('countsWarning')}</li>}
        {demo && <li>{t('demoWarning')}</li>}
      </ul>
    </div>
  )
}
