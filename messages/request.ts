import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { DEFAULT_LOCALE, isLocale, LOCALE_COOKIE } from '@/messages/locales'

/** Language and words of a request: from the cookie, else Chinese. Instants are shown in Shanghai time. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  const locale = isLocale(chosen) ? chosen : DEFAULT_LOCALE
  const { default: messages } = locale === 'en' ? await import('./en.json') : await import('./zh-CN.json')
  return { locale, messages, timeZone: 'Asia/Shanghai' }
})
