import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { enterDemo, signIn } from '@/app/(public)/sign-in/actions'
import { ownPath } from '@/auth/own-path'
import { currentSession } from '@/auth/require-viewer'
import { seeOther } from '@/auth/see-other'
import { DemoSignIn } from '@/components/sign-in/demo-sign-in'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { database } from '@/db/client'
import { demoPeople } from '@/db/queries/accounts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signInTitle') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = ownPath(String((await searchParams).next ?? '/'))
  if (await currentSession()) seeOther(next)
  const people = await demoPeople((await database()).db)
  return (
    <>
      <SignInForm action={signIn} next={next} />
      {people.length > 0 && <DemoSignIn action={enterDemo} people={people} next={next} />}
    </>
  )
}
