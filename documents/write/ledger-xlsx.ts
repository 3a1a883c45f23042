import { type LedgerLabels, type LedgerRow, ledgerColumns } from '@/documents/write/ledger-columns'
import { type SheetHead, writeSheet } from '@/documents/write/sheet'

export type LedgerSheet = SheetHead & { labels: LedgerLabels; rows: LedgerRow[] }

/** The issued table's own layout, in the order of the rows given: goal and title merged where neighbours share them, the state to the right. */
export function writeLedgerXlsx({ labels, rows, ...head }: LedgerSheet): Promise<Buffer> {
  return writeSheet(head, ledgerColumns(labels), rows)
}
