// A file that was brought in, over a real database: whose it is, what was answered, and how it ends.
import { expect, it } from 'vitest'
import { changeTask } from '@/db/commands/change-task'
import { answerImport, discardImport, finishImport, keepImport } from '@/db/commands/keep-import'
import { mergeDepartments } from '@/db/commands/merge-departments'
import { namePlan } from '@/db/commands/name-plan'
import { currentPlan } from '@/db/queries/current-plan'
import { importPage, ownImports } from '@/db/queries/import-page'
import { knownNames, withoutOfficer } from '@/db/queries/known-names'
import { departmentsOfPlan, lastChanges, mergerOf, planHistory, tasksThatMove } from '@/db/queries/plans-page'
import { openLedgerWithTable } from '@/db/testing'
import { withdraw } from '@/domain/testing'

const NOW = '2022-06-15T01:00:00.000Z'
const FILE = { id: 'import-1', fileName: '清单.docx', size: 100, sha256: 'ab', source: '{"kind":"docx","tables":[]}' }

it('belongs to whoever brought it; nobody else finds it', async () => {
  const { database, as } = await openLedgerWithTable()
  expect(await keepImport(database, as.leader, FILE, NOW)).toBe('hidden')
  expect(await keepImport(database, as.supervisor, FILE, NOW)).toEqual({ version: 1 })
  expect(await keepImport(database, as.supervisor, FILE, NOW)).toEqual({ version: 1 })
  expect(await ownImports(database.db, as.supervisor)).toHaveLength(1)
  expect(await ownImports(database.db, as.supervisor2)).toEqual([])
  expect(await importPage(database.db, as.supervisor2, FILE.id)).toBeNull()
  expect(await importPage(database.db, as.leader, FILE.id)).toBeNull()
  expect(await answerImport(database, as.supervisor2, { id: FILE.id, version: 1, choices: '{}' })).toBe('hidden')
  expect(await discardImport(database, as.supervisor2, FILE.id)).toBe('hidden')
  expect(await importPage(database.db, as.supervisor, FILE.id)).toMatchObject({ ...FILE, version: 1, doneAt: null, plan: null })
})

it('is answered by those who have seen the last answer, and not once it was carried out', async () => {
  const { database, as } = await openLedgerWithTable()
  await keepImport(database, as.supervisor, FILE, NOW)
  const answer = (version: number) => answerImport(database, as.supervisor, { id: FILE.id, version, choices: '{"title":"甲"}' })
  expect(await answer(1)).toEqual({ version: 2 })
  expect(await answer(1)).toEqual({ refused: 'stale' })
  const plan = (await currentPlan(database.db))?.plan
  const outcome = JSON.stringify({ as: 'plan', rows: 91, departments: 12, withoutOfficer: [] })
  const end = { at: NOW, outcome, planId: plan?.id ?? '', rhythm: 'quarterly' } as const
  expect(await finishImport(database, as.supervisor, FILE.id, end)).toEqual({ finished: true })
  expect(await finishImport(database, as.supervisor, FILE.id, { ...end, rhythm: 'none' })).toEqual({ finished: false })
  expect((await currentPlan(database.db))?.plan.rhythm).toBe('quarterly')
  expect(await answer(2)).toBe('hidden')
  expect(await discardImport(database, as.supervisor, FILE.id)).toBe('hidden')
  expect(await importPage(database.db, as.supervisor, FILE.id)).toMatchObject({ doneAt: NOW, outcome: { rows: 91 }, plan: { number: 1 } })
})

it('can be discarded before', async () => {
  const { database, as } = await openLedgerWithTable()
  await keepImport(database, as.supervisor, FILE, NOW)
  expect(await discardImport(database, as.supervisor, FILE.id)).toEqual({ discarded: '清单.docx' })
  expect(await importPage(database.db, as.supervisor, FILE.id)).toBeNull()
})

it('a plan is named, and its page tells of its departments and what would move', async () => {
  const { database, as } = await openLedgerWithTable()
  const { db } = database
  expect(await namePlan(database, as.leader, { plan: 1, shortName: '医改', version: 1 }, NOW)).toBe('hidden')
  expect(await namePlan(database, as.supervisor, { plan: 1, shortName: '', version: 1 }, NOW)).toEqual({ refused: 'unchanged' })
  expect(await namePlan(database, as.supervisor, { plan: 1, shortName: ' 医改 ', version: 1 }, NOW)).toEqual({ named: '医改' })
  expect(await namePlan(database, as.supervisor, { plan: 1, shortName: '', version: 1 }, NOW)).toEqual({ refused: 'stale' })
  const plan = (await currentPlan(db))?.plan
  const planId = plan?.id ?? ''
  expect(await planHistory(db, as.supervisor, planId)).toMatchObject([{ kind: 'named', from: null, to: '医改' }])
  expect(await lastChanges(db, as.supervisor)).toEqual(new Map())
  const departments = await departmentsOfPlan(db, as.supervisor, planId)
  expect(departments.reduce((sum, { leads, cooperates }) => sum + leads + cooperates, 0)).toBe(129)
  expect(departments.find(({ name }) => name === '区卫生健康局')).toMatchObject({ leads: 64, aliases: [], former: [] })
  const [health, personnel] = ['区卫生健康局', '区人力资源和社会保障局'].map((name) => departments.find((one) => one.name === name))
  const moving = await tasksThatMove(db, as.supervisor, personnel?.id ?? '', health?.id ?? '')
  expect(moving).toHaveLength((personnel?.leads ?? 0) + (personnel?.cooperates ?? 0))
  expect(moving.some(({ otherRole }) => otherRole === 'lead')).toBe(true)
  expect(await tasksThatMove(db, as.leader, personnel?.id ?? '', health?.id ?? '')).toEqual([])
})

it('names are known: departments in their order; those without an officer are told', async () => {
  const { database } = await openLedgerWithTable()
  const { departments, aliases } = await knownNames(database.db)
  expect(departments[0]).toBe('区卫生健康局')
  expect(departments).toHaveLength(12)
  expect(aliases).toEqual({})
  expect(await withoutOfficer(database.db, departments)).toEqual([])
})

it('a merger moves what was shown before, withdrawn tasks too, and is told afterwards', async () => {
  const { database, as } = await openLedgerWithTable()
  const plan = (await currentPlan(database.db))?.plan
  const all = await departmentsOfPlan(database.db, as.supervisor, plan?.id ?? '')
  const [health, personnel] = ['区卫生健康局', '区人力资源和社会保障局'].map((wanted) => all.find(({ name }) => name === wanted))
  const ids = { from: personnel?.id ?? '', into: health?.id ?? '' }
  const before = await tasksThatMove(database.db, as.supervisor, ids.from, ids.into)
  const withdrawn = before.find(({ role }) => role === 'lead')?.number ?? 0
  const document = { title: '机构改革方案', number: '', on: '2022-06-01' }
  const time = { today: '2022-06-15', now: NOW }
  const change = { number: withdrawn, version: 'latest', formId: 'form', command: withdraw } as const
  expect(await changeTask(database, as.supervisor, change, time)).toMatchObject({ done: { kind: 'withdrawn' } })
  const moving = await tasksThatMove(database.db, as.supervisor, ids.from, ids.into)
  expect(moving).toEqual(before)
  expect(await mergerOf(database.db, as.supervisor, ids.from)).toBeNull()
  const outcome = await mergeDepartments(database, as.supervisor, { ...ids, document }, time)
  expect(outcome).toMatchObject({ merged: { tasks: moving.length } })
  expect(await mergerOf(database.db, as.supervisor, ids.from)).toMatchObject({ into: health?.name, tasks: moving.length, document })
  expect(await mergerOf(database.db, as.leader, ids.from)).toBeNull()
})
