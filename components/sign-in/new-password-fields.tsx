import { useTranslations } from 'next-intl'
import { FormText } from '@/components/ui/action-form'
import type { PasswordPolicy } from '@/domain/password-policy'

/** A new password, twice, and what it must be. */
export function NewPasswordFields({ policy, username }: { policy: PasswordPolicy; username: string }) {
  const t = useTranslations('auth')
  return (
    <>
      <input type="hidden" name="username" value={username} autoComplete="username" />
      <p className="muted my-4">{t('policy', policy)}</p>
      <FormText name="password" label={t('newPassword')} type="password" autoComplete="new-password" required />
      <FormText name="passwordAgain" label={t('again')} type="password" autoComplete="new-password" required />
    </>
  )
}
