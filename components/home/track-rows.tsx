import { useLocale, useTranslations } from 'next-intl'
import type { Thing } from '@/components/home/to-do-list'
import type { TaskEvent } from '@/domain/events'
import { dayText } from '@/messages/day-text'

type Of<K extends TaskEvent['kind']> = Extract<TaskEvent, { kind: K }>
/** What supervision leaves for the lead to do about a task. */
export type TrackThing = {
  row: Thing
  refused: Of<'extension_refused'> | null
  returned: readonly Of<'stage_returned'>[]
  missing: readonly number[]
}

/** What was answered or is missing, in words. */
export function TrackReason({ thing: { row, refused, returned, missing } }: { thing: TrackThing }) {
  const t = useTranslations()
  const locale = useLocale()
  const years = missing.map((year) => t('stages.yearOf', { year: String(year) })).join(t('common.listSeparator'))
  return (
    <>
      {refused && (
        <div>
          <b>{t('toDo.extensionRefusedOn', { day: dayText(refused.effectiveOn, locale) })}</b> {refused.payload.reason}{' '}
          {row.daysLate.approved > 0 && <span className="late">{t('common.daysLate', { count: row.daysLate.approved })}</span>}
        </div>
      )}
      {returned.map(({ seq, effectiveOn, payload: { year, reason } }) => (
        <div key={seq}>
          <b>{t('toDo.stageReturnedOn', { day: dayText(effectiveOn, locale), year: String(year) })}</b> {reason}
        </div>
      ))}
      {years && <div>{t('toDo.stagesMissing', { years })}</div>}
    </>
  )
}
