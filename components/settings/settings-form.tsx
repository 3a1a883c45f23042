import { useLocale, useTranslations } from 'next-intl'
import { KeptVersion } from '@/components/settings/kept-version'
import { ActionForm, FormSelect, FormText } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { FormChoices } from '@/components/ui/form-choices'
import { FormDay } from '@/components/ui/form-day'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { DAYS_MAX, type PlanSettings, POINTS_MAX } from '@/domain/plan-settings'
import { LAST_REPORT_DAY, RHYTHMS } from '@/domain/reporting-periods'
import { dayText } from '@/messages/day-text'

type SettingsFormProps = {
  action: Action
  /** The plan's number. */
  plan: number
  settings: PlanSettings
  version: number
  /** What holds where nothing is filled in. */
  usual: { reportingFrom: string; noticeMark: string; officeName: string }
}

/** The plan's settings in three groups, each saying what a change does. */
export function SettingsForm({ action, plan, settings, version, usual }: SettingsFormProps) {
  const t = useTranslations('settings')
  const locale = useLocale()
  const yesNo = [
    { value: 'true', label: t('yes') },
    { value: 'false', label: t('no') },
  ]
  const number = { type: 'number', required: true } as const
  return (
    <ActionForm action={action} className="settings" id="settings">
      <input type="hidden" name="plan" value={plan} />
      <KeptVersion version={version} />
      <Section title={t('lightsTitle')} note={t('lightsNote')}>
        <div className="set">
          <FormText
            {...number}
            name="behindPoints"
            label={t('names.behindPoints')}
            hint={t('hints.behindPoints', { max: POINTS_MAX })}
            defaultValue={settings.behindPoints}
            min={0}
            max={POINTS_MAX}
          />
          <FormText
            {...number}
            name="dueSoonDays"
            label={t('names.dueSoonDays')}
            hint={t('hints.dueSoonDays', { max: DAYS_MAX })}
            defaultValue={settings.dueSoonDays}
            min={0}
            max={DAYS_MAX}
          />
          <FormText
            {...number}
            name="lateEntryDays"
            label={t('names.lateEntryDays')}
            hint={t('hints.lateEntryDays', { max: DAYS_MAX })}
            defaultValue={settings.lateEntryDays}
            min={0}
            max={DAYS_MAX}
          />
          <FormChoices
            name="signOffRequired"
            legend={t('names.signOffRequired')}
            hint={t('hints.signOffRequired')}
            options={yesNo}
            defaultValue={String(settings.signOffRequired)}
          />
        </div>
      </Section>
      <Section title={t('reportingTitle')} note={t('reportingNote')}>
        <div className="set">
          <FormSelect
            name="rhythm"
            label={t('names.rhythm')}
            options={RHYTHMS.map((rhythm) => ({ value: rhythm, label: t(`values.${rhythm}`) }))}
            defaultValue={settings.rhythm}
          />
          <FormText
            {...number}
            name="reportDay"
            label={t('names.reportDay')}
            hint={t('hints.reportDay', { max: LAST_REPORT_DAY })}
            defaultValue={settings.reportDay}
            min={1}
            max={LAST_REPORT_DAY}
          />
          <FormDay
            name="reportingFrom"
            label={t('names.reportingFrom')}
            hint={t('hints.reportingFrom', { day: dayText(usual.reportingFrom, locale) })}
            defaultValue={settings.reportingFrom ?? ''}
          />
        </div>
      </Section>
      <Section title={t('noticesTitle')} note={t('noticesNote')}>
        <div className="set">
          <FormText
            name="noticeMark"
            label={t('names.noticeMark')}
            hint={t('hints.noticeMark', { usual: usual.noticeMark })}
            defaultValue={settings.noticeMark ?? ''}
          />
          <FormText
            name="officeName"
            label={t('names.officeName')}
            hint={t('hints.officeName', { usual: usual.officeName })}
            defaultValue={settings.officeName ?? ''}
          />
          <FormChoices
            name="redHead"
            legend={t('names.redHead')}
            hint={t('hints.redHead')}
            options={yesNo}
            defaultValue={String(settings.redHead)}
          />
        </div>
      </Section>
      <SubmitButton>{t('save')}</SubmitButton>
    </ActionForm>
  )
}
