import canonicalize from 'canonicalize'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { issue, withStory } from '@/db/bulletin-testing'
import type { Database } from '@/db/client'
import { sealed } from '@/db/commands/issue-bulletin'
import { figuresFromEvents } from '@/db/queries/bulletin-from-events'
import { verifyRecord } from '@/db/queries/verify-record'
import { taskEvents, taskStates, tasks } from '@/db/schema'
import { bulletins } from '@/db/schema-documents'
import { bulletinFigures } from '@/domain/bulletin'

it('an issue that leaves out what was plainly recorded before it does not verify', async () => {
  const ledger = await withStory()
  const { database } = ledger
  const { figures } = await issue(ledger, '2022-06-30', '2022-07-05')
  const known = new Map(figures.rows.map(({ number, knownSeq }) => [number, number === 8 ? 1 : knownSeq]))
  const at = '2022-07-05T02:00:00.000Z'
  const honest = await figuresFromEvents(database.db, figures.context, { known, at, inOrder: true }, null)
  expect(honest).toEqual(figures)
  const asSaid = await figuresFromEvents(database.db, figures.context, { known, at, inOrder: false }, null)
  expect(asSaid.rows.find(({ number }) => number === 8)).toMatchObject({ progress: 0, knownSeq: 1 })
  expect(bulletinFigures(asSaid.rows, [], null, figures.context).all.total).toBe(91)
})

it('the stored text is canonical JSON', async () => {
  const { figures, stored } = await issue(await withStory(), '2022-06-30', '2022-07-05')
  expect(stored).toBe(canonicalize(figures))
})

describe('verification names what was tampered with:', () => {
  it.each([
    [
      'an event',
      async (tx: Database['db']) => void (await tx.update(taskEvents).set({ actorName: '别人' }).where(sql`kind = 'reported'`)),
      ['chain', 'chain'],
    ],
    [
      'an event, with what follows from it',
      async (tx: Database['db']) =>
        void (await tx.update(taskEvents).set({ payload: sql`replace(payload, '"progress":40', '"progress":90')` })),
      ['chain', 'periods', 'figures'],
    ],
    [
      'a period',
      async (tx: Database['db']) => void (await tx.update(taskStates).set({ progress: 77 }).where(sql`progress = 40`)),
      ['periods'],
    ],
    [
      'a figure',
      async (tx: Database['db']) => void (await tx.update(bulletins).set({ figures: sql`replace(figures, '"closed":0', '"closed":1')` })),
      ['checksum'],
    ],
    [
      'the text that is printed',
      async (tx: Database['db']) =>
        void (await tx.update(bulletins).set({ imprint: sql`replace(imprint, '推进情况通报如下', '情况如下')` })),
      ['sheet'],
    ],
  ])('%s', async (_, tamper, expected) => {
    const ledger = await withStory()
    await issue(ledger, '2022-06-30', '2022-07-05')
    expect((await verifyRecord(ledger.database.db)).mismatches).toEqual([])
    await ledger.database.inTransaction((tx) => tamper(tx))
    expect((await verifyRecord(ledger.database.db)).mismatches.map(({ what }) => what)).toEqual(expected)
  })

  it('a figure whose checksum was made to fit', async () => {
    const ledger = await withStory()
    const { figures } = await issue(ledger, '2022-06-30', '2022-07-05')
    const forged = await sealed({ ...figures, rows: figures.rows.map((row) => (row.number === 8 ? { ...row, progress: 90 } : row)) })
    await ledger.database.inTransaction((tx) => tx.update(bulletins).set({ figures: forged.text, sha256: forged.sha256 }))
    expect((await verifyRecord(ledger.database.db)).mismatches).toEqual([{ what: 'figures', plan: 1, bulletin: 1, where: ['rows.8'] }])
  })

  it('a task that was left out', async () => {
    const ledger = await withStory()
    const { figures } = await issue(ledger, '2022-06-30', '2022-07-05')
    const fewer = figures.rows.filter(({ number }) => number !== 8)
    const forged = await sealed(bulletinFigures(fewer, [], null, figures.context))
    await ledger.database.inTransaction((tx) => tx.update(bulletins).set({ figures: forged.text, sha256: forged.sha256 }))
    const [mismatch] = (await verifyRecord(ledger.database.db)).mismatches
    expect(mismatch).toMatchObject({ what: 'figures', where: expect.arrayContaining(['rows.8', 'all']) })
    expect(await ledger.database.db.select().from(tasks)).toHaveLength(91)
  })
})
