// Corrections over a real database: the deadlines of all days follow, and a file goes with the entry that takes the first one's place.
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { addFile } from '@/db/commands/add-file'
import { changeTask, type Outcome } from '@/db/commands/change-task'
import { evidenceFile } from '@/db/queries/evidence-file'
import { taskPage } from '@/db/queries/task-page'
import { files } from '@/db/schema-supervision'
import { openLedgerWithTable } from '@/db/testing'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'
import { approve, askExtension, at, check, correctTo, makeLongTerm, refuse, returnStage, stage, verifyStage } from '@/domain/testing'

const HEALTH = '区卫生健康局'
/** Led by the health bureau alone, due at the end of June 2022. */
const TASK = 2
const FILE = { name: '现场.pdf', type: 'application/pdf', size: 9, sha256: 'a'.repeat(64), storedName: 'stored' }

async function open() {
  const { database, as } = await openLedgerWithTable()
  let form = 0
  const send = (viewer: Viewer, command: Command, day: string): Promise<Outcome> =>
    changeTask(database, viewer, { number: TASK, version: 'latest', formId: `corrections-${++form}`, command }, at(day))
  return {
    database,
    as,
    officer: as.officer(HEALTH),
    send,
    change: async (viewer: Viewer, command: Command, day: string): Promise<number> => {
      const outcome = await send(viewer, command, day)
      if (outcome === 'hidden' || 'refused' in outcome) throw new Error(`${command.do}: ${JSON.stringify(outcome)}`)
      return outcome.done.seq
    },
    rowOn: async (day: string) => {
      const page = await taskPage(database.db, as.supervisor, TASK, day)
      if (!page) throw new Error('no task')
      return page.row
    },
  }
}

it('an approval corrected to an earlier date, then to a refusal: the light follows, the request stays decided', async () => {
  const { change, send, officer, as, rowOn } = await open()
  const request = await change(officer, askExtension('2022-12-31', '2022-06-05'), '2022-06-05')
  const approval = await change(as.supervisor, approve(request, '2022-12-31', '2022-06-10'), '2022-06-10')
  const shorter = correctTo(approval, approve(request, '2022-09-30', '2022-06-10', '误批'))
  expect(await send(officer, shorter, '2022-07-05')).toMatchObject({ refused: 'not-correctable' })
  const second = await change(as.supervisor2, shorter, '2022-07-05')
  expect(await rowOn('2022-07-05')).toMatchObject({ deadline: { approvedDueOn: '2022-09-30' }, daysLate: { approved: 0 }, extensions: 1 })
  expect((await rowOn('2022-10-01')).light).toBe('overdue')
  await change(as.supervisor, correctTo(second, refuse(request)), '2022-07-06')
  expect(await rowOn('2022-07-06')).toMatchObject({
    light: 'overdue',
    deadline: { approvedDueOn: '2022-06-30' },
    extensions: 0,
    extensionSeq: null,
  })
})

it('a verified stage result corrected to a returned one may be reported again', async () => {
  const { change, send, officer, as } = await open()
  await change(as.supervisor, makeLongTerm, '2022-05-05')
  const result = await change(officer, stage(2022, '2022-06-05'), '2022-06-05')
  const verified = await change(as.supervisor, verifyStage(result), '2022-06-06')
  expect(await send(officer, stage(2022, '2022-06-07'), '2022-06-07')).toHaveProperty('refused')
  expect(await send(officer, correctTo(result, stage(2022, '2022-06-05')), '2022-06-07')).toMatchObject({ refused: 'collides' })
  await change(as.supervisor2, correctTo(verified, returnStage(result)), '2022-06-07')
  await change(officer, stage(2022, '2022-06-08'), '2022-06-08')
})

it('a file stays with the corrected check and stays readable; the next correction takes it along', async () => {
  const { database, change, as } = await open()
  const { db } = database
  const brought = await addFile(database, as.supervisor, TASK, FILE, at('2022-06-05').now)
  if (brought === 'hidden' || 'refused' in brought || brought.evidence.kind !== 'file') throw new Error('no file')
  const { evidence } = brought
  const first = await change(as.supervisor, { ...check('2022-06-05'), evidence } as Command, '2022-06-05')
  const second = await change(as.supervisor, correctTo(first, check('2022-06-05', 60)), '2022-06-20')
  const third = await change(as.supervisor, correctTo(second, check('2022-06-05', 70)), '2022-06-21')
  expect(await db.select({ seq: files.seq }).from(files).where(eq(files.id, evidence.file))).toEqual([{ seq: third }])
  expect(await evidenceFile(db, as.officer(HEALTH), evidence.file)).toMatchObject({ name: FILE.name })
})
