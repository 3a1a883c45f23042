import { useTranslations } from 'next-intl'

/** The steps of an import, on one page, each with how it stands. */
export function StepNav({ rows, blocking, doubts }: { rows: number; blocking: number; doubts: number }) {
  const t = useTranslations('import')
  const steps = [
    { id: 'source', title: t('steps.source'), state: t('rowsRead', { rows }) },
    { id: 'doubts', title: t('steps.doubts'), state: doubts === 0 ? t('allSettled') : t('toSettle', { blocking, doubts }) },
    { id: 'proof', title: t('steps.proof'), state: '' },
    { id: 'import', title: t('steps.import'), state: blocking > 0 ? t('waitsForAnswers') : t('ready') },
  ]
  return (
    <nav aria-label={t('stepsLabel')}>
      <ol className="steps">
        {steps.map(({ id, title, state }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a> {state && <span className={id === 'doubts' && blocking > 0 ? 'late' : 'muted'}>{state}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
