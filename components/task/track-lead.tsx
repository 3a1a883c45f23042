import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Found } from '@/components/task/double-track'
import { missingYears, waitingStage } from '@/components/task/stages'
import type { TaskView } from '@/components/task/task-view'
import { gapOf, isOpen } from '@/domain/course'
import { dayText } from '@/messages/day-text'

const to = (id: string) => (chunks: ReactNode) => <a href={`#${id}`}>{chunks}</a>

/** What supervision adds to the sentence under the title: a pending request, a gap to what was checked, a stage result that is missing. */
export function TrackLead({ task }: { task: TaskView }) {
  const t = useTranslations()
  const locale = useLocale()
  const { standing, events } = task
  const request = events.find(({ seq }) => seq === standing.extensionSeq)
  const missing = isOpen(standing.state) ? missingYears(task) : []
  const stage = isOpen(standing.state) ? waitingStage(task) : null
  const hasGap = gapOf(standing) > 0
  const years = missing.map((year) => t('stages.yearOf', { year: String(year) })).join(t('common.listSeparator'))
  return (
    <>
      {request?.kind === 'extension_requested' &&
        t.rich('extensions.lead', { day: dayText(request.payload.dueOn, locale), a: to('extensions') })}
      {hasGap && (
        <>
          <Found task={task} />
          {t('history.stop')}
        </>
      )}
      {missing.length > 0 && t.rich('stages.leadMissing', { years, a: to('stages') })}
      {stage && t.rich('stages.leadWaits', { year: String(stage.payload.year), a: to('stages') })}
    </>
  )
}
