import { useTranslations } from 'next-intl'
import { NewPasswordFields } from '@/components/sign-in/new-password-fields'
import { ActionForm, FormText } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { PageHead } from '@/components/ui/page-head'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PasswordPolicy } from '@/domain/password-policy'

type FirstSignInFormProps = {
  action: Action
  signOut: () => Promise<void>
  policy: PasswordPolicy
  username: string
  name: string
  post: string
  next: string
}

/** Own password, name and post, before anything else. */
export function FirstSignInForm({ action, signOut, policy, username, name, post, next }: FirstSignInFormProps) {
  const t = useTranslations('auth')
  return (
    <>
      <PageHead title={t('firstTitle')} note={t('signedInAs', { username })} />
      <p className="my-4">{t('firstIntro')}</p>
      <ActionForm action={action}>
        <input type="hidden" name="next" value={next} />
        <NewPasswordFields policy={policy} username={username} />
        <FormText name="name" label={t('name')} autoComplete="name" defaultValue={name} required />
        <FormText name="post" label={t('post')} hint={t('postHint')} autoComplete="organization-title" defaultValue={post} required />
        <div className="btns">
          <SubmitButton>{t('start')}</SubmitButton>
        </div>
      </ActionForm>
      <form action={signOut} className="my-4">
        <SubmitButton variant="plain">{t('otherAccount')}</SubmitButton>
      </form>
    </>
  )
}
