import { useTranslations } from 'next-intl'

/** With whom to talk: office, person, telephone. */
export function DutyContact({ duty }: { duty: { office: string; contact: string; phone: string } }) {
  const t = useTranslations('overdue')
  if (!duty.contact && !duty.phone && !duty.office) return <span className="muted">{t('noContact')}</span>
  return (
    <>
      {duty.office && <span className="x">{duty.office}</span>}
      {duty.contact && <span className="x">{duty.contact}</span>}
      {duty.phone && <a href={`tel:${duty.phone.replace(/[^\d+]/g, '')}`}>{duty.phone}</a>}
    </>
  )
}
