import { useTranslations } from 'next-intl'
import { InstantText } from '@/components/ui/instant-text'
import { Section } from '@/components/ui/section'
import type { Instant } from '@/domain/calendar'
import type { NoticeStep } from '@/domain/notices'

type Entry = {
  seq: number
  step: NoticeStep
  recordedAt: Instant
  actor: string
  post: string
  department: string | null
  text: string
  reports: { number: number; progress: number }[]
}

/** Who did what with a notice, and what they wrote; the demand itself stands on the notice. */
export function NoticeHistory({ entries }: { entries: readonly Entry[] }) {
  const t = useTranslations()
  return (
    <Section title={t('terms.history')} id="history" className="noprint">
      <ol className="hist">
        {entries.map(({ seq, step, recordedAt, actor, post, department, text, reports }) => (
          <li key={seq}>
            <InstantText at={recordedAt} />
            <div>
              <b>{t(`noticeSteps.${step}`)}</b>　<span className="muted">{[department, post, actor].filter(Boolean).join(' ')}</span>
              {step !== 'issued' && text && <q className="x">{text}</q>}
              {reports.length > 0 && (
                <span className="note">{reports.map((report) => t('notices.reported', report)).join(t('common.listSeparator'))}</span>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
