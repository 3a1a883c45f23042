import { useTranslations } from 'next-intl'

export function Footer({ demo }: { demo: boolean }) {
  const t = useTranslations()
  return (
    <footer className="bottom">
      <span>{t('app.name')}</span>
      {demo && <span>{t('app.demoBoth')}</span>}
      <span>{t('shell.timeZone')}</span>
    </footer>
  )
}
