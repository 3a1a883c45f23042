import { join } from 'node:path'

/** The issued table that ships with the ledger, and what its text does not say of itself. */
export const MANCHENG = {
  file: join(process.cwd(), 'documents/issued/mancheng.txt'),
  plan: { issuer: '保定市满城区', documentNumber: null, firstDay: '2022-01-01' },
}
