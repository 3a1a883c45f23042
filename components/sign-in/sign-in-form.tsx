import { useTranslations } from 'next-intl'
import { ActionForm, FormText } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { PageHead } from '@/components/ui/page-head'
import { SubmitButton } from '@/components/ui/submit-button'

export function SignInForm({ action, next }: { action: Action; next: string }) {
  const t = useTranslations()
  return (
    <>
      <PageHead title={t('auth.signInTitle')} />
      <ActionForm action={action}>
        <input type="hidden" name="next" value={next} />
        <FormText
          name="username"
          label={t('auth.username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
        />
        <FormText name="password" label={t('auth.password')} type="password" autoComplete="current-password" required />
        <div className="btns">
          <SubmitButton>{t('actions.signIn')}</SubmitButton>
        </div>
      </ActionForm>
      <p className="muted my-4">{t('auth.signInHint')}</p>
    </>
  )
}
