import { describe, expect, it } from 'vitest'
import { addAccount } from '@/db/commands/add-account'
import { changeTask } from '@/db/commands/change-task'
import { importPlan } from '@/db/commands/import-plan'
import { mergeDepartments } from '@/db/commands/merge-departments'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { renameDepartment } from '@/db/commands/rename-department'
import { signIn } from '@/db/commands/sign-in'
import { auditTrail, wholeAuditTrail } from '@/db/queries/audit-trail'
import { queryCount } from '@/db/query-count'
import { issuedTable, MANCHENG, openLedgerWithTable } from '@/db/testing'
import { at } from '@/domain/testing'

const NOW = '2026-11-23T01:00:00.000Z'

describe('the audit trail', () => {
  it('lists the events of tasks and of accounts, newest first, in four queries', async () => {
    const { database, as } = await openLedgerWithTable()
    await addAccount(database, as.administrator, { username: 'neu', role: 'leader', departmentId: null }, NOW)
    await signIn(database, 'neu', 'wrong', NOW)
    const before = queryCount()
    const { entries, total } = await auditTrail(database.db, as.auditor, 1)
    expect(queryCount() - before).toBe(4)
    expect(total).toBe(92)
    expect(entries[0]).toMatchObject({
      at: NOW,
      kind: 'added',
      username: 'neu',
      taskNumber: 0,
      actorName: as.administrator.name,
      actorRole: 'administrator',
    })
    expect(entries.slice(1).map((entry) => entry.taskNumber)).toEqual(Array.from({ length: 91 }, (_, index) => 91 - index))
    expect(entries[1]).toMatchObject({ kind: 'imported', actorRole: 'system', username: null })
    expect(await wholeAuditTrail(database.db, as.auditor)).toEqual(entries)
    expect((await auditTrail(database.db, as.auditor, 2)).entries).toEqual([])
  })

  it('lists what happened in the office: what and which, but no texts', async () => {
    const { database, as } = await openLedgerWithTable()
    const about = { subject: 'calendar', subjectId: '2027', kind: 'day_set', payload: { name: '不外传' } } as const
    await database.inTransaction((tx) => recordOfficeEvent(tx, about, as.administrator, NOW))
    const { entries, total } = await auditTrail(database.db, as.auditor, 1)
    expect(total).toBe(92)
    expect(entries[0]).toMatchObject({
      at: NOW,
      kind: 'day_set',
      office: 'calendar',
      officeLabel: '2027',
      username: null,
      taskNumber: 0,
      actorName: as.administrator.name,
      actorUsername: as.administrator.username,
    })
    expect(JSON.stringify(entries)).not.toContain('不外传')
  })

  it('lists what documents changed: of tasks, departments and plans, without what the documents say', async () => {
    const { database, as } = await openLedgerWithTable()
    const document = { title: '不外传', number: '', on: '2022-03-01' }
    const departmentId = as.officer('区卫生健康局').departmentId ?? ''
    const command = { do: 'amend', document, changes: { title: { from: '旧', to: '不外传' } }, on: '2022-03-01' } as const
    await changeTask(database, as.supervisor, { number: 1, version: 'latest', formId: 'f1', command }, at('2022-03-01'))
    const merger = { from: as.officer('区公安分局').departmentId ?? '', into: departmentId, document }
    await mergeDepartments(database, as.supervisor, merger, at('2022-03-02'))
    await renameDepartment(database, as.supervisor, { departmentId, name: '区卫健委', document }, at('2022-03-03'))
    const table = { ...issuedTable(), title: '十项重点工程' }
    await importPlan(database, table, MANCHENG, at('2022-03-04'), { viewer: as.supervisor })
    const { entries } = await auditTrail(database.db, as.auditor, 1)
    const of = (kind: string) => entries.find((entry) => entry.kind === kind && entry.office !== null)
    expect(of('imported')).toMatchObject({ office: 'plan', officeLabel: '十项重点工程', actorRole: 'supervisor' })
    expect(of('renamed')).toMatchObject({ office: 'department', officeLabel: '区卫健委' })
    expect(of('merged')).toMatchObject({ office: 'department', officeLabel: '区公安分局' })
    const whole = await wholeAuditTrail(database.db, as.auditor)
    expect(whole.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['amended', 'reassigned']))
    expect(JSON.stringify(whole)).not.toContain('不外传')
  })

  it('is empty for everyone but the auditor', async () => {
    const { database, as } = await openLedgerWithTable()
    for (const viewer of [as.officer('区卫生健康局'), as.supervisor, as.leader, as.administrator]) {
      expect(await auditTrail(database.db, viewer, 1)).toEqual({ entries: [], total: 0 })
      expect(await wholeAuditTrail(database.db, viewer)).toEqual([])
    }
  })
})
