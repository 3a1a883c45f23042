import { useTranslations } from 'next-intl'

/** What a supervisor found on the last visit, below what the department reports; bold where it is less. Whole percents. */
export function Checked({ row: { checked, progress } }: { row: { checked: number | null; progress: number } }) {
  const t = useTranslations('ledger')
  if (checked === null) return null
  const text = t('checkedAt', { progress: checked })
  return <span className="x soft">{checked < progress ? <b>{text}</b> : text}</span>
}
