'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

export function PrintButton() {
  const t = useTranslations('actions')
  return (
    <Button className="js-only" onClick={() => window.print()}>
      {t('print')}
    </Button>
  )
}
