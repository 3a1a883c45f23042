import { eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import * as clock from '@/clock'
import type { Database } from '@/db/client'
import { addAccount } from '@/db/commands/add-account'
import { changeRole } from '@/db/commands/change-role'
import { demoSignIn } from '@/db/commands/demo-sign-in'
import { disableAccount, enableAccount } from '@/db/commands/disable-account'
import { type FirstAccount, firstAccounts } from '@/db/commands/first-accounts'
import { mergeDepartments } from '@/db/commands/merge-departments'
import { resetPassword } from '@/db/commands/reset-password'
import { changeOwnPassword, completeFirstSignIn } from '@/db/commands/set-own-password'
import { signIn } from '@/db/commands/sign-in'
import { passwordPolicy } from '@/db/password-hash'
import { accounts, departmentChoices } from '@/db/queries/accounts'
import { sessionViewer } from '@/db/queries/session-viewer'
import { accountEvents, ledgers, users } from '@/db/schema'
import { openLedgerWithTable, openTestDatabase } from '@/db/testing'
import { passwordProblem } from '@/domain/password-policy'

const NOW = '2026-11-23T01:00:00.000Z'
const LIMITS = { idleMinutes: 60, hours: 12 }
const handed = async () => {}
const LEADER = { username: 'lingdao2', role: 'leader', departmentId: null } as const

const events = async ({ db }: Database): Promise<string[]> => (await db.select().from(accountEvents)).map((row) => row.kind)
const isAlive = async ({ db }: Database, id: string): Promise<boolean> => (await sessionViewer(db, id, NOW, LIMITS)) !== null

async function withSession() {
  const opened = await openLedgerWithTable()
  const { database, as } = opened
  const outcome = await addAccount(database, as.administrator, LEADER, NOW)
  if (typeof outcome === 'string' || !('added' in outcome)) throw new Error('not added')
  const sessionId = await signIn(database, LEADER.username, outcome.added.password, NOW)
  if (!sessionId) throw new Error('not signed in')
  return { database, as, sessionId, password: outcome.added.password }
}

describe('the first accounts', () => {
  it('are one officer for each department and one person for each other role, with passwords that fit the policy', async () => {
    const { database } = await openLedgerWithTable()
    await database.inTransaction((tx) => tx.delete(users))
    let rows: FirstAccount[] = []
    await firstAccounts(database, NOW, async (accounts) => {
      rows = accounts
    })
    expect(rows.filter((row) => row.role === 'officer')).toHaveLength(12)
    expect(rows.filter((row) => row.role !== 'officer').map((row) => row.username)).toEqual(['ducha', 'lingdao', 'admin', 'shenji'])
    expect(rows.find((row) => row.department === '区卫生健康局')?.username).toBe('qwsjkj')
    expect(new Set(rows.map((row) => row.username)).size).toBe(16)
    expect(new Set(rows.map((row) => row.password)).size).toBe(16)
    for (const { username, password } of rows) expect(passwordProblem(passwordPolicy, password, username)).toBeNull()
    expect(await events(database)).toEqual(rows.map(() => 'added'))
    const { username, password } = rows[0] ?? { username: '', password: '' }
    expect(await signIn(database, username, password, NOW)).not.toBeNull()
  })

  it('are made only where there are none', async () => {
    const { database } = await openLedgerWithTable()
    expect(await firstAccounts(database, NOW, handed)).toEqual([])
    expect(await events(database)).toEqual([])
  })

  it('do not exist when their passwords could not be handed over', async () => {
    const database = await openTestDatabase()
    const full = () => Promise.reject(new Error('no space left'))
    await expect(firstAccounts(database, NOW, full)).rejects.toThrow('no space left')
    expect(await database.db.select().from(users)).toEqual([])
    expect(await firstAccounts(database, NOW, handed)).toHaveLength(4)
  })

  it('are not made on a real ledger that reads as on another day', async () => {
    const database = await openTestDatabase()
    await database.inTransaction((tx) => tx.update(ledgers).set({ mark: 'real' }))
    vi.spyOn(clock, 'isFrozen').mockReturnValue(true)
    expect(await firstAccounts(database, NOW, handed)).toEqual({ refused: 'read-only' })
    expect(await database.db.select().from(users)).toEqual([])
  })
})

describe('the exclusions', () => {
  it('accounts are hidden from everyone but the administrator', async () => {
    const { database, as } = await openLedgerWithTable()
    for (const viewer of [as.officer('区卫生健康局'), as.supervisor, as.leader, as.auditor]) {
      expect(await addAccount(database, viewer, LEADER, NOW)).toBe('hidden')
      expect(await disableAccount(database, viewer, 'leader', NOW)).toBe('hidden')
      expect(await changeRole(database, viewer, { ...LEADER, username: 'leader' }, NOW)).toBe('hidden')
      expect(await resetPassword(database, viewer, 'leader', NOW)).toBe('hidden')
      expect(await accounts(database.db, viewer)).toEqual([])
    }
    expect(await events(database)).toEqual([])
  })

  it('an officer has a department, nobody else has one', async () => {
    const { database, as } = await openLedgerWithTable()
    const add = (role: 'officer' | 'leader', departmentId: string | null) =>
      addAccount(database, as.administrator, { username: 'someone', role, departmentId }, NOW)
    expect(await add('officer', null)).toMatchObject({ refused: 'department-required', field: 'departmentId' })
    expect(await add('officer', 'no such')).toMatchObject({ refused: 'unknown-department', field: 'departmentId' })
    expect(await add('leader', as.officer('区卫生健康局').departmentId)).toMatchObject({ refused: 'department-not-for-role' })
  })

  it('a department that was merged into another is not offered any more, and is refused', async () => {
    const { database, as } = await openLedgerWithTable()
    const [from, into] = [as.officer('区科技局').departmentId ?? '', as.officer('区卫生健康局').departmentId ?? '']
    expect((await departmentChoices(database.db)).map(({ id }) => id)).toContain(from)
    const document = { title: '机构改革方案', number: '', on: '2022-05-09' }
    const time = { today: '2022-05-10', now: '2022-05-10T01:00:00.000Z' }
    expect(await mergeDepartments(database, as.supervisor, { from, into, document }, time)).toMatchObject({ merged: { accounts: 1 } })
    expect((await departmentChoices(database.db)).map(({ id }) => id)).not.toContain(from)
    const account = { username: 'someone', role: 'officer', departmentId: from } as const
    const refused = { refused: 'department-ended', field: 'departmentId' }
    expect(await addAccount(database, as.administrator, account, NOW)).toEqual(refused)
    expect(await changeRole(database, as.administrator, { ...account, username: as.leader.username }, NOW)).toEqual(refused)
  })

  it('a username is taken once and has a plain form', async () => {
    const { database, as } = await openLedgerWithTable()
    expect(await addAccount(database, as.administrator, { ...LEADER, username: 'leader' }, NOW)).toMatchObject({
      refused: 'username-taken',
    })
    for (const username of ['', 'A', '张三', 'a b', '1abc', `a${'x'.repeat(40)}`])
      expect(await addAccount(database, as.administrator, { ...LEADER, username }, NOW)).toMatchObject({ refused: 'username-format' })
  })

  it('an administrator does nothing to the own account', async () => {
    const { database, as } = await openLedgerWithTable()
    const own = as.administrator.username
    const refused = { refused: 'own-account' }
    expect(await disableAccount(database, as.administrator, own, NOW)).toEqual(refused)
    expect(await changeRole(database, as.administrator, { ...LEADER, username: own }, NOW)).toEqual(refused)
    expect(await resetPassword(database, as.administrator, own, NOW)).toEqual(refused)
    expect(await events(database)).toEqual([])
  })

  it('at least one enabled administrator stays, even against the command line or two at once', async () => {
    const { database, as } = await openLedgerWithTable()
    const refused = { refused: 'last-administrator' }
    expect(await disableAccount(database, null, as.administrator.username, NOW)).toEqual(refused)
    expect(await changeRole(database, null, { ...LEADER, username: as.administrator.username }, NOW)).toEqual(refused)
    await addAccount(database, null, { username: 'admin2', role: 'administrator', departmentId: null }, NOW)
    const second = { ...as.administrator, userId: 'other', username: 'admin2' }
    const outcomes = await Promise.all([
      disableAccount(database, as.administrator, 'admin2', NOW),
      disableAccount(database, second, as.administrator.username, NOW),
    ])
    expect(outcomes).toEqual([{ changed: 'admin2' }, refused])
  })

  it('what is so already is refused, not recorded again', async () => {
    const { database, as } = await openLedgerWithTable()
    expect(await enableAccount(database, as.administrator, 'leader', NOW)).toEqual({ refused: 'unchanged' })
    expect(await changeRole(database, as.administrator, { ...LEADER, username: 'leader' }, NOW)).toEqual({ refused: 'unchanged' })
    expect(await disableAccount(database, as.administrator, 'no-such', NOW)).toBe('hidden')
    expect(await events(database)).toEqual([])
  })
})

describe('sessions end at once', () => {
  it('when the account is disabled, and enabling does not revive them', async () => {
    const { database, as, sessionId } = await withSession()
    await disableAccount(database, as.administrator, LEADER.username, NOW)
    expect(await isAlive(database, sessionId)).toBe(false)
    await enableAccount(database, as.administrator, LEADER.username, NOW)
    expect(await isAlive(database, sessionId)).toBe(false)
  })

  it('when the account gets another role', async () => {
    const { database, as, sessionId } = await withSession()
    await changeRole(database, as.administrator, { ...LEADER, role: 'auditor' }, NOW)
    expect(await isAlive(database, sessionId)).toBe(false)
    expect((await accounts(database.db, as.administrator)).find((row) => row.username === LEADER.username)?.role).toBe('auditor')
  })

  it('when the password is reset, and the old one no longer serves', async () => {
    const { database, as, sessionId, password } = await withSession()
    await resetPassword(database, as.administrator, LEADER.username, NOW)
    expect(await isAlive(database, sessionId)).toBe(false)
    expect(await signIn(database, LEADER.username, password, NOW)).toBeNull()
  })

  it('when the holder changes the password, who goes on in a new one', async () => {
    const { database, sessionId, password } = await withSession()
    const outcome = await changeOwnPassword(database, LEADER.username, { present: password, password: 'quite-another-1' }, NOW)
    expect(await isAlive(database, sessionId)).toBe(false)
    expect(typeof outcome === 'object' && 'sessionId' in outcome && (await isAlive(database, outcome.sessionId))).toBe(true)
  })
})

describe('the own password', () => {
  it('is set at the first sign-in with name and post, once', async () => {
    const { database, password } = await withSession()
    const person = { name: '张明', post: '副区长' }
    expect(await completeFirstSignIn(database, LEADER.username, { ...person, password }, NOW)).toMatchObject({
      refused: 'password-unchanged',
    })
    const outcome = await completeFirstSignIn(database, LEADER.username, { ...person, password: 'my-own-words-1' }, NOW)
    if (typeof outcome === 'string' || !('sessionId' in outcome)) throw new Error('refused')
    expect(await sessionViewer(database.db, outcome.sessionId, NOW, LIMITS)).toMatchObject({ viewer: person, mustSetPassword: false })
    expect(await completeFirstSignIn(database, LEADER.username, { ...person, password: 'my-own-words-2' }, NOW)).toBe('hidden')
  })

  it('must fit the policy', async () => {
    const { database } = await withSession()
    const set = (password: string) => completeFirstSignIn(database, LEADER.username, { name: '张明', post: '副区长', password }, NOW)
    expect(await set('short1')).toMatchObject({ refused: 'password-too-short', field: 'password', values: { minLength: 10 } })
    expect(await set('onlysmallletters')).toMatchObject({ refused: 'password-too-simple', values: { classes: 2 } })
  })

  it('is changed with the present one only; five wrong ones lock', async () => {
    const { database, password } = await withSession()
    const change = (present: string) => changeOwnPassword(database, LEADER.username, { present, password: 'quite-another-1' }, NOW)
    for (let n = 0; n < 5; n++) expect(await change('not it')).toMatchObject({ refused: 'wrong-password', field: 'presentPassword' })
    expect(await change(password)).toMatchObject({ refused: 'wrong-password' })
  })
})

describe('a ledger read on a borrowed day', () => {
  it('lets people sign in, but changes no account', async () => {
    const { database, as } = await openLedgerWithTable()
    await database.inTransaction((tx) => tx.update(ledgers).set({ mark: 'real' }))
    vi.spyOn(clock, 'isFrozen').mockReturnValue(true)
    expect(await addAccount(database, as.administrator, LEADER, NOW)).toEqual({ refused: 'read-only' })
    expect(await events(database)).toEqual([])
  })
})

describe('one-click sign-in', () => {
  it('exists in a demonstration only', async () => {
    const { database } = await openLedgerWithTable()
    expect(await demoSignIn(database, 'supervisor', NOW)).toBe('hidden')
    await database.inTransaction((tx) => tx.update(ledgers).set({ mark: 'demo' }))
    expect(await demoSignIn(database, 'supervisor', NOW)).toHaveProperty('sessionId')
    expect(await demoSignIn(database, 'nobody', NOW)).toBe('hidden')
  })
})

describe('an account without a password', () => {
  it('cannot be signed in to', async () => {
    const { database } = await openLedgerWithTable()
    const [user] = await database.db.select().from(users).where(eq(users.username, 'leader'))
    expect(user?.passwordHash).toBe('none')
    expect(await signIn(database, 'leader', 'none', NOW)).toBeNull()
  })
})

it('a fresh database has no accounts and no departments: the four others are made', async () => {
  const database = await openTestDatabase()
  expect(await firstAccounts(database, NOW, handed)).toHaveLength(4)
})
