// The guard: every action and handler of the build, as every asker, in every disguise. What is not registered does not pass.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ASKERS, type Asker, type GuardEntry } from '@/app/guard/entry'
import { registry } from '@/app/guard/registry'
import { sealedSession } from '@/auth/sealed-session'
import { type GuardDatabase, openGuardDatabase } from './support/guard-database'
import { argumentsOf, ask, outcomeOf } from './support/guard-request'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'

const DISGUISES: Record<string, string>[] = [{}, { purpose: 'prefetch' }, { rsc: '1' }, { rsc: '1', 'next-router-prefetch': '1' }]
/** The pages that are shown to anyone. */
const PUBLIC_PAGES = ['/sign-in']

type Manifest = { node: Record<string, { filename: string; exportedName: string }> }
const built = <T>(file: string): T => JSON.parse(readFileSync(join(DIST, 'server', file), 'utf8'))
const actions = Object.entries(built<Manifest>('server-reference-manifest.json').node)
const files = Object.keys(built<Record<string, string>>('app-paths-manifest.json'))
const named = ({ file, name }: GuardEntry): string => `${file} ${name}`
const idOf = (entry: GuardEntry): string | null =>
  actions.find(([, action]) => `${action.filename} ${action.exportedName}` === named(entry))?.[0] ?? null

let server: OwnServer
let ledger: GuardDatabase

test.beforeAll(async () => {
  test.setTimeout(180_000)
  server = await startOwnServer('guard-data', DIST)
  ledger = await openGuardDatabase(server.folder)
})

test.afterAll(async () => {
  ledger?.close()
  await server?.stop()
})

test('the register and the build name the same actions and handlers', () => {
  const inBuild = [...actions.map(([, { filename, exportedName }]) => `${filename} ${exportedName}`), ...files.flatMap(handlersIn)]
  expect(registry.map(named).sort()).toEqual(inBuild.sort())
})

for (const entry of registry) {
  test(`${named(entry)}: every asker gets what the register says, and nothing else is written`, async ({ request }) => {
    test.setTimeout(120_000)
    const answers: string[] = []
    const expected: string[] = []
    for (const asker of ASKERS) {
      for (const headers of DISGUISES.slice(0, entry.sample ? 3 : 4)) {
        ledger.restore()
        for (const step of entry.after ?? []) expect(await send(step.entry, step.by, {}), `before: ${named(step.entry)}`).toBe('done')
        const before = ledger.events()
        const outcome = await send(entry, asker, headers)
        const disguise = Object.keys(headers).join('+')
        // the framework takes an action in this disguise for a request of the page, and does not carry it out
        const isIgnored = 'rsc' in headers && idOf(entry) !== null
        answers.push(`${asker} ${disguise}: ${isIgnored ? 'ignored' : outcome}, ${ledger.events() - before} events`)
        expected.push(
          `${asker} ${disguise}: ${isIgnored ? 'ignored' : expectedOf(entry, asker)}, ${isIgnored ? 0 : eventsOf(entry, asker)} events`,
        )
      }
    }
    expect(answers).toEqual(expected)

    async function send(what: GuardEntry, asker: Asker, headers: Record<string, string>): Promise<string> {
      return outcomeOf(what, idOf(what), ledger.facts(asker), { request, address: server.address, cookie: await cookieOf(asker), headers })
    }
  })
}

test('an action that comes from elsewhere, or does not say from where, writes nothing', async ({ request }) => {
  const entry = registry.find(({ name }) => name === 'addAccount') as GuardEntry
  ledger.restore()
  const before = ledger.events()
  for (const origin of [undefined, 'null', 'https://evil.example']) {
    const cookie = await cookieOf('administrator')
    const body = await request.post(`${server.address}/accounts`, {
      headers: { cookie: cookie ?? '', 'next-action': idOf(entry) ?? '', ...(origin && { origin }) },
      multipart: argumentsOf(entry, ledger.facts('administrator')),
    })
    expect(await body.text()).not.toContain('"status":"done"')
  }
  expect(ledger.events()).toBe(before)
})

test('nobody and an ended session see no page but sign-in', async ({ request }) => {
  for (const asker of ['nobody', 'ended-session', 'newcomer'] as const) {
    for (const path of pages().filter((page) => !PUBLIC_PAGES.includes(page) && page !== '/first-sign-in')) {
      for (const headers of DISGUISES) {
        const cookie = await cookieOf(asker)
        const answer = await ask(path, { request, address: server.address, cookie, headers })
        const body = await answer.text()
        const target = answer.headers().location ?? /NEXT_REDIRECT;\w+;([^;]*)/.exec(body)?.[1]
        const said = `${asker} ${path} ${Object.keys(headers).join('+')}`
        // what the router fetches ahead is the frame without the page: there is nothing in it to send away
        if (!('next-router-prefetch' in headers)) expect(target, said).toMatch(asker === 'newcomer' ? /^\/first-sign-in/ : /^\/sign-in/)
        expect(body, said).not.toMatch(/区卫生健康局|guard-/)
      }
    }
  }
})

async function cookieOf(asker: Asker): Promise<string | null> {
  const id = ledger.sessionOf(asker)
  return id && `ledger-session=${await sealedSession(id, server.secret, 3600)}`
}

const expectedOf = ({ expected, refusedAs }: GuardEntry, asker: Asker): string =>
  expected[asker] === 'refused' && refusedAs ? `refused (${refusedAs})` : expected[asker]

function eventsOf({ expected, events, sample }: GuardEntry, asker: Asker): number {
  if (expected[asker] !== 'done') return 0
  return typeof events === 'function' ? events(asker) : (events ?? (sample ? 1 : 0))
}

/** The methods that a route.ts exports. */
function handlersIn(manifestPath: string): string[] {
  if (!manifestPath.endsWith('/route') || manifestPath.startsWith('/icon')) return []
  const file = `app${manifestPath}.ts`
  const methods = readFileSync(file, 'utf8').matchAll(
    /^export (?:const|async function|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm,
  )
  return [...methods].map(([, method]) => `${file} ${method}`)
}

/** The addresses of all pages, with something in place of each parameter. */
const pages = (): string[] =>
  files
    .filter((path) => path.endsWith('/page') && !path.startsWith('/_'))
    .map(
      (path) =>
        path
          .replace(/\/page$/, '')
          .replaceAll(/\/\([^)]*\)/g, '')
          .replaceAll(/\[[^\]]*\]/g, '1') || '/',
    )
