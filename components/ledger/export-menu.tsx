import { useTranslations } from 'next-intl'
import { LongWork } from '@/components/ui/long-work'
import { Menu } from '@/components/ui/menu'

export type ExportFile = { format: 'xlsx' | 'docx' | 'csv'; layout?: 'issued' }

const FILES = [
  { words: 'issuedWord', file: { format: 'docx', layout: 'issued' } },
  { words: 'issuedExcel', file: { format: 'xlsx', layout: 'issued' } },
  { words: 'excel', file: { format: 'xlsx' } },
  { words: 'csv', file: { format: 'csv' } },
] as const satisfies readonly { words: string; file: ExportFile }[]

type ExportMenuProps = {
  /** The address of a file. */
  hrefOf: (file: ExportFile) => string
  count: number
  /** Where a file is prepared, for lists too long to be written while the browser waits. */
  preparedBy?: (file: ExportFile) => string
}

/** What is on the screen as a file. */
export function ExportMenu({ hrefOf, count, preparedBy }: ExportMenuProps) {
  const t = useTranslations()
  if (preparedBy)
    return (
      <Menu label={t('actions.export')}>
        {FILES.map(({ words, file }) => (
          <LongWork key={words} action={preparedBy(file)} label={t(`ledger.${words}`)} saved={t('longWork.preparing')} variant="plain" />
        ))}
        <p className="menu-note">{t('ledger.longExportNote', { count })}</p>
      </Menu>
    )
  return (
    <Menu label={t('actions.export')}>
      {FILES.map(({ words, file }) => (
        <a key={words} href={hrefOf(file)} download>
          {t(`ledger.${words}`)}
        </a>
      ))}
      <p className="menu-note">{t('ledger.exportNote', { count })}</p>
    </Menu>
  )
}
