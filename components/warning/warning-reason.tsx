import { useTranslations } from 'next-intl'
import type { Risk } from '@/domain/risk'

type WarningReasonProps = {
  risk: Risk
  progress: number
  everReported: boolean
  /** Names of the departments whose part is waited for. */
  unconfirmed: readonly string[]
  /** Silence up to this many days is not worth saying. */
  quietDays: number
}

/** Why a task is on the board, in a sentence. */
export function WarningReason({ risk, progress, everReported, unconfirmed, quietDays }: WarningReasonProps) {
  const t = useTranslations('warning')
  const separator = useTranslations('common')('listSeparator')
  const course = risk.behind > 0 ? t('behind', { progress, points: risk.behind }) : t('onCourse', { progress })
  const facts = [
    `${t('left', { days: risk.daysLeft })}${t('comma')}${course}`,
    !everReported && t('never'),
    everReported && risk.silentDays > quietDays && t('silent', { days: risk.silentDays }),
    risk.obstacles > 0 && t('obstacles', { count: risk.obstacles }),
    unconfirmed.length > 0 && t('unconfirmed', { departments: unconfirmed.join(separator) }),
  ].filter((fact) => fact !== false)
  return (
    <>
      {facts.join(t('semicolon'))}
      {t('stop')}
    </>
  )
}
