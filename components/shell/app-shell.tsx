import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Footer } from '@/components/shell/footer'
import { Header, type HeaderProps } from '@/components/shell/header'

/** Everything that stands around a page: skip link, header, main, footer. */
export function AppShell({ children, ...header }: HeaderProps & { children: ReactNode }) {
  const t = useTranslations('shell')
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Header {...header} />
      <main id="main" className="wrap" tabIndex={-1}>
        {children}
      </main>
      <Footer demo={header.demo} />
    </>
  )
}
