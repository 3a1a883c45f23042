import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { completeFirstSignIn } from '@/app/(public)/first-sign-in/actions'
import { signOut } from '@/app/sign-out'
import { currentSession } from '@/auth/require-viewer'
import { seeOther } from '@/auth/see-other'
import { FirstSignInForm } from '@/components/sign-in/first-sign-in-form'
import { passwordPolicy } from '@/db/password-hash'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('firstTitle') }
}

export default async function FirstSignInPage() {
  const signedIn = await currentSession()
  if (!signedIn) return seeOther('/sign-in')
  if (!signedIn.mustSetPassword) return seeOther('/')
  const { username, name, post } = signedIn.viewer
  return (
    <FirstSignInForm action={completeFirstSignIn} signOut={signOut} policy={passwordPolicy} username={username} name={name} post={post} />
  )
}
