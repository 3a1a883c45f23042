// For tests only: a fresh migrated database of the engine under test, and the issued table in it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Database, openDatabase } from '@/db/client'
import { createLedger } from '@/db/commands/create-ledger'
import { importPlan } from '@/db/commands/import-plan'
import { departments, users } from '@/db/schema'
import { readIssuedTable } from '@/documents/read/issued-text-table'
import type { Day, Instant } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import type { Role } from '@/domain/words'

export const OPENED_ON: Day = '2022-01-01'
export const OPENED_AT: Instant = '2022-01-01T01:00:00.000Z'
export const MANCHENG = { issuer: '满城区', documentNumber: null, firstDay: '2022-01-01' }

export async function openTestDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  const database = await openDatabase(folder)
  onTestFinished(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })
  await createLedger(database, 'test', OPENED_AT)
  return database
}

export const issuedText = (): string => readFileSync(join(process.cwd(), 'documents/issued/mancheng.txt'), 'utf8')

export function issuedTable() {
  const result = readIssuedTable(issuedText())
  if ('unreadable' in result || result.problems.length > 0) throw new Error('the issued table is not readable')
  return result.table
}

/** The 91 tasks, imported on the plan's first day unless told otherwise, and one account for each role and department. */
export async function openLedgerWithTable(time = { today: OPENED_ON, now: OPENED_AT }): Promise<{ database: Database; as: Accounts }> {
  const database = await openTestDatabase()
  await importPlan(database, issuedTable(), MANCHENG, time)
  return { database, as: await accounts(database) }
}

export type Accounts = {
  officer: (department: string) => Viewer
  supervisor: Viewer
  supervisor2: Viewer
  leader: Viewer
  administrator: Viewer
  auditor: Viewer
}

async function accounts(database: Database): Promise<Accounts> {
  const known = await database.db.select().from(departments).orderBy(departments.position)
  const viewers = [
    ...known.map((department) => person('officer', department.id, department)),
    person('supervisor', 'supervisor'),
    person('supervisor', 'supervisor2'),
    person('leader', 'leader'),
    person('administrator', 'administrator'),
    person('auditor', 'auditor'),
  ]
  await database.inTransaction((tx) =>
    tx.insert(users).values(
      viewers.map((viewer) => ({
        id: viewer.userId,
        username: viewer.username,
        role: viewer.role,
        departmentId: viewer.departmentId,
        name: viewer.name,
        post: viewer.post,
        passwordHash: 'none',
        mustSetPassword: false,
        createdAt: OPENED_AT,
      })),
    ),
  )
  const named = (username: string): Viewer => {
    const viewer = viewers.find((other) => other.username === username || other.departmentName === username)
    if (!viewer) throw new Error(`no account ${username}`)
    return viewer
  }
  return {
    officer: named,
    supervisor: named('supervisor'),
    supervisor2: named('supervisor2'),
    leader: named('leader'),
    administrator: named('administrator'),
    auditor: named('auditor'),
  }
}

function person(role: Role, username: string, department: { id: string; name: string } | null = null): Viewer {
  return {
    userId: `user-${username}`,
    username,
    role,
    departmentId: department?.id ?? null,
    departmentName: department?.name ?? null,
    name: `${username}的人`,
    post: '科员',
  }
}
