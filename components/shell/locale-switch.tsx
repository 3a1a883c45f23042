import { type Locale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** A form that asks for the other language, named in that language. */
export function LocaleSwitch({ locale, switchLocale }: { locale: Locale; switchLocale: (form: FormData) => Promise<void> }) {
  const t = useTranslations('shell')
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <form action={switchLocale}>
      <input type="hidden" name="locale" value={other} />
      <Button type="submit" variant="plain" lang={other}>
        {t('switchLocale')}
      </Button>
    </form>
  )
}
