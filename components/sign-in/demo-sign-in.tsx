import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Role } from '@/domain/words'

type DemoPerson = { username: string; name: string; role: Role; departmentName: string | null }

/** Whoever works in the ledger first, whoever keeps it last. */
const ORDER: readonly Role[] = ['supervisor', 'leader', 'officer', 'administrator', 'auditor']

/** Enter a demonstration as anyone, in one click. */
export function DemoSignIn({ action, people, next }: { action: Action; people: readonly DemoPerson[]; next: string }) {
  const t = useTranslations()
  return (
    <Section className="mt-6" title={t('auth.demoTitle')} note={t('auth.demoNote')}>
      <ActionForm action={action} id="demo">
        <input type="hidden" name="next" value={next} />
        {ORDER.map((role) => (
          <div key={role} className="btns my-2">
            {people
              .filter((person) => person.role === role)
              .map(({ username, name, departmentName }) => (
                <SubmitButton key={username} variant="normal" name="username" value={username}>
                  {departmentName ?? `${t(`roles.${role}`)} ${name}`}
                </SubmitButton>
              ))}
          </div>
        ))}
      </ActionForm>
    </Section>
  )
}
