import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'

/** The same answer for what does not exist and for what this person may not see. */
export function NotFoundNotice() {
  const t = useTranslations()
  return (
    <>
      <h1>{t('failures.notFoundTitle')}</h1>
      <p className="my-4">{t('failures.notFound')}</p>
      <ButtonLink href="/" variant="go">
        {t('common.home')}
      </ButtonLink>
    </>
  )
}
