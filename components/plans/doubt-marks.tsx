import { useTranslations } from 'next-intl'

/** Which doubts concern a cell, each a link to where it is settled. */
export function DoubtMarks({ ids }: { ids: readonly number[] | undefined }) {
  const t = useTranslations('import')
  return ids?.map((id) => (
    <a key={id} className="dq" href={`#doubt-${id}`}>
      {t('doubtMark', { id })}
    </a>
  ))
}
