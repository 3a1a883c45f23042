import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { applySheet, discardSheet, keepSheet, recordSheet, type SheetRow } from '@/db/commands/apply-sheet'
import { sheetImport } from '@/db/queries/sheet-import'
import { taskRows } from '@/db/queries/task-rows'
import { taskEvents, tasks } from '@/db/schema'
import { openLedgerWithTable } from '@/db/testing'
import { at } from '@/domain/testing'

const DAY = '2022-08-01'
const sheet = (id: string, departmentId: string) => ({
  id,
  departmentId,
  fileName: '表.xlsx',
  size: 1,
  sha256: 'f',
  source: '{"kind":"xlsx","tables":[]}',
})
const report = (number: number, version: number, progress: number): SheetRow => ({
  number,
  version,
  command: { do: 'report', progress, done: '按表填报。', problems: '', nextStep: '', on: DAY, source: '' },
})

describe('a department’s sheet', () => {
  it('is kept for its officer and for supervisors only; a further one takes the place of one that is not finished', async () => {
    const { database, as } = await openLedgerWithTable()
    const officer = as.officer('区卫生健康局')
    const department = officer.departmentId ?? ''
    const { now } = at(DAY)
    for (const viewer of [as.leader, as.administrator, as.officer('区公安分局')])
      expect(await keepSheet(database, viewer, sheet('a', department), now)).toBe('hidden')
    expect(await keepSheet(database, officer, sheet('a', department), now)).toEqual({ kept: 'a' })
    expect(await keepSheet(database, officer, sheet('a', department), now)).toEqual({ kept: 'a' })
    expect(await keepSheet(database, officer, sheet('b', department), now)).toEqual({ kept: 'b' })
    expect((await sheetImport(database.db, officer, department))?.id).toBe('b')
    expect(await sheetImport(database.db, as.supervisor, department)).toBeNull()
    expect(await discardSheet(database, officer, department)).toEqual({ discarded: true })
    expect(await discardSheet(database, officer, department)).toBe('hidden')
  })

  it('is applied row by row: what is refused is named, and a row that comes twice counts once', async () => {
    const { database, as } = await openLedgerWithTable()
    const officer = as.officer('区卫生健康局')
    const own = (await taskRows(database.db, officer, { asOf: DAY })).filter(({ lead }) => lead.departmentId === officer.departmentId)
    const [first, second, third] = own.map(({ number, version }) => ({ number, version }))
    if (!first || !second || !third) throw new Error('no tasks')
    const rows = [
      report(first.number, first.version, 30),
      report(second.number, second.version + 1, 30),
      report(third.number, third.version, 120),
    ]
    const outcomes = await applySheet(database, officer, { id: 'a', rows }, at(DAY))
    expect([...outcomes.values()]).toEqual([
      { saved: 2 },
      expect.objectContaining({ refused: 'stale' }),
      expect.objectContaining({ refused: 'progress-out-of-range', field: 'progress' }),
    ])
    expect([...(await applySheet(database, officer, { id: 'a', rows: rows.slice(0, 1) }, at(DAY))).values()]).toEqual([{ saved: 2 }])
    const events = await database.db
      .select({ kind: taskEvents.kind })
      .from(taskEvents)
      .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
      .where(eq(tasks.number, first.number))
    expect(events.map(({ kind }) => kind)).toEqual(['imported', 'reported'])
  })

  it('of a department cannot reach another’s tasks', async () => {
    const { database, as } = await openLedgerWithTable()
    const outcomes = await applySheet(database, as.officer('区公安分局'), { id: 'a', rows: [report(1, 1, 30)] }, at(DAY))
    expect([...outcomes.values()]).toEqual([{ refused: 'not-permitted' }])
  })

  it('is recorded once for each version that was seen', async () => {
    const { database, as } = await openLedgerWithTable()
    const officer = as.officer('区卫生健康局')
    await keepSheet(database, officer, sheet('a', officer.departmentId ?? ''), at(DAY).now)
    expect(await recordSheet(database, officer, { id: 'a', version: 1, choices: '{}', at: null })).toEqual({ version: 2 })
    expect(await recordSheet(database, officer, { id: 'a', version: 1, choices: '{}', at: null })).toEqual({ refused: 'stale' })
    expect(await recordSheet(database, officer, { id: 'a', version: 2, choices: '{}', at: at(DAY).now })).toEqual({ version: 3 })
    expect(await recordSheet(database, officer, { id: 'a', version: 3, choices: '{}', at: null })).toEqual({ refused: 'stale' })
  })
})
