import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { completeFirstSignIn } from '@/app/(public)/first-sign-in/actions'
import { signOut } from '@/app/sign-out'
import { ownPath } from '@/auth/own-path'
import { currentSession } from '@/auth/require-viewer'
import { seeOther } from '@/auth/see-other'
import { FirstSignInForm } from '@/components/sign-in/first-sign-in-form'
import { passwordPolicy } from '@/db/password-hash'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('firstTitle') }
}

export default async function FirstSignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = ownPath(String((await searchParams).next ?? '/'))
  const signedIn = await currentSession()
  if (!signedIn) return seeOther('/sign-in')
  if (!signedIn.mustSetPassword) return seeOther(next)
  const { username, name, post } = signedIn.viewer
  return <FirstSignInForm action={completeFirstSignIn} signOut={signOut} policy={passwordPolicy} {...{ username, name, post, next }} />
}
