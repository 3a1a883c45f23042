import { useLocale, useTranslations } from 'next-intl'
import { ActionForm, FormSelect } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { ButtonLink } from '@/components/ui/button'
import { FormChoices } from '@/components/ui/form-choices'
import { FormDay } from '@/components/ui/form-day'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Day } from '@/domain/calendar'
import { BASES, type Basis } from '@/domain/words'
import { dayText } from '@/messages/day-text'

export type DraftLine = { id: string; version: number; plan: string; asOf: Day; basis: Basis }
type DraftSectionProps = {
  drafts: readonly DraftLine[]
  /** The plans without an open draft. */
  plans: readonly { value: string; label: string }[]
  usualDay: Day
  today: Day
  start: Action
  discard: Action
}

/** The open drafts, and the form that begins one. Both forms stay, so that what they did is said after their matter is gone. */
export function DraftSection({ drafts, plans, usualDay, today, start, discard }: DraftSectionProps) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <Section title={t('bulletins.drafts')} note={t('bulletins.draftsNote')} className="noprint">
      <ActionForm action={discard} id="discard">
        {drafts.map(({ id, version, plan, asOf, basis }) => (
          <p key={id} className="btns draftline">
            <span>
              <span lang="zh-CN">{plan}</span> {t('common.asOf', { day: dayText(asOf, locale) })} {t(`bases.${basis}`)}
            </span>
            <ButtonLink href={`/bulletins/${id}`} variant="go">
              {t('bulletins.openDraft')}
            </ButtonLink>
            <SubmitButton variant="normal" name="draft" value={`${id} ${version}`}>
              {t('bulletins.discard')}
            </SubmitButton>
          </p>
        ))}
      </ActionForm>
      <ActionForm action={start} id="start" className="taskform startbulletin">
        {plans.length > 0 && (
          <>
            {plans.length + drafts.length > 1 ? (
              <FormSelect name="plan" label={t('terms.plan')} options={plans} defaultValue={plans[0]?.value} />
            ) : (
              <input type="hidden" name="plan" value={plans[0]?.value} />
            )}
            <FormDay
              name="asOf"
              label={t('common.asOfLabel')}
              hint={t('bulletins.asOfHint')}
              defaultValue={usualDay}
              max={today}
              required
            />
            <FormChoices
              name="basis"
              legend={t('bulletins.basis')}
              hint={t('bulletins.basisHint')}
              options={BASES.map((basis) => ({ value: basis, label: t(`bases.${basis}`) }))}
              defaultValue="approved"
            />
            <p className="btns">
              <SubmitButton>{t('bulletins.start')}</SubmitButton>
            </p>
          </>
        )}
      </ActionForm>
    </Section>
  )
}
