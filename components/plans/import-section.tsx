import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DoubtView } from '@/components/plans/import-view'
import { Section } from '@/components/ui/section'
import { Segmented } from '@/components/ui/segmented'

type ImportSectionProps = {
  /** What must be settled before; the first of `blockingCount`. */
  blocking: readonly DoubtView[]
  blockingCount: number
  rows: number
  choices: readonly { href: string; label: string; current: boolean }[]
  children: ReactNode
}

/** The last step: as a new plan, or as a change to one; not while something must be settled. */
export function ImportSection({ blocking, blockingCount, rows, choices, children }: ImportSectionProps) {
  const t = useTranslations('import')
  return (
    <Section id="import" title={t('steps.import')} className="step">
      {blockingCount > 0 || rows === 0 ? (
        <>
          <p>
            <b>{rows === 0 ? t('nothingToImport') : t('notYet', { count: blockingCount })}</b>
          </p>
          <ul className="doubts">
            {blocking.map((doubt) => (
              <li key={doubt.id}>
                <a href={`#doubt-${doubt.id}`}>
                  {t('doubtMark', { id: doubt.id })} {doubt.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>
            <Segmented label={t('as')} items={choices} />
          </p>
          {children}
        </>
      )}
    </Section>
  )
}
