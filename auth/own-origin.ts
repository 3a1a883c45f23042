import { env } from '@/env'

/** Whether a form was sent from a page of ours. The framework lets a missing Origin pass; we do not. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const sent = new URL(origin)
  if (env.NEXTAUTH_URL && sent.origin === new URL(env.NEXTAUTH_URL).origin) return true
  const forwarded = headers.get('x-forwarded-host')?.split(',')[0]?.trim()
  return sent.host === (forwarded || headers.get('host'))
}
