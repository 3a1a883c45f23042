import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('failures'))('notFoundTitle') }
}

/** The same answer for what does not exist and for what this person may not see. */
export default function NotFound() {
  const t = useTranslations()
  return (
    <main id="main" className="wrap narrow">
      <h1>{t('failures.notFoundTitle')}</h1>
      <p className="my-4">{t('failures.notFound')}</p>
      <ButtonLink href="/" variant="go">
        {t('common.home')}
      </ButtonLink>
    </main>
  )
}
