import { useTranslations } from 'next-intl'

/** Reported progress as a bar, and a tick where it should be by now. Whole percents; `expected` is null without a deadline. */
export function ProgressBar({ progress, expected }: { progress: number; expected: number | null }) {
  const t = useTranslations('common')
  const tick = expected === null ? 0 : Math.min(Math.max(expected, 0.8), 99.2)
  return (
    <span className="prog">
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect className="track" y="3" width="100" height="6" />
        <rect className="fill" y="3" width={progress} height="6" />
        {expected !== null && <line className="tick-line" x1={tick} x2={tick} y1="0" y2="12" />}
      </svg>
      <span className="p">
        <span className="vh">{t('progressOnly', { progress })}</span>
        <span aria-hidden="true">{progress}%</span>
      </span>
      {expected !== null && <span className="e">{t('expected', { value: expected })}</span>}
    </span>
  )
}
