// For issue-notice.processes.test.ts only: a process of its own that waits for its start, issues some notices, and prints their labels.
import { openDatabase } from '@/db/client'
import { issueNotice } from '@/db/commands/issue-notice'
import type { Viewer } from '@/domain/permissions'

const [folder = '', departmentId = '', startAt = '0', count = '0'] = process.argv.slice(2)
const viewer: Viewer = {
  userId: 'supervisor',
  username: 'supervisor',
  role: 'supervisor',
  departmentId: null,
  departmentName: null,
  name: '督查员',
  post: '科长',
}
const database = await openDatabase(folder)
await new Promise((start) => setTimeout(start, Math.max(0, Number(startAt) - performance.timeOrigin - performance.now())))
const issued = await Promise.all(
  Array.from({ length: Number(count) }, (_, index) =>
    issueNotice(
      database,
      viewer,
      {
        departmentId,
        numbers: [(index % 3) + 1],
        colour: 'blue',
        demand: '请确保按时办结。',
        replyBy: '2024-03-22',
        signOff: null,
        formId: crypto.randomUUID(),
      },
      { today: '2024-03-15', now: '2024-03-15T02:00:00.000Z' },
    ),
  ),
)
await database.close()
process.stdout.write(
  JSON.stringify(issued.map((outcome) => (typeof outcome === 'object' && 'done' in outcome ? outcome.done.label : outcome))),
)
