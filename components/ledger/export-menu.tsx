import { useTranslations } from 'next-intl'
import { Menu } from '@/components/ui/menu'

/** What is on the screen as a file. `hrefOf` gives the address of a format. */
export function ExportMenu({ hrefOf, count }: { hrefOf: (format: 'xlsx' | 'csv') => string; count: number }) {
  const t = useTranslations()
  return (
    <Menu label={t('actions.export')}>
      <a href={hrefOf('xlsx')} download>
        {t('ledger.excel')}
      </a>
      <a href={hrefOf('csv')} download>
        {t('ledger.csv')}
      </a>
      <p className="menu-note">{t('ledger.exportNote', { count })}</p>
    </Menu>
  )
}
