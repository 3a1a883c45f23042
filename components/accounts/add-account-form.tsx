import { useTranslations } from 'next-intl'
import { type DepartmentChoice, RoleFields } from '@/components/accounts/role-fields'
import { ActionForm, FormText } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { SubmitButton } from '@/components/ui/submit-button'

export function AddAccountForm({ action, departments }: { action: Action; departments: readonly DepartmentChoice[] }) {
  const t = useTranslations('accounts')
  return (
    <ActionForm action={action}>
      <FormText
        name="username"
        label={t('username')}
        hint={t('usernameHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <RoleFields departments={departments} />
      <div className="btns">
        <SubmitButton>{t('add')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
