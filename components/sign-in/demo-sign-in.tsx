import { useTranslations } from 'next-intl'
import { ActionForm, FormSelect } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Role } from '@/domain/words'

type DemoPerson = { username: string; role: Role; departmentName: string | null }

/** Enter a demonstration as anyone, in one click. */
export function DemoSignIn({ action, people, next }: { action: Action; people: readonly DemoPerson[]; next: string }) {
  const t = useTranslations()
  const officers = people.filter(({ role }) => role === 'officer')
  const others = people.filter(({ role }) => role !== 'officer')
  return (
    <Section className="mt-6" title={t('auth.demoTitle')} note={t('auth.demoNote')}>
      <ActionForm action={action} id="demo">
        <input type="hidden" name="next" value={next} />
        <div className="btns">
          {others.map(({ username, role }) => (
            <SubmitButton key={username} variant="normal" name="username" value={username}>
              {t(`roles.${role}`)}
            </SubmitButton>
          ))}
        </div>
      </ActionForm>
      <ActionForm action={action} id="demo-officer" className="my-4">
        <input type="hidden" name="next" value={next} />
        <FormSelect
          name="username"
          label={t('roles.officer')}
          options={officers.map(({ username, departmentName }) => ({ value: username, label: departmentName ?? username }))}
        />
        <div className="btns">
          <SubmitButton variant="normal">{t('auth.demoEnter')}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  )
}
