import { useTranslations } from 'next-intl'
import { NewPasswordFields } from '@/components/sign-in/new-password-fields'
import { ActionForm, FormText } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { PageHead } from '@/components/ui/page-head'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PasswordPolicy } from '@/domain/password-policy'

export function ChangePasswordForm({ action, policy, username }: { action: Action; policy: PasswordPolicy; username: string }) {
  const t = useTranslations('auth')
  return (
    <div className="narrow">
      <PageHead title={t('changeTitle')} note={t('signedInAs', { username })} />
      <p className="my-4">{t('changeIntro')}</p>
      <ActionForm action={action}>
        <FormText name="presentPassword" label={t('presentPassword')} type="password" autoComplete="current-password" required />
        <NewPasswordFields policy={policy} username={username} />
        <div className="btns">
          <SubmitButton>{t('change')}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}
