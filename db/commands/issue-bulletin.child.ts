// For issue-bulletin.processes.test.ts only: a process of its own that waits for its start, then drafts and issues some bulletins, whoever's
// draft is open, and prints the numbers of those that it issued.
import { openDatabase } from '@/db/client'
import { draftBulletin } from '@/db/commands/draft-bulletin'
import { issueBulletin } from '@/db/commands/issue-bulletin'
import { openDraft } from '@/db/queries/bulletins'
import { currentPlan } from '@/db/queries/current-plan'
import type { Viewer } from '@/domain/permissions'

const [folder = '', username = '', startAt = '0', count = '0'] = process.argv.slice(2)
const viewer: Viewer = {
  userId: username,
  username,
  role: 'supervisor',
  departmentId: null,
  departmentName: null,
  name: username,
  post: '科长',
}
const time = { today: '2024-03-15', now: '2024-03-15T02:00:00.000Z' }
const database = await openDatabase(folder)
const planId = (await currentPlan(database.db))?.plan.id ?? ''
await new Promise((start) => setTimeout(start, Math.max(0, Number(startAt) - performance.timeOrigin - performance.now())))
const numbers: number[] = []
while (numbers.length < Number(count)) {
  await draftBulletin(database, viewer, { plan: 1, asOf: '2024-02-29', basis: 'approved' }, time)
  const open = await openDraft(database.db, planId)
  if (!open) continue
  const signOff = { name: '张某', post: '副区长', on: '2024-03-15' }
  const outcome = await issueBulletin(database, viewer, { id: open.id, version: open.version, signOff }, time)
  if (typeof outcome === 'object' && 'done' in outcome) numbers.push(outcome.done.number)
}
await database.close()
process.stdout.write(JSON.stringify(numbers))
