import type { Locale } from '@/messages/locales'
import type messages from '@/messages/zh-CN.json'

// A key that is in no file is a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof messages
  }
}
