// Supervision notices over a real database: what is refused, what is written, who sees what, and whom it tells.
import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { issueNotice, type NewNotice } from '@/db/commands/issue-notice'
import { type NoticeChange, stepNotice } from '@/db/commands/step-notice'
import { matching } from '@/db/queries/ledger-filter'
import { noticeCounts } from '@/db/queries/notice-counts'
import { draftedNotice } from '@/db/queries/notice-draft'
import { noticePage } from '@/db/queries/notice-page'
import { noticeList, noticesToDo, openNoticesOn } from '@/db/queries/notices'
import { taskPage } from '@/db/queries/task-page'
import { taskRows } from '@/db/queries/task-rows'
import { departments, duties, plans, taskEvents, tasks } from '@/db/schema'
import { messages, notices, officeEvents } from '@/db/schema-supervision'
import { openLedgerWithTable } from '@/db/testing'
import { noticeDocx } from '@/documents/write/notice-docx'
import { isReplyOverdue } from '@/domain/notices'
import type { Viewer } from '@/domain/permissions'
import { at, report } from '@/domain/testing'

const HEALTH = '区卫生健康局'
const TODAY = '2024-03-15'
let form = 0

async function start() {
  const { database, as } = await openLedgerWithTable()
  const [health] = await database.db.select().from(departments).where(eq(departments.name, HEALTH))
  const departmentId = health?.id ?? ''
  const draft = (more: Partial<NewNotice> = {}): NewNotice => ({
    departmentId,
    numbers: [1, 2],
    colour: 'yellow',
    demand: '请逐项说明原因。',
    replyBy: '2024-03-22',
    signOff: null,
    formId: `notice-${++form}`,
    ...more,
  })
  const issue = async (more: Partial<NewNotice> = {}, day = TODAY) => {
    const outcome = await issueNotice(database, as.supervisor, draft(more), at(day))
    if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
    return outcome.done
  }
  return { database, as, departmentId, draft, issue }
}

type Step = Partial<NoticeChange> & Pick<NoticeChange, 'step'>
const take = (database: Database, viewer: Viewer, id: string, version: number, change: Step, day = TODAY) =>
  stepNotice(database, viewer, { id, version, formId: `step-${++form}`, text: '', ...change }, at(day))

describe('issuing', () => {
  it('gives the next number of the mark and year, and writes what the notice said', async () => {
    const { database, as, issue } = await start()
    expect(await issue()).toMatchObject({ label: '满督〔2024〕1号' })
    const { id, label } = await issue({ colour: 'red', signOff: { name: '王平', post: '主任', on: TODAY } })
    expect(label).toBe('满督〔2024〕2号')
    const page = await noticePage(database.db, as.supervisor, id, TODAY)
    expect(page?.text).toMatchObject({
      label,
      department: HEALTH,
      issuer: '满城区',
      replyBy: '2024年3月22日',
      issuedOn: '2024年3月15日',
      signedBy: { name: '王平', post: '主任', on: '2024年3月15日' },
      tasks: [{ number: 1 }, { number: 2 }],
    })
    expect(page?.text.tasks[0]?.state).toMatch(/^未启动，进展0%（序时进度\d+%），.*从未报送进展。$/)
    expect(page?.history).toMatchObject([{ step: 'issued', text: '请逐项说明原因。', seq: 1 }])
    expect(page && (await noticeDocx(page.text)).length).toBeGreaterThan(1000)
  })

  it('says the same later, whatever became of its tasks', async () => {
    const { database, as, departmentId, issue } = await start()
    const { id } = await issue()
    const before = await noticePage(database.db, as.supervisor, id, TODAY)
    await changeTask(
      database,
      as.officer(HEALTH),
      { number: 1, version: 'latest', formId: 'x', command: report('2024-03-20', 60) },
      at('2024-03-20'),
    )
    await database.inTransaction(async (tx) => {
      await tx.update(plans).set({ noticeMark: '改督', officeName: '另一办', redHead: false, title: '新方案' })
      await tx.update(departments).set({ name: '区卫健委' }).where(eq(departments.id, departmentId))
      await tx.update(tasks).set({ title: '改了名的任务', measure: '改了的措施' }).where(eq(tasks.number, 1))
    })
    const after = await noticePage(database.db, as.supervisor, id, '2024-03-20')
    expect(after?.text).toEqual(before?.text)
    expect(after?.tasks[0]).toMatchObject({ title: '改了名的任务', progress: 60 })
    await take(database, as.supervisor, id, 1, { step: 'voided', text: '发错单位' }, '2024-03-21')
    const voided = await noticePage(database.db, as.supervisor, id, '2024-03-21')
    expect(voided?.text).toEqual({ ...before?.text, voided: { on: '2024年3月21日', reason: '发错单位' } })
  })

  it('shows how its tasks stand only to those who see them', async () => {
    const { database, as, departmentId, issue } = await start()
    const { id } = await issue()
    await database.inTransaction(async (tx) => {
      const [first] = await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.number, 1))
      const relieved = and(eq(duties.taskId, first?.id ?? ''), eq(duties.departmentId, departmentId))
      await tx.update(duties).set({ toDay: TODAY }).where(relieved)
    })
    const seen = async (viewer: Viewer) => (await noticePage(database.db, viewer, id, TODAY))?.tasks.map(({ number }) => number)
    expect(await seen(as.supervisor)).toEqual([1, 2])
    expect(await seen(as.officer(HEALTH))).toEqual([2])
    expect((await noticePage(database.db, as.officer(HEALTH), id, TODAY))?.text.tasks).toHaveLength(2)
  })

  it('leaves a note on each task, an event of its own, and an urgent message to the department', async () => {
    const { database, as, departmentId, issue } = await start()
    const { id } = await issue()
    const noted = await database.db.select().from(taskEvents).where(eq(taskEvents.kind, 'noticed'))
    expect(noted).toHaveLength(2)
    const events = await database.db.select().from(officeEvents).where(eq(officeEvents.subject, 'notice'))
    expect(events).toMatchObject([{ subjectId: id, kind: 'issued', seq: 1 }])
    const told = await database.db.select().from(messages).where(eq(messages.noticeId, id))
    expect(told).toMatchObject([{ kind: 'notice_issued', departmentId, urgent: true }])
    expect((await taskPage(database.db, as.supervisor, 1, TODAY))?.row.version).toBe(1)
  })

  it('posted twice is one notice', async () => {
    const { database, issue } = await start()
    const first = await issue({ formId: 'same' })
    expect(await issue({ formId: 'same' })).toEqual(first)
    expect(await database.db.select().from(notices)).toHaveLength(1)
  })

  it('is refused at the field at fault, and a refused one takes no number', async () => {
    const { database, as, draft, issue } = await start()
    const refused = (more: Partial<NewNotice>) => issueNotice(database, as.supervisor, draft(more), at(TODAY))
    expect(await refused({ colour: 'red' })).toEqual({ refused: 'red-sign-off', field: 'signOffName' })
    expect(await refused({ replyBy: '2024-03-14' })).toEqual({ refused: 'reply-by-past', field: 'replyBy' })
    expect(await refused({ demand: ' ' })).toEqual({ refused: 'demand-required', field: 'demand' })
    expect(await refused({ numbers: [] })).toEqual({ refused: 'tasks-required' })
    const tooMany = Array.from({ length: 51 }, (_, index) => index + 1)
    expect(await refused({ numbers: tooMany })).toEqual({ refused: 'notice-too-many-tasks' })
    expect(await refused({ departmentId: 'nobody' })).toEqual({ refused: 'unknown-department' })
    expect(await refused({ signOff: { name: '王平', post: '主任', on: '2024-03-16' } })).toEqual({
      refused: 'day-in-future',
      field: 'signOffOn',
    })
    expect(await refused({ numbers: [1, 999] })).toBe('hidden')
    expect((await issue()).label).toBe('满督〔2024〕1号')
  })

  it('is for supervisors only', async () => {
    const { database, as, draft } = await start()
    for (const viewer of [as.officer(HEALTH), as.leader]) {
      expect(await issueNotice(database, viewer, draft(), at(TODAY))).toEqual({ refused: 'not-permitted' })
    }
    for (const viewer of [as.administrator, as.auditor]) expect(await issueNotice(database, viewer, draft(), at(TODAY))).toBe('hidden')
  })

  it('a preview shows the same without a number, and writes nothing', async () => {
    const { database, as, draft } = await start()
    const drafted = await draftedNotice(database.db, as.supervisor, draft(), TODAY)
    expect(drafted).toMatchObject({ drafted: { text: { label: '满督〔2024〕\u3000号', department: HEALTH } } })
    expect(await database.db.select().from(notices)).toEqual([])
  })
})

describe('numbers', () => {
  it('of voided notices are not used again; a new year begins at 1; another mark counts apart', async () => {
    const { database, as, issue } = await start()
    const first = await issue()
    expect(await take(database, as.supervisor, first.id, 1, { step: 'voided', text: '发错单位' })).toMatchObject({
      done: { step: 'voided' },
    })
    expect((await issue()).label).toBe('满督〔2024〕2号')
    await database.inTransaction((tx) => tx.update(plans).set({ noticeMark: '满改督' }))
    expect((await issue()).label).toBe('满改督〔2024〕1号')
    expect((await issue({ replyBy: '2025-01-09' }, '2025-01-02')).label).toBe('满改督〔2025〕1号')
    await database.inTransaction((tx) => tx.update(plans).set({ noticeMark: null }))
    expect((await issue()).label).toBe('满督〔2024〕3号')
  })

  it('50 at once get 50 in a row', async () => {
    const { database, issue } = await start()
    const labels = await Promise.all(Array.from({ length: 50 }, () => issue({ numbers: [1] })))
    const expected = Array.from({ length: 50 }, (_, index) => `满督〔2024〕${index + 1}号`)
    expect(labels.map(({ label }) => label).sort()).toEqual(expected.sort())
    expect(await database.db.select().from(notices)).toHaveLength(50)
  })
})

describe('the steps', () => {
  it('acknowledge, reply with progress, return, reply again, close; each side is told', async () => {
    const { database, as, issue } = await start()
    const officer = as.officer(HEALTH)
    const { id } = await issue()
    expect(await take(database, officer, id, 1, { step: 'acknowledged' })).toMatchObject({ done: { step: 'acknowledged' } })
    const reports = [{ number: 1, version: 1, progress: 55 }]
    expect(await take(database, officer, id, 2, { step: 'replied', text: '已召开调度会。', reports })).toMatchObject({ done: {} })
    expect((await taskPage(database.db, as.supervisor, 1, TODAY))?.row).toMatchObject({
      progress: 55,
      lastReport: { done: '已召开调度会。' },
    })
    expect(await take(database, as.supervisor, id, 3, { step: 'returned' })).toEqual({ refused: 'reason-required', field: 'text' })
    expect(await take(database, as.supervisor, id, 3, { step: 'returned', text: '未说明原因' })).toMatchObject({ done: {} })
    expect(await noticePage(database.db, officer, id, TODAY)).toMatchObject({
      state: 'acknowledged',
      steps: ['replied'],
    })
    expect(await take(database, officer, id, 4, { step: 'replied', text: '原因是设备未到。' })).toMatchObject({ done: {} })
    expect(await take(database, as.supervisor, id, 5, { step: 'closed' })).toMatchObject({ done: {} })
    const [notice] = await database.db.select().from(notices)
    expect(notice).toMatchObject({ state: 'closed', acknowledgedOn: TODAY, repliedOn: TODAY, closedOn: TODAY, version: 6 })
    const told = await database.db.select().from(messages).where(eq(messages.noticeId, id))
    const bySupervisor = told.filter(({ userId }) => userId === as.supervisor.userId).map(({ kind }) => kind)
    expect(bySupervisor.sort()).toEqual(['notice_acknowledged', 'notice_replied', 'notice_replied'])
    const byDepartment = told.filter(({ departmentId }) => departmentId !== null).map(({ kind }) => kind)
    expect(byDepartment.sort()).toEqual(['notice_closed', 'notice_issued', 'notice_returned'])
  })

  it('a report that is refused refuses the whole reply, at its field, and leaves nothing behind', async () => {
    const { database, as, issue } = await start()
    const officer = as.officer(HEALTH)
    const { id } = await issue()
    const reply = (reports: NoticeChange['reports']) => take(database, officer, id, 1, { step: 'replied', text: '已办。', reports })
    const good = { number: 1, version: 1, progress: 40 }
    expect(await reply([good, { number: 2, version: 99, progress: 40 }])).toMatchObject({ refused: 'stale', field: 'progress.2' })
    expect(await reply([good, { number: 2, version: 1, progress: 120 }])).toMatchObject({
      refused: 'progress-out-of-range',
      field: 'progress.2',
    })
    expect(await reply([good, { number: 3, version: 1, progress: 40 }])).toEqual({ refused: 'not-permitted', field: 'progress.3' })
    expect((await taskPage(database.db, as.supervisor, 1, TODAY))?.row.progress).toBe(0)
    expect((await database.db.select().from(notices))[0]).toMatchObject({ state: 'issued', version: 1 })
    expect(await reply([good])).toMatchObject({ done: {} })
  })

  it('of an old version are refused, as are those of a wrong state or hand; a form counts once', async () => {
    const { database, as, issue } = await start()
    const officer = as.officer(HEALTH)
    const { id } = await issue()
    expect(await take(database, as.supervisor, id, 1, { step: 'acknowledged' })).toEqual({ refused: 'not-permitted' })
    expect(await take(database, as.leader, id, 1, { step: 'closed' })).toEqual({ refused: 'not-permitted' })
    expect(await take(database, as.officer('区人力资源和社会保障局'), id, 1, { step: 'acknowledged' })).toBe('hidden')
    expect(await take(database, as.auditor, id, 1, { step: 'voided', text: 'x' })).toBe('hidden')
    expect(await take(database, officer, 'nothing', 1, { step: 'acknowledged' })).toBe('hidden')
    const once = { step: 'acknowledged', formId: 'once' } as const
    expect(await take(database, officer, id, 1, once)).toEqual(await take(database, officer, id, 1, once))
    expect(await take(database, officer, id, 1, { step: 'replied', text: '已办' })).toEqual({ refused: 'stale' })
    expect(await take(database, officer, id, 2, { step: 'acknowledged' })).toEqual({ refused: 'wrong-state' })
    expect(await take(database, officer, id, 2, { step: 'replied' })).toEqual({ refused: 'text-required', field: 'text' })
  })
})

describe('the lists', () => {
  it('show an officer the own department’s, supervisors and leaders all, administrators and auditors none', async () => {
    const { database, as, issue } = await start()
    const { id } = await issue()
    const seen = async (viewer: Viewer) => [
      (await noticeList(database.db, viewer, {}, { today: TODAY, page: 1 })).rows.length,
      (await openNoticesOn(database.db, viewer, [1], TODAY)).get(1)?.length ?? 0,
      Number((await noticePage(database.db, viewer, id, TODAY)) !== null),
    ]
    for (const viewer of [as.officer(HEALTH), as.supervisor, as.leader]) expect(await seen(viewer)).toEqual([1, 1, 1])
    for (const viewer of [as.officer('区人力资源和社会保障局'), as.administrator, as.auditor]) expect(await seen(viewer)).toEqual([0, 0, 0])
  })

  it('put overdue replies first, as the rule has them, and can be narrowed', async () => {
    const { database, as, issue } = await start()
    const late = await issue({ replyBy: '2024-03-18' }, '2024-03-11')
    await issue({ colour: 'blue' }, '2024-03-12')
    const voided = await issue({}, '2024-03-13')
    await take(database, as.supervisor, voided.id, 1, { step: 'voided', text: '重复' })
    const list = (filter: Parameters<typeof noticeList>[2], today = '2024-03-19') =>
      noticeList(database.db, as.supervisor, filter, { today, page: 1 })
    expect((await list({})).rows.map(({ label, overdue }) => [label, overdue])).toEqual([
      ['满督〔2024〕1号', true],
      ['满督〔2024〕2号', false],
      ['满督〔2024〕3号', false],
    ])
    expect(await list({ overdue: true })).toMatchObject({ total: 1, all: 3, overdue: 1, rows: [{ id: late.id }] })
    expect((await list({ state: 'open' })).rows).toHaveLength(2)
    expect((await list({ state: 'voided' })).rows).toHaveLength(1)
    expect((await list({ colour: 'blue', year: 2024 })).rows).toHaveLength(1)
    expect((await list({ year: 2023 })).rows).toHaveLength(0)
    for (const today of ['2024-03-17', '2024-03-18', '2024-03-19', '2024-03-25']) {
      const stored = await database.db.select().from(notices)
      expect((await list({}, today)).overdue).toBe(stored.filter((notice) => isReplyOverdue(notice, today)).length)
    }
  })

  it('what a department must do: unanswered ones, until they are answered or voided', async () => {
    const { database, as, issue } = await start()
    const officer = as.officer(HEALTH)
    const { id } = await issue()
    expect(await noticesToDo(database.db, officer, TODAY)).toMatchObject([{ id, state: 'issued', tasks: [{ number: 1 }, { number: 2 }] }])
    await take(database, officer, id, 1, { step: 'replied', text: '已办结。' })
    expect(await noticesToDo(database.db, officer, TODAY)).toEqual([])
    expect(await noticesToDo(database.db, as.supervisor, TODAY)).toEqual([])
  })

  it('say of an earlier day what was so then, whatever came of it later: a reply that was returned was one', async () => {
    const { database, as, departmentId, issue } = await start()
    const officer = as.officer(HEALTH)
    const { id } = await issue({ replyBy: '2024-03-18' })
    const on = async (asOf: string) => {
      const counted = (await noticeCounts(database.db, as.supervisor, { asOf })).get(departmentId)
      const [listed] = (await openNoticesOn(database.db, as.supervisor, [1], asOf)).get(1) ?? []
      expect(Number(listed?.overdue ?? false)).toBe(counted?.overdue ?? 0)
      return [listed?.state, counted?.open ?? 0, counted?.overdue ?? 0]
    }
    const days = ['2024-03-14', '2024-03-18', '2024-03-19', '2024-03-20', '2024-03-21', '2024-03-23', '2024-03-25']
    const told = [
      [undefined, 0, 0],
      ['issued', 1, 0],
      ['issued', 1, 1],
      ['replied', 1, 0],
      ['acknowledged', 1, 1],
      ['replied', 1, 0],
      [undefined, 0, 0],
    ]
    await take(database, officer, id, 1, { step: 'replied', text: '已开会' }, '2024-03-20')
    expect(await Promise.all(days.slice(0, 4).map(on))).toEqual(told.slice(0, 4))
    await take(database, as.supervisor, id, 2, { step: 'returned', text: '未说明原因' }, '2024-03-21')
    await take(database, officer, id, 3, { step: 'replied', text: '设备未到' }, '2024-03-22')
    await take(database, as.supervisor, id, 4, { step: 'closed' }, '2024-03-24')
    expect(await Promise.all(days.map(on))).toEqual(told)
  })

  it('what was written about a notice is not in the history of its tasks, and the ledger finds only tasks whose notice one sees', async () => {
    const { database, as, issue } = await start()
    const rows = await taskRows(database.db, as.supervisor, { asOf: TODAY })
    const shared = rows.find(({ lead, cooperating }) => lead.department === HEALTH && cooperating.length > 0)
    const other = as.officer(shared?.cooperating[0]?.department ?? '')
    const { id } = await issue({ numbers: [shared?.number ?? 0, 1], demand: '秘密的要求' })
    await take(database, as.officer(HEALTH), id, 1, { step: 'replied', text: '秘密的答复' })
    for (const { payload } of await database.db.select().from(taskEvents).where(eq(taskEvents.kind, 'noticed'))) {
      expect(payload).not.toContain('秘密')
      expect(JSON.parse(payload)).toMatchObject({ label: '满督〔2024〕1号', colour: 'yellow' })
    }
    expect(await noticePage(database.db, other, id, TODAY)).toBeNull()
    const numbers = rows.map(({ number }) => number)
    const found = async (viewer: Viewer) => {
      const listed = await taskRows(database.db, viewer, { asOf: TODAY, where: matching({ list: 'noticed' }, TODAY, viewer) })
      const named = await openNoticesOn(database.db, viewer, numbers, TODAY)
      expect(listed.map(({ number }) => number)).toEqual([...named.keys()].sort((a, b) => a - b))
      return listed.length
    }
    expect([await found(as.supervisor), await found(as.leader), await found(as.officer(HEALTH)), await found(other)]).toEqual([2, 2, 2, 0])
  })

  it('on a task as of a day: open that day, gone once closed', async () => {
    const { database, as, issue } = await start()
    const { id } = await issue()
    await take(database, as.officer(HEALTH), id, 1, { step: 'acknowledged' }, '2024-03-16')
    await take(database, as.supervisor, id, 2, { step: 'closed' }, '2024-03-20')
    const on = async (asOf: string) => (await openNoticesOn(database.db, as.supervisor, [1], asOf)).size
    expect([await on('2024-03-14'), await on('2024-03-15'), await on('2024-03-19'), await on('2024-03-20')]).toEqual([0, 1, 1, 0])
    expect(
      await database.db
        .select()
        .from(taskEvents)
        .where(and(eq(taskEvents.kind, 'noticed'))),
    ).toHaveLength(6)
  })
})
