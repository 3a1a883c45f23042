import { useTranslations } from 'next-intl'

/** On every page, on paper too: these data are invented. The print styles look for its class. */
export function DemoMark() {
  const t = useTranslations('app')
  return <span className="demo">{t('demo')}</span>
}
