// The guard's samples hold what only the database can tell: that it is still so.
import { expect, it } from 'vitest'
import { STAMP, TABLE } from '@/app/(signed-in)/(documents)/plans/guard'
import { planChangePreview } from '@/db/commands/change-plan-by-document'
import { currentPlan } from '@/db/queries/current-plan'
import { knownNames } from '@/db/queries/known-names'
import { openLedgerWithTable } from '@/db/testing'
import { readSource } from '@/documents/read/read-source'
import { recognise } from '@/documents/read/recognise'
import { issuedTableOf } from '@/documents/recognition'

it('the stamp in the guard’s sample is that of its table against the issued plan', async () => {
  const { database, as } = await openLedgerWithTable()
  const source = await readSource(new TextEncoder().encode(TABLE), 'pasted.txt')
  if ('refused' in source) throw new Error(source.refused)
  const recognition = recognise(source, {}, await knownNames(database.db))
  expect(recognition.doubts).toEqual([])
  const table = issuedTableOf(recognition)
  const plan = (await currentPlan(database.db))?.plan
  const preview = plan && table && (await planChangePreview(database.db, as.supervisor, plan.id, table))
  expect(preview?.changes).toMatchObject({ added: [], unchanged: 0, changed: [{ amended: {}, reassigned: null }] })
  expect(preview?.changes.removed).toHaveLength(90)
  expect(preview?.stamp).toBe(STAMP)
})
