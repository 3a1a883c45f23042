import { useTranslations } from 'next-intl'
import { type DepartmentChoice, RoleFields } from '@/components/accounts/role-fields'
import { ActionForm } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Role } from '@/domain/words'

type AccountFormsProps = {
  account: { username: string; role: Role; departmentId: string | null; disabledAt: string | null }
  departments: readonly DepartmentChoice[]
  actions: { changeRole: Action; resetPassword: Action; setEnabled: Action }
}

/** What an administrator can do about another's account. */
export function AccountForms({ account, departments, actions }: AccountFormsProps) {
  const t = useTranslations('accounts')
  const username = <input type="hidden" name="username" value={account.username} />
  const enabled = account.disabledAt === null
  return (
    <>
      <Section className="mt-6" title={t('resetTitle')} note={t('resetHint')}>
        <ActionForm action={actions.resetPassword} id="reset">
          {username}
          <SubmitButton variant="normal">{t('reset')}</SubmitButton>
        </ActionForm>
      </Section>
      <Section className="mt-6" title={t('roleTitle')} note={t('roleHint')}>
        <ActionForm action={actions.changeRole} id="role">
          {username}
          <RoleFields departments={departments} role={account.role} departmentId={account.departmentId} />
          <SubmitButton variant="normal">{t('changeRole')}</SubmitButton>
        </ActionForm>
      </Section>
      <Section className="mt-6" title={t('stateTitle')} note={t('disableHint')}>
        <ActionForm action={actions.setEnabled} id="state">
          {username}
          <input type="hidden" name="enabled" value={String(!enabled)} />
          <SubmitButton variant="normal">{t(enabled ? 'disable' : 'enable')}</SubmitButton>
        </ActionForm>
      </Section>
    </>
  )
}
