import { useLocale, useTranslations } from 'next-intl'
import { InstantText } from '@/components/ui/instant-text'
import { Section } from '@/components/ui/section'
import { PLAN_SETTINGS, type PlanSetting, type SettingChanges } from '@/domain/plan-settings'
import { dayText } from '@/messages/day-text'

type SettingsHistoryProps = { changes: readonly { seq: number; at: string; name: string; post: string; changes: SettingChanges }[] }

/** Who changed which setting, when, from what to what; the newest first. */
export function SettingsHistory({ changes }: SettingsHistoryProps) {
  const t = useTranslations('settings')
  return (
    <Section title={t('historyTitle')} className="mt-6" id="history">
      {changes.length === 0 ? (
        <p className="note">{t('noChanges')}</p>
      ) : (
        <ol className="hist">
          {changes.map(({ seq, at, name, post, changes: changed }) => (
            <li key={seq}>
              <InstantText at={at} />
              <div>
                {t('changedBy', { name, post })}
                <ul>
                  {PLAN_SETTINGS.map((setting) => {
                    const change = changed[setting]
                    return change ? (
                      <li key={setting}>
                        {t(`names.${setting}`)}：<Value setting={setting} value={change.from} /> →{' '}
                        <Value setting={setting} value={change.to} />
                      </li>
                    ) : null
                  })}
                </ul>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function Value({ setting, value }: { setting: PlanSetting; value: string | number | boolean | null }) {
  const t = useTranslations('settings')
  const locale = useLocale()
  if (value === null) return t('usual')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (setting === 'rhythm') return t(`values.${value as 'monthly'}`)
  if (setting === 'reportingFrom') return dayText(String(value), locale)
  return value
}
