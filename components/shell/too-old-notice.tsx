import { useTranslations } from 'next-intl'

/** Shown by browsers that do not understand the style sheet (below Chromium 111), hidden by all others: see globals.css. */
export function TooOldNotice() {
  const t = useTranslations('app')
  return <p className="too-old">{t('tooOld')}</p>
}
