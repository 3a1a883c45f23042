import type { SheetColumn, SheetValue } from '@/documents/write/sheet'

const BOM = '\uFEFF'

/**
 * UTF-8 with a byte order mark (else Excel takes it for GBK), lines ended by CRLF, quoted as RFC 4180 says. Text that a spreadsheet
 * would take for a formula (= + - @ tab or CR first) gets a ' before it; numbers stay numbers, also negative ones.
 */
export function writeCsv(header: string[], rows: SheetValue[][]): string {
  return BOM + [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

/** The columns of a sheet as CSV: every row whole, nothing merged. */
export function writeColumnsCsv<T>(columns: SheetColumn<T>[], rows: T[]): string {
  return writeCsv(
    columns.map(({ heading }) => heading),
    rows.map((row) => columns.map(({ value }) => value(row))),
  )
}

function field(value: SheetValue): string {
  if (value === null || typeof value === 'number') return String(value ?? '')
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
