import { useTranslations } from 'next-intl'
import { LongWork } from '@/components/ui/long-work'
import { Menu } from '@/components/ui/menu'

export type ExportFile = { format: 'xlsx' | 'docx' | 'csv' | 'json'; layout?: 'issued' }

/** The kinds of files of each list, by the list's name in the address. */
const FILES = {
  ledger: [
    { words: 'ledger.issuedWord', file: { format: 'docx', layout: 'issued' } },
    { words: 'ledger.issuedExcel', file: { format: 'xlsx', layout: 'issued' } },
    { words: 'ledger.excel', file: { format: 'xlsx' } },
    { words: 'ledger.csv', file: { format: 'csv' } },
  ],
  overdue: [
    { words: 'overdue.files.docx', file: { format: 'docx' } },
    { words: 'overdue.files.xlsx', file: { format: 'xlsx' } },
    { words: 'overdue.files.csv', file: { format: 'csv' } },
    { words: 'overdue.files.json', file: { format: 'json' } },
  ],
} as const satisfies Record<string, readonly { words: string; file: ExportFile }[]>

type ExportMenuProps = {
  list: keyof typeof FILES
  /** The address of a file. */
  hrefOf: (file: ExportFile) => string
  count: number
  /** Where a file is prepared, for lists too long to be written while the browser waits. */
  preparedBy?: ((file: ExportFile) => string) | undefined
}

/** What is on the screen as a file. */
export function ExportMenu({ list, hrefOf, count, preparedBy }: ExportMenuProps) {
  const t = useTranslations()
  if (preparedBy)
    return (
      <Menu label={t('actions.export')}>
        {FILES[list].map(({ words, file }) => (
          <LongWork key={words} action={preparedBy(file)} label={t(words)} saved={t('longWork.preparing')} variant="plain" />
        ))}
        <p className="menu-note">{t('ledger.longExportNote', { count })}</p>
      </Menu>
    )
  return (
    <Menu label={t('actions.export')}>
      {FILES[list].map(({ words, file }) => (
        <a key={words} href={hrefOf(file)} download>
          {t(words)}
        </a>
      ))}
      <p className="menu-note">{t('ledger.exportNote', { count })}</p>
    </Menu>
  )
}
