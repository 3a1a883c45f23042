'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { LOCALES } from '@/messages/locales'

const YEAR_SECONDS = 365 * 24 * 3600

/** Remembers the language in a cookie of this browser. Open to everyone, signed in or not; anything else in the form is ignored. */
export async function switchLocale(form: FormData): Promise<void> {
  const locale = z.enum(LOCALES).safeParse(form.get('locale'))
  if (locale.success) (await cookies()).set('locale', locale.data, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax' })
}
