import { useTranslations } from 'next-intl'

/** What a supervisor found on the last visit, below what the department reports; bold where it is less. Whole percents. */
export function Checked({ row: { checked, gap } }: { row: { checked: number | null; gap: number } }) {
  const t = useTranslations('ledger')
  if (checked === null) return null
  const text = t('checkedAt', { progress: checked })
  return <span className="x soft">{gap > 0 ? <b>{text}</b> : text}</span>
}
