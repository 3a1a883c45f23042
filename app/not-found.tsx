import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotFoundNotice } from '@/components/shell/not-found-notice'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('failures'))('notFoundTitle') }
}

/** For addresses that no layout covers; inside the shell there is a main part already. */
export default function NotFound() {
  return (
    <main id="main" className="wrap narrow">
      <NotFoundNotice />
    </main>
  )
}
