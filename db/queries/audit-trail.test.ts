import { describe, expect, it } from 'vitest'
import { addAccount } from '@/db/commands/add-account'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { signIn } from '@/db/commands/sign-in'
import { auditTrail, wholeAuditTrail } from '@/db/queries/audit-trail'
import { queryCount } from '@/db/query-count'
import { openLedgerWithTable } from '@/db/testing'

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

  it('is empty for everyone but the auditor', async () => {
    const { database, as } = await openLedgerWithTable()
    for (const viewer of [as.officer('区卫生健康局'), as.supervisor, as.leader, as.administrator]) {
      expect(await auditTrail(database.db, viewer, 1)).toEqual({ entries: [], total: 0 })
      expect(await wholeAuditTrail(database.db, viewer)).toEqual([])
    }
  })
})
