// Every page as its people see it, over the demo's histories: readable, reachable, nothing cut off, nothing in the console, few queries.
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'

/**
 * Who looks at what, and the queries that the page costs whatever the number of rows, the session's own included. 23 and 49 are the
 * longest rows.
 */
const PAGES: [person: RegExp | null, path: string, cost: number][] = [
  [null, '/sign-in', 4],
  [/督查员/, '/', 11],
  [/督查员/, '/ledger', 9],
  [/督查员/, '/ledger?light=overdue&q=医保', 9],
  [/督查员/, '/ledger?asOf=2024-12-10&sort=deadline', 9],
  [/督查员/, '/overdue', 7],
  [/督查员/, '/notices', 7],
  [/督查员/, '/notices/new?task=24', 7],
  [/督查员/, '/review', 12],
  [/督查员/, '/tasks/20', 16],
  [/督查员/, '/tasks/23', 16],
  [/督查员/, '/tasks/49', 16],
  [/督查员/, '/tasks/89', 16],
  [/督查员/, '/warning', 8],
  [/督查员/, '/reporting', 6],
  [/督查员/, '/nudges', 10],
  [/督查员/, '/nudge?task=3&task=5&task=49', 9],
  [/督查员/, '/obstacles', 7],
  [/督查员/, '/departments', 14],
  [/督查员/, '/departments/d01', 7],
  [/督查员/, '/departments/d01/overview', 14],
  [/督查员/, '/departments/d01/overview?asOf=2024-12-10', 15],
  [/督查员/, '/departments/all', 5],
  [/督查员/, '/compare?with=2024-12-31', 9],
  [/督查员/, '/compare?asOf=2024-12-31&knownOn=2024-12-31', 9],
  [/督查员/, '/password', 3],
  [/督查员/, '/settings', 4],
  [/督查员/, '/own', 4],
  [/督查员/, '/plans', 11],
  [/督查员/, '/plans/1', 16],
  [/督查员/, '/plans/1?from=d02&into=d01', 18],
  [/督查员/, '/plans/import', 5],
  [/督查员/, '/bulletins', 5],
  [/督查员/, '/summaries', 5],
  [/督查员/, '/letters', 5],
  [/督查员/, '/letters/d01', 5],
  [/督查员/, '/letters/d01?kind=card', 5],
  [/区卫生健康局/, '/summaries', 5],
  [/领导/, '/', 9],
  [/领导/, '/obstacles', 7],
  [/领导/, '/tasks/47', 16],
  [/区卫生健康局/, '/', 31],
  [/区卫生健康局/, '/departments/d01', 7],
  [/区卫生健康局/, '/departments/d01/overview', 14],
  [/区卫生健康局/, '/departments/d01/sheet', 6],
  [/区卫生健康局/, '/tasks/23', 16],
  [/区卫生健康局/, '/tasks/47', 16],
  [/区卫生健康局/, '/nudges', 10],
  [/区卫生健康局/, '/compare?with=2024-12-31', 9],
  [/区卫生健康局/, '/ledger?list=unconfirmed', 9],
  [/区卫生健康局/, '/notices', 7],
  [/系统管理员/, '/accounts', 5],
  [/系统管理员/, '/calendar', 5],
  [/系统管理员/, '/calendar?year=2027', 5],
  [/系统管理员/, '/own', 3],
  [/督查员/, '/messages', 6],
  [/区卫生健康局/, '/messages', 7],
  [/区卫生健康局/, '/messages?show=unread', 7],
  [/系统管理员/, '/clockwork', 12],
  [/审计员/, '/audit', 6],
  [/审计员/, '/bulletins', 5],
]
// Each page is read in both sizes, both themes and both languages; four looks would say little more for twice the time.
const LOOKS = [
  { size: { width: 1366, height: 768 }, scheme: 'light', locale: 'zh-CN' },
  { size: { width: 360, height: 740 }, scheme: 'dark', locale: 'en' },
] as const

let server: OwnServer

test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startOwnServer(`pages-data-${test.info().parallelIndex}`, DIST, {
    flag: '--demo',
    env: { LEDGER_TODAY: '2025-12-10', LEDGER_MEASURE: '1' },
  })
})
test.afterAll(() => server?.stop())

for (const look of LOOKS) {
  for (const person of new Set(PAGES.map(([who]) => who?.source ?? null))) {
    const own = PAGES.filter(([who]) => (who?.source ?? null) === person)
    test(`${person ?? 'nobody'} at ${look.size.width} px, ${look.scheme}, ${look.locale}`, async ({ browser }) => {
      test.setTimeout(180_000)
      const page = await open(browser, look, person)
      const noise: string[] = []
      page.on('console', (message) => (message.type() === 'error' ? noise.push(`${page.url()}: ${message.text()}`) : undefined))
      page.on('pageerror', (error) => noise.push(`${page.url()}: ${error.message}`))
      for (const [, path, cost] of own) {
        await test.step(path, async () => {
          const before = await queries()
          await page.goto(`${server.address}${path}`, { waitUntil: 'networkidle' })
          // once a minute the session is marked as seen, with one more
          expect((await queries()) - before - cost, `queries of ${path} beyond ${cost}`).toBeLessThanOrEqual(1)
          await expect(page.getByText(/演示数据|Demo data/i).first()).toBeVisible()
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
            `${path} is too wide`,
          ).toBeLessThanOrEqual(0)
          expect(await cutOff(page), `cut off on ${path}`).toEqual([])
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(
            violations.map(
              ({ id, nodes }) =>
                `${id}: ${nodes
                  .map((node) => node.target.join(' '))
                  .slice(0, 3)
                  .join(' | ')}`,
            ),
            path,
          ).toEqual([])
        })
      }
      expect(noise).toEqual([])
      await page.context().close()
    })
  }
}

async function open(browser: Browser, look: (typeof LOOKS)[number], person: string | null): Promise<Page> {
  const context = await browser.newContext({ viewport: look.size, colorScheme: look.scheme, locale: look.locale })
  const page = await context.newPage()
  if (person) {
    await page.goto(`${server.address}/sign-in`)
    await page
      .getByRole('button', { name: new RegExp(person) })
      .first()
      .click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    await page.waitForLoadState('networkidle')
  }
  await context.addCookies([{ name: 'locale', value: look.locale, url: server.address }])
  return page
}

async function queries(): Promise<number> {
  const answer = (await (await fetch(`${server.address}/health`)).json()) as { queries: number }
  return answer.queries
}

/** Texts that do not fit their box and have no expander. What only screen readers see does not count. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((element) => {
        const style = getComputedStyle(element)
        const clips = style.overflowX === 'hidden' || style.overflowY === 'hidden' || style.textOverflow === 'ellipsis'
        const seen = element.clientWidth > 1 && element.clientHeight > 1 && style.clipPath === 'none'
        const overflows = element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2
        return clips && seen && overflows && Boolean(element.textContent?.trim()) && !element.closest('summary')
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`),
  )
}
