import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { changePassword } from '@/app/(signed-in)/password/actions'
import { requireViewer } from '@/auth/require-viewer'
import { ChangePasswordForm } from '@/components/sign-in/change-password-form'
import { passwordPolicy } from '@/db/password-hash'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('changeTitle') }
}

export default async function PasswordPage() {
  const { username } = await requireViewer()
  return <ChangePasswordForm action={changePassword} policy={passwordPolicy} username={username} />
}
