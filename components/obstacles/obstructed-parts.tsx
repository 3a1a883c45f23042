import { useTranslations } from 'next-intl'
import { type Stop, StopsTable } from '@/components/obstacles/stops-table'
import { Section } from '@/components/ui/section'

type Part = Stop & { departmentId: string; note: string }

/** The parts that cooperating departments confirmed as obstructed, the oldest first. */
export function ObstructedParts({ parts, taskHref }: { parts: readonly Part[]; taskHref: (number: number, anchor: string) => string }) {
  const t = useTranslations('obstacles')
  const stops = parts.map((part) => {
    const { number } = part.row
    return { ...part, key: `${number}-${part.departmentId}`, text: part.note, href: taskHref(number, 'parts') }
  })
  return (
    <Section title={t('partsTitle')} id="parts" note={t('partsNote')}>
      <StopsTable stops={stops} textHead={t('partNote')} className="plainhead" />
    </Section>
  )
}
