import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { markRead } from '@/db/commands/mark-read'
import { post } from '@/db/commands/post-messages'
import { inbox } from '@/db/queries/inbox'
import { navCounts } from '@/db/queries/nav-counts'
import { queryCount } from '@/db/query-count'
import { duties, tasks } from '@/db/schema'
import { openLedgerWithTable } from '@/db/testing'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'

const DAY = '2022-02-01'
const at = (minute: number) => `2022-02-01T02:${String(minute).padStart(2, '0')}:00.000Z`
const ALL = { unreadOnly: false, page: 1 }

async function ledger() {
  const { database, as } = await openLedgerWithTable()
  let minute = 0
  const act = async (viewer: Viewer, number: number, command: Command) => {
    const outcome = await changeTask(
      database,
      viewer,
      { number, version: 'latest', formId: `form-${++minute}`, command },
      { today: DAY, now: at(minute) },
    )
    expect(outcome).toMatchObject({ done: { number } })
  }
  const comment = (viewer: Viewer, number: number, text: string) => act(viewer, number, { do: 'comment', text, answers: null, source: '' })
  return { database, as, health: as.officer('区卫生健康局'), comment }
}

const unreadOf = async (database: Database, viewer: Viewer) => (await navCounts(database.db, viewer, DAY)).unread

describe('the inbox', () => {
  it('groups by task, the newest group first, and says who of the department read when', async () => {
    const { database, as, health, comment } = await ledger()
    await comment(as.supervisor, 2, '请抓紧')
    await comment(as.supervisor, 3, '请补材料')
    await comment(as.leader, 2, '务必完成')
    await database.inTransaction((tx) =>
      post(
        tx,
        [{ to: { departmentId: health.departmentId ?? '' }, kind: 'report_due', urgent: false, words: { label: '2022-02' } }],
        {},
        at(30),
        null,
      ),
    )
    const found = await inbox(database.db, health, ALL)
    expect(found.groups.map(({ task, total, unread }) => [task?.number ?? null, total, unread])).toEqual([
      [null, 1, 1],
      [2, 2, 2],
      [3, 1, 1],
    ])
    expect(found).toMatchObject({ unread: 4, groupsInAll: 3, newestAt: at(30) })
    expect(found.groups[1]?.messages.map(({ kind, words }) => [kind, words.text])).toEqual([
      ['instructed', '务必完成'],
      ['commented', '请抓紧'],
    ])
    expect(await unreadOf(database, health)).toBe(4)

    const group = found.groups[1]?.key ?? ''
    expect(await markRead(database, health, { group, upTo: at(2) }, at(40))).toEqual({ read: 1 })
    expect(await markRead(database, health, { group, upTo: at(59) }, at(41))).toEqual({ read: 1 })
    expect(await markRead(database, health, { group, upTo: at(59) }, at(42))).toEqual({ read: 0 })
    const [, second] = (await inbox(database.db, health, ALL)).groups
    expect(second?.messages.map(({ read }) => read)).toEqual([
      { at: at(41), by: health.name },
      { at: at(40), by: health.name },
    ])
    expect((await inbox(database.db, health, { unreadOnly: true, page: 1 })).groups.map(({ task }) => task?.number ?? null)).toEqual([
      null,
      3,
    ])
    expect(await markRead(database, health, { group: 'all', upTo: at(59) }, at(43))).toEqual({ read: 2 })
    expect(await unreadOf(database, health)).toBe(0)
  })

  it('is one’s own: no other department or person sees it or can mark it read', async () => {
    const { database, as, health, comment } = await ledger()
    await comment(as.supervisor, 2, '请抓紧')
    const group = (await inbox(database.db, health, ALL)).groups[0]?.key ?? ''
    for (const viewer of [as.officer('区司法局'), as.supervisor, as.leader]) {
      expect((await inbox(database.db, viewer, ALL)).groups).toEqual([])
      expect(await markRead(database, viewer, { group, upTo: at(59) }, at(50))).toEqual({ read: 0 })
    }
    expect((await inbox(database.db, as.supervisor2, ALL)).groups).toHaveLength(1)
    for (const viewer of [as.administrator, as.auditor])
      expect(await markRead(database, viewer, { group: 'all', upTo: at(59) }, at(50))).toBe('hidden')
    expect(await unreadOf(database, health)).toBe(1)
  })

  it('takes back what told of an event that was taken back', async () => {
    const { database, as, health, comment } = await ledger()
    await comment(as.supervisor, 2, '写错了')
    const outcome = await changeTask(
      database,
      as.supervisor,
      { number: 2, version: 'latest', formId: 'undo', command: { do: 'undo', seq: 2 } },
      { today: DAY, now: at(5) },
    )
    expect(outcome).toMatchObject({ done: { kind: 'retracted' } })
    expect((await inbox(database.db, health, ALL)).groups).toEqual([])
  })

  it('shows nothing of a task that the department no longer has, only that there was something', async () => {
    const { database, as, health, comment } = await ledger()
    await comment(as.supervisor, 2, '请抓紧')
    const [task] = await database.db.select().from(tasks).where(eq(tasks.number, 2))
    await database.inTransaction((tx) =>
      tx
        .update(duties)
        .set({ toDay: DAY })
        .where(and(eq(duties.taskId, task?.id ?? ''), eq(duties.departmentId, health.departmentId ?? ''))),
    )
    const { groups } = await inbox(database.db, health, ALL)
    expect(groups).toMatchObject([{ task: null, messages: [{ kind: 'commented' }] }])
    expect(groups[0]?.messages[0]?.words).not.toHaveProperty('number')
    expect(JSON.stringify(groups)).not.toContain('请抓紧')
    expect(JSON.stringify(groups)).not.toContain(task?.title)
  })

  it('has pages of 50 groups, in three queries', async () => {
    const { database, as, health, comment } = await ledger()
    for (let number = 1; number <= 53; number++) await comment(as.supervisor, number, '请抓紧')
    const before = queryCount()
    const first = await inbox(database.db, health, ALL)
    expect(queryCount() - before).toBe(3)
    expect(first.groups.length).toBe(Math.min(50, first.groupsInAll))
    const last = await inbox(database.db, health, { ...ALL, page: 99 })
    expect(first.groups.length + (last.page > 1 ? last.groups.length : 0)).toBe(first.groupsInAll)
  })
})
