import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/section'
import { numberText, taskPath } from '@/domain/task-number'

type LeftOutProps = {
  items: readonly {
    number: number
    title: string
    department: string | null
    why: 'closed' | 'withdrawn' | 'claimed' | 'confirmed' | 'nudged-today'
  }[]
}

/** Chosen tasks of which nobody is reminded, each with the reason. */
export function LeftOut({ items }: LeftOutProps) {
  const t = useTranslations('nudges')
  return (
    <Section title={t('leftOut', { count: items.length })} className="leftout">
      <ul>
        {items.map(({ number, title, department, why }) => (
          <li key={`${number} ${department}`}>
            <AppLink href={taskPath(number)}>{t('leftOutTask', { number: numberText(number), title })}</AppLink>{' '}
            <span className="muted">{t(`leftOutWhy.${why}`, { department: department ?? '' })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
