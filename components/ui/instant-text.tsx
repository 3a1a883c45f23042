import { type Locale, useLocale } from 'next-intl'

/** An instant (UTC text) to the minute, in Shanghai time: 2024年3月15日 14:32. */
export function instantText(at: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at))
}

export function InstantText({ at }: { at: string }) {
  return <time dateTime={at}>{instantText(at, useLocale())}</time>
}
