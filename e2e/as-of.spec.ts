// Of which day, on whose knowledge: chosen once on a page, and carried from there to every list and file; two days compared.
import { execFileSync } from 'node:child_process'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import readSheet from 'read-excel-file/node'
import { typescript } from '../scripts/run.mjs'
import { ledgerEnv } from '../scripts/serve.mjs'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { LI, WEIJIAN } from './support/people'
import { signIn } from './support/sign-in'

const TODAY = '2025-12-10'
const PHONE = { viewport: { width: 360, height: 740 } }

let server: OwnServer
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startOwnServer(`as-of-data-${test.info().parallelIndex}`, DIST, {
    flag: '--demo',
    env: { LEDGER_TODAY: TODAY },
  })
})
test.afterAll(() => server?.stop())

test('a day and a day of knowledge chosen on the home page are carried to ledger, overdue list, department, task and file', async ({
  browser,
}) => {
  const page = await signIn(browser, server, LI)
  await page.goto('/')
  await choose(page, '2024-12-31', '2025-01-15')
  await expect(page).toHaveURL(/asOf=2024-12-31.*knownOn=2025-01-15/)
  await expect(control(page)).toContainText('截至 2024年12月31日')
  await expect(control(page)).toContainText('按2025年1月15日所知')

  const total = await page
    .locator('#figures')
    .getByRole('row', { name: /任务总数/ })
    .getByRole('link')
    .textContent()
  await page
    .locator('#figures')
    .getByRole('row', { name: /任务总数/ })
    .getByRole('link')
    .click()
  await expect(page).toHaveURL(/\/ledger\?.*asOf=2024-12-31.*knownOn=2025-01-15/)
  await expect(page.locator('tr.row')).toHaveCount(Number(total))
  const file = await page.locator('a[href^="/export?format=xlsx"]').first().getAttribute('href')
  expect(file).toMatch(/asOf=2024-12-31.*knownOn=2025-01-15/)
  const [sheet] = await readSheet(await (await page.request.get(file ?? '')).body())
  expect(sheet?.data.filter((row) => typeof row[0] === 'number')).toHaveLength(Number(total))
  expect(sheet?.data.slice(0, 3).flat().filter(Boolean).join(' ')).toContain('按2025年1月15日所知')

  await page.locator('tr.row a').first().click()
  await expect(page).toHaveURL(/\/tasks\/1\?.*knownOn=2025-01-15/)
  await expect(page.locator('#history')).toContainText('只列到2025年1月15日为止记入的')

  await page.goto('/?asOf=2024-12-31&knownOn=2025-01-15')
  await page.locator('.lead a.late').first().click()
  await expect(page).toHaveURL(/\/overdue\?.*asOf=2024-12-31.*knownOn=2025-01-15/)
  await page.goto('/departments/d01/overview?asOf=2024-12-31&knownOn=2025-01-15')
  await expect(page.locator('#figures a').first()).toHaveAttribute('href', /knownOn=2025-01-15/)
})

test('what cannot be shown is refused in words, and as a file not at all', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  for (const path of [
    '/',
    '/ledger',
    '/overdue',
    '/departments',
    '/departments/d01',
    '/departments/d01/overview',
    '/tasks/1',
    '/compare',
  ]) {
    await page.goto(`${path}?asOf=2999-01-01`)
    await expect(page.locator('.said').first(), path).toContainText('须是今天或以前的一天')
    await page.goto(`${path}?asOf=2024-12-31&knownOn=2024-01-01`)
    await expect(page.locator('.said').first(), path).toContainText('须在截至日期2024年12月31日与今天之间')
    await page.goto(`${path}?plan=7`)
    await expect(page.locator('.said').first(), path).toContainText('没有编号为“7”的清单')
  }
  for (const query of ['asOf=2999-01-01', 'asOf=2024-12-31&knownOn=2024-01-01', 'plan=7'])
    expect((await page.request.get(`/export?${query}`)).status(), query).toBe(400)
})

test('a past day is read, not filled in; an officer’s home stays with today and says so', async ({ browser }) => {
  const page = await signIn(browser, server, WEIJIAN)
  await page.goto('/departments/d01?asOf=2024-12-31')
  await expect(page.locator('main form[method="post"], main textarea')).toHaveCount(0)
  await page.goto('/?asOf=2024-12-31')
  await expect(page.locator('.said')).toContainText('这一页总是今天的情况')
  await page.locator('.said a').click()
  await expect(page).toHaveURL('/ledger?asOf=2024-12-31')
})

test('two days compared: every figure leads to its list on its day, a kind to its tasks, all of it to a workbook', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  await page.goto('/ledger?asOf=2025-12-10')
  await control(page).click()
  await page.getByLabel('与另一天对比').fill('2024-12-31')
  await page.getByRole('button', { name: '对比' }).click()
  await expect(page).toHaveURL(/\/compare\?/)
  await expect(page.locator('.lead')).toContainText('2024年12月31日与2025年12月10日相比')
  const closed = page.locator('#figures').getByRole('row', { name: /^办结/ })
  const [before, after] = await closed.getByRole('link').allTextContents()
  await expect(closed).toContainText(`增${Number(after) - Number(before)}`)
  const links = await closed.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  for (const [href, count] of [
    [links[0], before],
    [links[1], after],
  ] as const) {
    const list = await page.context().newPage()
    await list.goto(href ?? '')
    await expect(list.locator('tr.row')).toHaveCount(Number(count))
    await list.close()
  }
  const kinds = page.locator('.kinds')
  const counted = async (kind: RegExp) => Number((await kinds.getByRole('link', { name: kind }).locator('b').allTextContents())[0] ?? 0)
  const closings = await counted(/^办结/)
  expect(closings - (await counted(/^重新打开/))).toBe(Number(after) - Number(before))
  await kinds.getByRole('link', { name: /^办结/ }).click()
  await expect(page).toHaveURL(/kind=closed/)
  const listed = await page.locator('.changes tbody tr:not(.sum)').count()
  expect(listed).toBe(closings)
  const file = await page.getByRole('link', { name: '导出 Excel' }).getAttribute('href')
  const [sheet] = await readSheet(await (await page.request.get(file ?? '')).body())
  expect(sheet?.data.filter((row) => /^\d+$/.test(String(row[0])))).toHaveLength(listed)
  await scan(page)
})

test('one day as known then and as known now; the same twice changes nothing', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  await page.goto('/compare?asOf=2023-12-31&knownOn=2023-12-31')
  await expect(page.locator('.lead')).toContainText('按2023年12月31日所知与按现在所知相比')
  await page.goto('/compare?asOf=2023-12-31&with=2023-12-31')
  await expect(page.locator('.lead')).toContainText('都没有变化')
  await expect(page.locator('#changes')).toHaveCount(0)
  await page.goto('/compare?with=2999-01-01')
  await expect(page.locator('.said')).toContainText('不能与“2999-01-01”对比')
})

test('without JavaScript the day is chosen and days are compared', async ({ browser }) => {
  const page = await signIn(browser, server, LI, { javaScriptEnabled: false })
  await page.goto('/overdue')
  await choose(page, '2024-06-30', '2024-06-30')
  await expect(page).toHaveURL(/asOf=2024-06-30.*knownOn=2024-06-30/)
  await page.goto('/compare')
  await page.getByLabel('另一天', { exact: true }).fill('2024-12-31')
  await page.getByRole('button', { name: '对比' }).click()
  await expect(page.locator('.lead')).toContainText('2024年12月31日与2025年12月10日相比')
})

test('on a phone, by keyboard', async ({ browser }) => {
  const page = await signIn(browser, server, LI, PHONE)
  await page.goto('/?asOf=2024-12-31')
  await control(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('按某日所知')).toBeVisible()
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
  await scan(page)
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('按某日所知')).toBeHidden()
  await page.goto('/compare?asOf=2024-12-31&with=2023-12-31')
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
  await scan(page)
})

test('with two plans: the whole by plan, one chosen and carried through menu, lists and file', async ({ browser }) => {
  const env = { LEDGER_TODAY: TODAY }
  const two = await startOwnServer(`as-of-plans-${test.info().parallelIndex}`, DIST, { flag: '--demo', env })
  try {
    execFileSync(process.execPath, typescript('e2e/support/add-second-plan.ts'), {
      env: ledgerEnv(two.folder, { host: '127.0.0.1', port: 0 }, env) as NodeJS.ProcessEnv,
    })
    const page = await signIn(browser, two, LI)
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('全部清单')
    await expect(page.locator('#plans').getByRole('row', { name: /合计/ })).toContainText('94')
    await scan(page)
    await page.locator('#plans').getByRole('link', { name: '民生实事' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('2025年民生实事任务分工')
    await expect(control(page)).toContainText('民生实事')
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).click()
    await expect(page).toHaveURL('/ledger?plan=2')
    await expect(page.locator('tr.row')).toHaveCount(3)
    await control(page).click()
    await page.getByLabel('其他日期').fill('2025-06-30')
    await page.getByRole('button', { name: '查看' }).click()
    await expect(page).toHaveURL(/plan=2.*asOf=2025-06-30/)
    const file = await page.locator('a[href^="/export?format=xlsx"]').first().getAttribute('href')
    const json = await page.request.get(`${file}`.replace('xlsx', 'json'))
    expect(await json.json()).toHaveLength(3)
    await page.goto('/compare?plan=2&with=2025-06-30')
    await expect(
      page
        .locator('#figures')
        .getByRole('row', { name: /任务总数/ })
        .getByRole('link')
        .last(),
    ).toHaveText('3')
    await page.goto('/ledger?plan=2')
    await control(page).click()
    await page.locator('#of-plan').selectOption('')
    await page.getByRole('button', { name: '查看' }).click()
    await expect(page.locator('tr.row')).toHaveCount(94)
    const officer = await signIn(browser, two, WEIJIAN)
    await officer.goto('/')
    await officer.locator('#own').getByRole('link', { name: '民生实事' }).click()
    await expect(officer.locator('#own table tbody tr')).toHaveCount(1)
    await scan(officer)
  } finally {
    await two.stop()
  }
})

const control = (page: Page) => page.locator('.asof > summary')
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

async function choose(page: Page, asOf: string, knownOn: string): Promise<void> {
  await control(page).click()
  await page.getByLabel('其他日期').fill(asOf)
  await page.getByLabel('按某日所知').fill(knownOn)
  await page.getByRole('button', { name: '查看' }).click()
}

async function scan(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([])
}
