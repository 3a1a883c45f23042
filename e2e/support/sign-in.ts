import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { sealedSession } from '@/auth/sealed-session'
import { newSessionId, sessionRowId } from '@/db/session-id'
import type { Role } from '@/domain/words'
import type { OwnServer } from './own-server'

/** Someone who exists as soon as they sign in. An officer has a department, by its name. */
export type Person = { username: string; name: string; post: string; role: Role; department?: string }

const HOUR_SECONDS = 3600

/** A page on which this person is signed in already; the sign-in form has a journey of its own. */
export async function signIn(browser: Browser, server: OwnServer, person: Person, options: BrowserContextOptions = {}): Promise<Page> {
  const sessionId = newSessionId()
  openSession(server.folder, person, sessionRowId(sessionId))
  const context = await browser.newContext({ baseURL: server.address, ...options })
  await context.addCookies([
    { name: 'ledger-session', value: await sealedSession(sessionId, server.secret, HOUR_SECONDS), url: server.address, httpOnly: true },
  ])
  return context.newPage()
}

function openSession(folder: string, person: Person, sessionId: string): void {
  const db = new Sqlite(join(folder, 'ledger.db'))
  db.pragma('busy_timeout = 5000')
  const at = new Date(performance.timeOrigin + performance.now()).toISOString()
  db.prepare(`
    insert into users (id, username, password_hash, role, department_id, name, post, must_set_password, created_at)
    values (@username, @username, 'none', @role, (select id from departments where name = @department), @name, @post, 0, @at)
    on conflict do nothing`).run({ department: null, ...person, at })
  db.prepare('insert into sessions (id, user_id, created_at, last_seen_at) values (?, ?, ?, ?)').run(sessionId, person.username, at, at)
  db.close()
}
