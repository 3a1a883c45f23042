'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/ui/button'

/** What went wrong stays in the server's log; the person gets its code. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations()
  const code = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <main id="main" className="wrap narrow">
      <h1>{t('failures.errorTitle')}</h1>
      <p className="my-4">{t('failures.error')}</p>
      {code && <p className="muted my-4">{t('failures.errorCode', { code })}</p>}
      <div className="btns">
        <Button variant="go" onClick={retry}>
          {t('failures.retry')}
        </Button>
        <ButtonLink href="/">{t('common.home')}</ButtonLink>
      </div>
    </main>
  )
}
