import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type CalendarDay, weekday } from '@/components/calendar/year-calendar'
import { ActionForm, FormText } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { FormChoices } from '@/components/ui/form-choices'
import { FormDay } from '@/components/ui/form-day'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { CALENDAR_DAY_KINDS } from '@/domain/working-days'
import { dayText } from '@/messages/day-text'

type CalendarFormsProps = {
  calendar: { year: number; published: boolean; days: readonly CalendarDay[] }
  actions: { setDay: Action; removeDay: Action; setPublished: Action }
  children: ReactNode
}

/** Whether the year's arrangement was published, the months, a day to add or change, and the days of the year with the way to remove each. */
export function CalendarForms({ calendar, actions, children }: CalendarFormsProps) {
  const t = useTranslations('calendar')
  const { year, published, days } = calendar
  return (
    <>
      <ActionForm action={actions.setPublished} id={`published-${year}`} className="published">
        <p>{t(published ? 'published' : 'unpublished', { year: String(year) })}</p>
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="published" value={String(!published)} />
        <SubmitButton variant="normal">{t(published ? 'markUnpublished' : 'markPublished')}</SubmitButton>
      </ActionForm>
      {children}
      <p className="note">{t('legend')}</p>
      <div className="twocol">
        <Section title={t('setTitle')} note={t('setNote')} className="noprint">
          <ActionForm action={actions.setDay} id="set">
            <FormDay name="day" label={t('day')} defaultValue="" required />
            <FormChoices
              name="kind"
              legend={t('kind')}
              options={CALENDAR_DAY_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
              defaultValue="holiday"
            />
            <FormText name="name" label={t('name')} hint={t('nameHint')} />
            <SubmitButton>{t('save')}</SubmitButton>
          </ActionForm>
        </Section>
        <Section title={t('daysTitle', { year: String(year) })} note={t('daysCount', { count: days.length })}>
          <ActionForm action={actions.removeDay} id="remove">
            <Days days={days} />
          </ActionForm>
        </Section>
      </div>
    </>
  )
}

function Days({ days }: { days: readonly CalendarDay[] }) {
  const t = useTranslations('calendar')
  const locale = useLocale()
  if (days.length === 0) return <p className="note">{t('noDays')}</p>
  return (
    <table className="caldays">
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="noprint">
            <span className="vh">{t('remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, kind, name }) => (
          <tr key={day}>
            <td className="nb">
              {dayText(day, locale, 'short')} <span className="muted">{weekday(day, locale, 'short')}</span>
            </td>
            <td>{t(`kinds.${kind}`)}</td>
            <td>{name}</td>
            <td className="r noprint">
              <SubmitButton name="day" value={day} variant="plain" small aria-label={t('removeDay', { day: dayText(day, locale) })}>
                {t('remove')}
              </SubmitButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
