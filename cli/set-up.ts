// Makes a data folder ready to serve: schema, the issued table where there is no plan, the first accounts where there are none.
// Again: changes nothing. `--demo` and `--test` mark a new database as such; demo histories are invented only there.
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importTable, READ_ONLY, readTable } from '@/cli/import'
import { MANCHENG } from '@/cli/issued-plans'
import { realNow } from '@/clock'
import { type Database, openDatabase } from '@/db/client'
import { createLedger, type Mark } from '@/db/commands/create-ledger'
import { type FirstAccount, firstAccounts } from '@/db/commands/first-accounts'
import { importPlan } from '@/db/commands/import-plan'
import { fillDemo } from '@/db/demo/fill-demo'
import { currentPlan } from '@/db/queries/current-plan'
import { writeCsv } from '@/documents/write/csv'
import { startOfDayInShanghai } from '@/domain/calendar'
import { env } from '@/env'

const say = (words: string): void => void process.stderr.write(`  ${words}\n`)

async function setUp(wanted: Mark): Promise<0 | 1> {
  const database = await openDatabase()
  try {
    const mark = await createLedger(database, wanted, realNow())
    if (mark !== wanted) {
      say(`${env.DATA_DIR} 里是 ${mark} 数据库，不能作 ${wanted} 用。The database in ${env.DATA_DIR} is marked ${mark}, not ${wanted}.`)
      return 1
    }
    return await (mark === 'demo' ? setUpDemo(database) : setUpLedger(database))
  } finally {
    await database.close()
  }
}

async function setUpLedger(database: Database): Promise<0 | 1> {
  if (!(await currentPlan(database.db))) {
    const table = await readTable(MANCHENG.file, say)
    if (!table || (await importTable(database, table, MANCHENG.plan, say)) !== 0) return 1
  }
  const accounts = await firstAccounts(database, realNow(), writeAccounts)
  if ('refused' in accounts) {
    say(READ_ONLY)
    return 1
  }
  if (accounts.length === 0) return 0
  say(`首批账号（一次性口令）：${ACCOUNTS_FILE}。First accounts with one-time passwords: ${ACCOUNTS_FILE}`)
  // on a screen only if a person is looking
  if (process.stderr.isTTY) for (const account of accounts) say(`  ${cells(account).join('  ')}`)
  return 0
}

/** The demonstration's ledger was opened ten days after the plan's first day, so that it has opening entries too. */
const DEMO_OPENED_ON = '2022-01-10'

// What is there already is not written again, so an interrupted set-up is completed by the next one.
async function setUpDemo(database: Database): Promise<0 | 1> {
  if (!(await currentPlan(database.db))) {
    const table = await readTable(MANCHENG.file, say)
    if (!table) return 1
    await importPlan(database, table, MANCHENG.plan, { today: DEMO_OPENED_ON, now: startOfDayInShanghai(DEMO_OPENED_ON) }, table)
    say('正在生成演示数据（都是虚构的）… Making up demo data; all of it is invented …')
  }
  await fillDemo(database)
  return 0
}

const ACCOUNTS_FILE = join(env.DATA_DIR, 'initial-accounts.csv')

const cells = ({ username, role, department, password }: FirstAccount) => [username, role, department ?? '', password]

// The one-time passwords are nowhere else, so the file is whole or absent; a new one, since an older one may be open to others.
async function writeAccounts(accounts: FirstAccount[]): Promise<void> {
  const unfinished = `${ACCOUNTS_FILE}.new`
  await rm(unfinished, { force: true })
  const csv = writeCsv(['username', 'role', 'department', 'password'], accounts.map(cells))
  await writeFile(unfinished, csv, { flag: 'wx', mode: 0o600, flush: true })
  await rename(unfinished, ACCOUNTS_FILE)
}

const flag = process.argv[2]
process.exitCode = await setUp(flag === '--demo' ? 'demo' : flag === '--test' ? 'test' : 'real').catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
})
