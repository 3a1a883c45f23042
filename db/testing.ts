// For tests only: a fresh migrated database of the engine under test, and the issued table in it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import { type Database, openDatabase } from '@/db/client'
import { createLedger } from '@/db/commands/create-ledger'
import { importPlan } from '@/db/commands/import-plan'
import { departments, plans, users } from '@/db/schema'
import { issuedTextTable } from '@/documents/read/issued-text'
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

export const issuedTable = () => issuedTextTable(issuedText())

/** The 91 tasks, imported on the plan's first day unless told otherwise, and one account for each role and department. */
export async function openLedgerWithTable(time = { today: OPENED_ON, now: OPENED_AT }): Promise<{ database: Database; as: Accounts }> {
  const database = await openTestDatabase()
  await importPlan(database, issuedTable(), MANCHENG, time)
  return { database, as: await accounts(database) }
}

/** A second plan's name and title: three tasks, 2-1 to 2-3, two of them led by 区医疗保障局, reported on by the quarter. */
export const SECOND_PLAN = { shortName: '民生实事', title: '2022年民生实事分工' }

/** The 91 tasks, and the three of a second plan. */
export async function openLedgerWithTwoPlans(time = { today: OPENED_ON, now: OPENED_AT }): Promise<{ database: Database; as: Accounts }> {
  const opened = await openLedgerWithTable(time)
  await addSecondPlan(opened.database, time)
  return opened
}

async function addSecondPlan(database: Database, time: { today: Day; now: Instant }): Promise<void> {
  const rows = [
    ['新建社区卫生服务站', '区卫生健康局', '2022年6月', '2022-06-30'],
    ['方便异地就医结算', '区医疗保障局', '2022年12月', '2022-12-31'],
    ['医保服务进村', '区医疗保障局', '2023年3月', '2023-03-31'],
  ] as const
  const table = {
    title: SECOND_PLAN.title,
    rows: rows.map(([title, name, issued, dueOn], index) => ({
      ...{ number: index + 1, goal: { number: 1, name: '民生实事', text: '一、民生实事' }, title, measure: `${title}。`, line: index + 1 },
      departments: [{ name, role: 'lead' as const }],
      deadline: { issued, precision: 'month' as const, dueOn },
    })),
  }
  await importPlan(database, table, MANCHENG, time, { shortName: SECOND_PLAN.shortName })
  await database.inTransaction((tx) => tx.update(plans).set({ rhythm: 'quarterly', noticeMark: '满民' }).where(eq(plans.number, 2)))
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
