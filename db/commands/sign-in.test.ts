import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { addAccount } from '@/db/commands/add-account'
import { disableAccount } from '@/db/commands/disable-account'
import { signOut } from '@/db/commands/end-sessions'
import { signIn } from '@/db/commands/sign-in'
import { touchSession } from '@/db/commands/touch-session'
import { sessionViewer } from '@/db/queries/session-viewer'
import { accountEvents, users } from '@/db/schema'
import { openTestDatabase } from '@/db/testing'

const LIMITS = { idleMinutes: 60, hours: 12 }
const START = '2026-11-23T01:00:00.000Z'
const after = (minutes: number): string => new Date(Date.parse(START) + minutes * 60_000).toISOString()

async function withLeader(): Promise<{ database: Database; password: string }> {
  const database = await openTestDatabase()
  const outcome = await addAccount(database, null, { username: 'lingdao', role: 'leader', departmentId: null }, START)
  if (typeof outcome === 'string' || !('added' in outcome)) throw new Error('not added')
  return { database, password: outcome.added.password }
}

async function signedIn(database: Database, password: string, at = START): Promise<string> {
  const sessionId = await signIn(database, 'lingdao', password, at)
  if (!sessionId) throw new Error('not signed in')
  return sessionId
}

async function fail(database: Database, times: number, at = START): Promise<void> {
  for (let n = 0; n < times; n++) expect(await signIn(database, 'lingdao', 'wrong password', at)).toBeNull()
}

describe('signing in', () => {
  it('begins a session that knows whose it is, and records it', async () => {
    const { database, password } = await withLeader()
    const found = await sessionViewer(database.db, await signedIn(database, password), START, LIMITS)
    expect(found).toMatchObject({
      viewer: { username: 'lingdao', role: 'leader', departmentId: null, departmentName: null },
      mustSetPassword: true,
    })
    const kinds = await database.db.select({ kind: accountEvents.kind }).from(accountEvents)
    expect(kinds.map((row) => row.kind).sort()).toEqual(['added', 'signed_in'])
  })

  it('does not keep the secret that the cookie carries', async () => {
    const { database, password } = await withLeader()
    const sessionId = await signedIn(database, password)
    const found = await sessionViewer(database.db, sessionId, START, LIMITS)
    expect(found?.session.id).not.toBe(sessionId)
  })

  it('answers the same for a wrong password, an unknown, a disabled and a locked account, after the same work', async () => {
    const { database, password } = await withLeader()
    const took = async (username: string, attempt: string) => {
      const from = performance.now()
      expect(await signIn(database, username, attempt, START)).toBeNull()
      return performance.now() - from
    }
    await took('nobody', 'x')
    const unknown = await took('nobody', 'wrong password')
    const wrong = await took('lingdao', 'wrong password')
    await fail(database, 4)
    const locked = await took('lingdao', password)
    await disableAccount(database, null, 'lingdao', START)
    const disabled = await took('lingdao', password)
    for (const time of [wrong, locked, disabled]) expect(unknown).toBeGreaterThan(time / 5)
  })
})

describe('the lock', () => {
  it('closes after five failures in a row, for the right password too, and opens after ten minutes', async () => {
    const { database, password } = await withLeader()
    await fail(database, 5)
    expect(await signIn(database, 'lingdao', password, after(9.99))).toBeNull()
    expect(await signIn(database, 'lingdao', password, after(10))).not.toBeNull()
    const locked = await database.db.select().from(accountEvents).where(eq(accountEvents.kind, 'locked'))
    expect(locked).toHaveLength(1)
  })

  it('counts failures in a row only', async () => {
    const { database, password } = await withLeader()
    await fail(database, 4)
    await signedIn(database, password)
    await fail(database, 4)
    expect(await signIn(database, 'lingdao', password, START)).not.toBeNull()
  })

  it('is not prolonged by attempts while it holds', async () => {
    const { database, password } = await withLeader()
    await fail(database, 5)
    await fail(database, 5, after(5))
    expect(await signIn(database, 'lingdao', password, after(10))).not.toBeNull()
  })

  it('lets no more than five of many simultaneous guesses count', async () => {
    const { database, password } = await withLeader()
    const guesses = Array.from({ length: 5 }, () => signIn(database, 'lingdao', 'wrong password', START))
    const outcomes = await Promise.all([...guesses, ...Array.from({ length: 3 }, () => signIn(database, 'lingdao', password, START))])
    const [user] = await database.db.select().from(users)
    const mayStillSignIn = outcomes.slice(5).some((outcome) => outcome !== null)
    expect(user?.lockedUntil !== null || mayStillSignIn).toBe(true)
    expect(outcomes.slice(0, 5)).toEqual([null, null, null, null, null])
  })
})

describe('a session', () => {
  it('ends when its holder signs out, and only it', async () => {
    const { database, password } = await withLeader()
    const one = await signedIn(database, password)
    const other = await signedIn(database, password)
    const found = await sessionViewer(database.db, one, START, LIMITS)
    await signOut(database, found?.viewer.userId ?? '', found?.session.id ?? '', START)
    expect(await sessionViewer(database.db, one, START, LIMITS)).toBeNull()
    expect(await sessionViewer(database.db, other, START, LIMITS)).not.toBeNull()
  })

  it('ends when it was idle for the whole limit, and use prolongs it', async () => {
    const { database, password } = await withLeader()
    const id = await signedIn(database, password)
    const found = await sessionViewer(database.db, id, after(59.9), LIMITS)
    expect(await sessionViewer(database.db, id, after(60), LIMITS)).toBeNull()
    await touchSession(database, found?.session ?? { id: '', lastSeenAt: '' }, after(59.9))
    expect(await sessionViewer(database.db, id, after(60), LIMITS)).not.toBeNull()
  })

  it('ends after the absolute limit, used or not', async () => {
    const { database, password } = await withLeader()
    const id = await signedIn(database, password)
    for (let at = 30; at < 720; at += 30) {
      const found = await sessionViewer(database.db, id, after(at), LIMITS)
      await touchSession(database, found?.session ?? { id: '', lastSeenAt: '' }, after(at))
    }
    expect(await sessionViewer(database.db, id, after(719.9), LIMITS)).not.toBeNull()
    expect(await sessionViewer(database.db, id, after(720), LIMITS)).toBeNull()
  })

  it('is written at most once a minute', async () => {
    const { database, password } = await withLeader()
    const id = await signedIn(database, password)
    const found = await sessionViewer(database.db, id, START, LIMITS)
    await touchSession(database, found?.session ?? { id: '', lastSeenAt: '' }, after(0.99))
    const later = await sessionViewer(database.db, id, after(1), LIMITS)
    expect(later?.session.lastSeenAt).toBe(START)
  })
})
