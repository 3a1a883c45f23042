/** The languages of the interface; the first is the default. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'zh-CN'
/** The cookie that remembers the choice. */
export const LOCALE_COOKIE = 'locale'

export const isLocale = (text: unknown): text is Locale => LOCALES.some((locale) => locale === text)
