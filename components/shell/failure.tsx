'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/ui/button'

export type FailureProps = { error: unknown; retry: () => void }

/** What went wrong stays in the server's log; the person gets its code. */
export function Failure({ error, retry }: FailureProps) {
  const t = useTranslations()
  const code = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <>
      <h1>{t('failures.errorTitle')}</h1>
      <p className="my-4">{t('failures.error')}</p>
      {code && <p className="muted my-4">{t('failures.errorCode', { code })}</p>}
      <div className="btns">
        <Button variant="go" onClick={retry}>
          {t('failures.retry')}
        </Button>
        <ButtonLink href="/">{t('common.home')}</ButtonLink>
      </div>
    </>
  )
}
