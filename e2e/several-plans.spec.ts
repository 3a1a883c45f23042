// A second plan beside the first: its own numbers, settings, rhythm and notices; tasks of both in one list; a reference across.
import { execFileSync } from 'node:child_process'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { typescript } from '../scripts/run.mjs'
import { ledgerEnv } from '../scripts/serve.mjs'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { LI } from './support/people'
import { type Person, signIn } from './support/sign-in'

const OFFICER: Person = { username: 'yibao', name: '何佳', post: '科员', role: 'officer', department: '区医疗保障局' }
const FINANCE: Person = { username: 'caizheng', name: '段磊', post: '科员', role: 'officer', department: '区财政局' }
const SECOND = '2025年民生实事任务分工'

let server: OwnServer

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const env = { LEDGER_TODAY: '2025-12-10' }
  server = await startOwnServer('several-plans-data', DIST, { flag: '--demo', env })
  execFileSync(process.execPath, typescript('e2e/support/add-second-plan.ts'), {
    env: ledgerEnv(server.folder, { host: '127.0.0.1', port: 0 }, env) as NodeJS.ProcessEnv,
  })
})
test.afterAll(() => server?.stop())

const accessible = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([])
}
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)

/** Texts and addresses that show a task's whole number. */
const bareNumbers = (page: Page) =>
  page.locator('main').evaluate((main) => {
    const texts: string[] = [...main.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
    return texts.filter((text) => /(?<!\d)100000\d(?!\d)/.test(text))
  })

async function open(browser: Browser, person: Person, path: string, options: Parameters<typeof signIn>[3] = {}) {
  const page = await signIn(browser, server, person, options)
  await page.goto(path)
  return page
}

test('tasks of the second plan are 2-1, 2-2 and 2-3 wherever they stand', async ({ browser }) => {
  const page = await open(browser, LI, '/tasks/2-2')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/2-2\s+方便异地就医结算/)
  await expect(page).toHaveTitle(/第2-2项/)
  await expect(page.getByRole('link', { name: '民生实事', exact: true })).toHaveAttribute('href', /plan=2/)
  await accessible(page)
  for (const path of [
    '/',
    '/ledger',
    '/ledger?goal=2-1',
    '/ledger?q=2-3',
    '/overdue',
    '/warning',
    '/reporting',
    '/obstacles',
    '/review',
    '/nudges',
    '/messages',
  ])
    await test.step(path, async () => {
      await page.goto(path)
      expect(await bareNumbers(page)).toEqual([])
    })
  await page.goto('/ledger?goal=2-1')
  await expect(page.locator('td.c-no a')).toHaveText(['2-1', '2-2', '2-3'])
  await page.goto('/ledger?q=2-3')
  await expect(page.locator('td.c-no a')).toHaveText(['2-3'])
  for (const gone of ['/tasks/2-4', '/tasks/3-1', '/tasks/1000002', '/tasks/2-02', '/settings?plan=3', '/reporting?plan=3'])
    expect((await page.goto(gone))?.status(), gone).toBe(404)
  const officer = await open(browser, FINANCE, '/tasks/2-2')
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText(/2-2/)
})

test('settings of each plan, without JavaScript on a phone', async ({ browser }) => {
  const page = await open(browser, LI, '/settings', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.getByRole('combobox', { name: '清单', exact: true }).selectOption('民生实事')
  await page.getByRole('button', { name: '查看' }).click()
  await expect(page.getByText(SECOND)).toBeVisible()
  await expect(page.getByLabel('发文代字')).toHaveValue('满民')
  await page.getByLabel('到期前多少天算临期').fill('120')
  await page.getByRole('button', { name: '保存设置' }).click()
  await expect(page.getByText(/设置已保存，3项任务的灯已重新计算/)).toBeVisible()
  await fits(page)
  await page.goto('/settings?plan=2')
  await expect(page.getByText('到期前多少天算临期：30 → 120')).toBeVisible()
  await page.goto('/settings')
  await expect(page.getByLabel('到期前多少天算临期')).toHaveValue('30')
  await expect(page.getByText('30 → 120')).toHaveCount(0)
})

test('reporting by each plan’s rhythm; the reminder is about that plan', async ({ browser }) => {
  const page = await open(browser, LI, '/reporting')
  await expect(page.getByText('按月报送，每月25日前')).toBeVisible()
  await page.getByRole('combobox', { name: '清单', exact: true }).selectOption('民生实事')
  await expect(page).toHaveURL(/plan=2/)
  await expect(page.getByText('按季报送，每季最后一个月25日前')).toBeVisible()
  await expect(page.locator('.lead')).toContainText('2025年第4季度应报3项')
  await accessible(page)
  await page.getByRole('link', { name: '催办区医疗保障局' }).click()
  await expect(page.locator('table.nudged a')).toHaveText([/^2-2/, /^2-3/])

  const officer = await open(browser, OFFICER, '/')
  await expect(officer.locator('.reportdue')).toHaveCount(2)
  await expect(officer.locator('.reportdue').nth(1)).toContainText('《民生实事》2025年第4季度')
  await officer.locator('.reportdue').nth(1).getByRole('link', { name: '2项' }).click()
  await expect(officer.locator('td.c-no a')).toHaveText(['2-2', '2-3'])
})

test('a notice is about tasks of one plan and carries its mark; the others are offered afterwards', async ({ browser }) => {
  const page = await open(browser, LI, '/notices/new')
  await page.getByLabel('任务序号').fill('58、2-2至2-3')
  await page.getByRole('button', { name: '去起草' }).click()
  await expect(page.getByText('第2-2、2-3项在另一份清单里')).toBeVisible()
  await page.goto('/notices/new?task=2-2-3')
  await page.getByLabel('姓名').fill('王平')
  await page.getByLabel('职务').fill('主任')
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.locator('.noticesheet')).toContainText(`《${SECOND}》`)
  await page.getByRole('button', { name: '签发' }).click()
  await expect(page.getByText('已签发满民〔2025〕1号')).toBeVisible()
})

for (const javaScriptEnabled of [true, false]) {
  test(`a task refers to one in another plan, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    const [number, to, title] = javaScriptEnabled ? ['2-2', '58', '加快医保支付方式改革'] : ['54', '2-3', '医保服务进村']
    const page = await open(browser, OFFICER, `/tasks/${number}?form=refer#refer`, { javaScriptEnabled })
    const field = page.getByLabel('另一项任务', { exact: true })
    await field.fill('2-99')
    await page.locator('#refer').getByRole('button', { name: '关联另一项任务' }).click()
    await expect(page.locator('#refer-other-error')).toContainText('没有这一项任务')
    await field.fill('医保')
    await page.locator('#refer').getByRole('button', { name: '关联另一项任务' }).click()
    await expect(page.locator('#refer-other-error')).toContainText('符合的不止一项')
    await field.fill(`第${to}项`)
    await page.locator('#refer').getByRole('button', { name: '关联另一项任务' }).click()
    await expect(page.getByText(`第${number}项已关联。`)).toBeVisible()
    const references = page.locator('#references')
    await expect(references.getByRole('link', { name: `${to}　${title}` })).toBeVisible()
    if (javaScriptEnabled) await accessible(page)
    await references.getByRole('link', { name: `${to}　${title}` }).click()
    await expect(page.locator('#references')).toContainText('关联到本项的任务')
    await page.goto(`/tasks/${number}`)
    await page
      .locator('#references')
      .getByRole('button', { name: `取消关联 ${to}` })
      .click()
    await expect(page.getByText(`第${number}项的关联已取消。`)).toBeVisible()
    await expect(page.locator('#references').getByRole('link', { name: title })).toHaveCount(0)
  })
}
