import { useTranslations } from 'next-intl'
import { Segmented } from '@/components/ui/segmented'
import { BASES, type Basis } from '@/domain/words'

/** By which deadline lateness is counted. `hrefOf` gives the page's address on a basis; undefined is the default one. */
export function BasisSwitch({ basis, hrefOf }: { basis: Basis; hrefOf: (basis: Basis | undefined) => string }) {
  const t = useTranslations()
  const items = BASES.map((code) => ({
    href: hrefOf(code === 'approved' ? undefined : code),
    label: t(`bases.${code}`),
    current: code === basis,
  }))
  return <Segmented label={t('home.basisLabel')} items={items} />
}
