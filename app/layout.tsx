import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ThemeScript } from '@/components/shell/theme-script'
import { TooOldNotice } from '@/components/shell/too-old-notice'
import { clientMessages } from '@/messages/client-messages'
import './globals.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, requestHeaders] = await Promise.all([getLocale(), getMessages(), headers()])
  return (
    // the theme script sets data-theme before hydration
    <html lang={locale} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={requestHeaders.get('x-nonce') ?? undefined} />
      </head>
      <body>
        <TooOldNotice />
        <NextIntlClientProvider messages={clientMessages(messages)}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
