import { useLocale, useTranslations } from 'next-intl'
import { ExpandableText } from '@/components/ui/expandable-text'
import type { Day } from '@/domain/calendar'
import type { Part } from '@/domain/words'
import { dayText } from '@/messages/day-text'

/** What a cooperating department said last, and since when; with its name where the page is not its own. */
export function PartCell({ part, since, note, department }: { part: Part; since: Day; note: string; department: string | null }) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <td className="c-part">
      {department && <span className="x soft">{department}</span>}
      {t(`parts.${part}`)}
      <span className="x muted">{t('department.since', { day: dayText(since, locale) })}</span>
      {note && <ExpandableText text={note} lines={1} fits={24} />}
    </td>
  )
}
