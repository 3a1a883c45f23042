// The database under the guard test: its own accounts, one for each asker, and a way back to the start after each sample.
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { ASKERS, type Asker, type Facts } from '@/app/guard/entry'
import { hashPassword } from '@/db/password-hash'
import { newSessionId, sessionRowId } from '@/db/session-id'
import { dayInShanghai } from '@/domain/calendar'
import type { Role } from '@/domain/words'

const PASSWORD = 'one-for-all-1'
const OFFICERS = { lead: 'leadDepartmentId', cooperating: 'cooperatingDepartmentId', 'other-department': 'otherDepartmentId' } as const
const ROLES: Partial<Record<Asker, Role>> = { supervisor: 'supervisor', administrator: 'administrator', auditor: 'auditor' }

export type GuardDatabase = {
  /** The secret session id of each asker's cookie; none for nobody. */
  sessionOf: (asker: Asker) => string | null
  facts: (asker: Asker) => Facts
  /** How many events of tasks, accounts and the office there are. */
  events: () => number
  /** Puts everything back to the start. */
  restore: () => void
  close: () => void
}

export async function openGuardDatabase(folder: string): Promise<GuardDatabase> {
  const db = new Sqlite(join(folder, 'ledger.db'))
  db.pragma('busy_timeout = 5000')
  const task = sampleTask(db)
  const sessions = new Map<Asker, string>(ASKERS.filter((asker) => asker !== 'nobody').map((asker) => [asker, newSessionId()]))
  addPeople(db, task, sessions, await hashPassword(PASSWORD))
  addDelivery(db, task)
  const start = join(folder, 'start.db')
  db.prepare('vacuum into ?').run(start)
  db.prepare('attach ? as start').run(start)
  const tables = db
    .prepare("select name from start.sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\'")
    .pluck()
    .all() as string[]

  let restoredAt = db.pragma('data_version', { simple: true })

  return {
    sessionOf: (asker) => sessions.get(asker) ?? null,
    facts: (asker) => ({ ...factsOf(db, task), asker }),
    events: () =>
      number(
        db,
        'select (select count(*) from task_events) + (select count(*) from account_events) + (select count(*) from office_events)',
      ),
    restore: () => {
      // changes only when another connection has written
      const version = db.pragma('data_version', { simple: true })
      if (version === restoredAt) return
      restoredAt = version
      db.pragma('foreign_keys = off')
      db.transaction(() => {
        for (const name of tables) db.exec(`delete from main."${name}"; insert into main."${name}" select * from start."${name}"`)
      }).immediate()
    },
    close: () => void db.close(),
  }
}

type SampleTask = Pick<Facts, 'leadDepartmentId' | 'cooperatingDepartmentId' | 'otherDepartmentId'> & { id: string }

/** The first task with one lead and one cooperating department, and the first department without a part in it. */
function sampleTask(db: Sqlite.Database): SampleTask {
  return db
    .prepare(`
    select t.id, l.department_id as leadDepartmentId, c.department_id as cooperatingDepartmentId, (
      select d.id from departments d where not exists (select 1 from duties p where p.task_id = t.id and p.department_id = d.id) order by d.position
    ) as otherDepartmentId
    from tasks t join duties l on l.task_id = t.id and l.role = 'lead' join duties c on c.task_id = t.id and c.role = 'cooperating'
    where (select count(*) from duties p where p.task_id = t.id) = 2 order by t.number`)
    .get() as SampleTask
}

function addPeople(db: Sqlite.Database, task: SampleTask, sessions: Map<Asker, string>, passwordHash: string): void {
  const now = new Date(performance.timeOrigin + performance.now()).toISOString()
  const addUser =
    db.prepare(`insert into users (id, username, password_hash, role, department_id, name, post, must_set_password, created_at)
    values (@id, @id, @passwordHash, @role, @departmentId, '试验', '科员', @newcomer, @now)`)
  const addSession = db.prepare('insert into sessions (id, user_id, created_at, last_seen_at, ended_at) values (?, ?, ?, ?, ?)')
  for (const [asker, sessionId] of sessions) {
    const id = usernameOf(asker)
    const department = asker in OFFICERS ? task[OFFICERS[asker as keyof typeof OFFICERS]] : null
    const role = department ? 'officer' : (ROLES[asker] ?? 'leader')
    addUser.run({ id, passwordHash, role, departmentId: department, newcomer: asker === 'newcomer' ? 1 : 0, now })
    addSession.run(sessionRowId(sessionId), id, now, now, asker === 'ended-session' ? now : null)
  }
}

/** One that was given up, for an administrator to send again. */
function addDelivery(db: Sqlite.Database, { leadDepartmentId }: SampleTask): void {
  const at = new Date(performance.timeOrigin).toISOString()
  db.prepare(`insert into deliveries (id, key, channel, department_id, addresses, subject, text, created_at, due_at, attempts, failed_at, last_error)
    values ('guard-delivery', 'guard-delivery', 'email', ?, '[]', '试验', '试验', ?, ?, 1, ?, '试验')`).run(leadDepartmentId, at, at, at)
}

const usernameOf = (asker: Asker): string => `guard-${asker}`

function factsOf(db: Sqlite.Database, { id, ...departments }: SampleTask): Omit<Facts, 'asker'> {
  const task = db
    .prepare(`
    select number, version, (select version from duties where task_id = t.id and role = 'cooperating') as dutyVersion,
      (select max(seq) from task_events where task_id = t.id) as seq
    from tasks t where id = ?`)
    .get(id) as Facts['task']
  const today = dayInShanghai(new Date(performance.timeOrigin + performance.now()))
  const notice = (db.prepare('select id from notices order by issued_at desc').get() ?? null) as Facts['notice']
  const bulletin = (db.prepare('select id, version from bulletins order by created_at desc').get() ?? null) as Facts['bulletin']
  const summary = (db.prepare('select id from summaries order by created_at desc').get() ?? null) as Facts['summary']
  return { ...departments, task, notice, bulletin, summary, today, formId: crypto.randomUUID(), username: usernameOf, password: PASSWORD }
}

const number = (db: Sqlite.Database, query: string): number => db.prepare(query).pluck().get() as number
