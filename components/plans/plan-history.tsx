import { useTranslations } from 'next-intl'
import { DayText } from '@/components/ui/day-text'
import { InstantText } from '@/components/ui/instant-text'
import { citation, type DocumentRef } from '@/domain/document-ref'

type Step = { seq: number; at: string; name: string; post: string } & (
  | { kind: 'imported'; tasks: number }
  | { kind: 'changed_by_document'; document: DocumentRef; on: string; counts: Record<string, number> }
  | { kind: 'named'; from: string | null; to: string | null }
)

/** What was imported and what documents changed, the newest first. */
export function PlanHistory({ steps, importedAt }: { steps: readonly Step[]; importedAt: string }) {
  const t = useTranslations('plans')
  return (
    <ol className="hist">
      {steps.map((step) => (
        <li key={step.seq}>
          <InstantText at={step.at} />
          <div>
            <StepText step={step} />
            <span className="note">{[step.post, step.name].filter(Boolean).join(' ')}</span>
          </div>
        </li>
      ))}
      {!steps.some(({ kind }) => kind === 'imported') && (
        <li>
          <InstantText at={importedAt} />
          <div>{t('importedAtSetUp')}</div>
        </li>
      )}
    </ol>
  )
}

function StepText({ step }: { step: Step }) {
  const t = useTranslations()
  if (step.kind === 'imported') return t('plans.imported', { tasks: step.tasks })
  if (step.kind === 'named') return t('plans.namedFrom', { from: step.from ?? t('common.none'), to: step.to ?? t('common.none') })
  const { added = 0, amended = 0, reassigned = 0, removed = 0, unchanged = 0 } = step.counts
  return (
    <>
      {t('plans.changedBy', { document: citation(step.document) })}
      <span className="x">
        {t('import.changesSum', { added, changed: amended, reassigned, removed, unchanged })}{' '}
        {t.rich('plans.effectiveFrom', { d: () => <DayText day={step.on} /> })}
      </span>
    </>
  )
}
