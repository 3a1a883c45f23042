// A file that waits in a refused form: taken while it is there, refused once it is not, never left out in silence.
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { addFile } from '@/db/commands/add-file'
import { changeTask } from '@/db/commands/change-task'
import { waitingFile } from '@/db/queries/evidence-file'
import { files } from '@/db/schema-supervision'
import { openLedgerWithTable } from '@/db/testing'
import { at } from '@/domain/testing'

const TODAY = '2022-06-05'
const FILE = { name: '现场.pdf', type: 'application/pdf', size: 9, sha256: 'a'.repeat(64), storedName: 'stored' }
const GONE = { refused: 'evidence-gone', field: 'evidenceFile' }

async function open() {
  const { database, as } = await openLedgerWithTable()
  const brought = await addFile(database, as.supervisor, 2, FILE, at(TODAY).now)
  if (brought === 'hidden' || 'refused' in brought) throw new Error('no file')
  const { evidence } = brought
  const waiting = (formId: string, number = 2, viewer = as.supervisor) =>
    waitingFile(database.db, viewer, { number, formId }, evidence.file)
  return { database, as, evidence, waiting }
}

it('a waiting file is there for who brought it, and for its task', async () => {
  const { as, evidence, waiting } = await open()
  expect(await waiting('new')).toEqual({ evidence })
  expect(await waiting('new', 3)).toEqual(GONE)
  expect(await waiting('new', 2, as.supervisor2)).toEqual(GONE)
})

it('one that was swept away is refused', async () => {
  const { database, evidence, waiting } = await open()
  await database.inTransaction((tx) => tx.delete(files).where(eq(files.id, evidence.file)))
  expect(await waiting('new')).toEqual(GONE)
})

it('one that another form has used is refused; the same form posted twice counts once', async () => {
  const { database, as, evidence, waiting } = await open()
  const change = { number: 2, version: null, formId: 'first', command: { do: 'add_evidence', evidence, note: '' } } as const
  const first = await changeTask(database, as.supervisor, change, at(TODAY))
  expect(first).toMatchObject({ done: { kind: 'evidence_added' } })
  expect(await waiting('second')).toEqual(GONE)
  expect(await waiting('first')).toEqual({ evidence })
})
