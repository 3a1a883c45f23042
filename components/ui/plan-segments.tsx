import { useTranslations } from 'next-intl'
import type { PageScope } from '@/components/ui/as-of-picker'
import { Segmented } from '@/components/ui/segmented'

/** All plans or one of them, where there are several. `hrefOf` gives the page's address for a plan; undefined for all. */
export function PlanSegments({ scope: { plan, plans }, hrefOf }: { scope: PageScope; hrefOf: (plan: number | undefined) => string }) {
  const t = useTranslations('scope')
  if (plans.length < 2) return null
  const items = [{ number: undefined, name: t('allPlans') }, ...plans]
  return (
    <Segmented
      label={t('plan')}
      items={items.map(({ number, name }) => ({ href: hrefOf(number), label: name, current: number === plan }))}
    />
  )
}
