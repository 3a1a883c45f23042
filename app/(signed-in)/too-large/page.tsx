import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/require-viewer'
import { FILE_MAX_BYTES } from '@/domain/evidence'

const MB = 1024 * 1024

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('failures'))('tooLargeTitle') }
}

/** Where proxy.ts sends a form that no action would take in; the browser's Back still has what was typed. */
export default async function TooLargePage() {
  await requireViewer()
  const t = await getTranslations('failures')
  return (
    <div className="narrow">
      <h1>{t('tooLargeTitle')}</h1>
      <p className="my-4">{t('tooLarge', { max: FILE_MAX_BYTES / MB })}</p>
    </div>
  )
}
