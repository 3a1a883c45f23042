// Bulletins: drafted, the prose edited, signed and issued; read by everyone it goes to; the same for ever, on paper and as a Word file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { zipEntry } from '@/documents/write/zip-entry'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { KEJI, LEADER, LI, WEIJIAN, ZHOU } from './support/people'
import { type Person, signIn } from './support/sign-in'

const AUDITOR: Person = { username: 'shen', name: '沈静', post: '审计员', role: 'auditor' }
const ADMINISTRATOR: Person = { username: 'xitong', name: '高翔', post: '管理员', role: 'administrator' }

let server: OwnServer

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  const at = test.info().parallelIndex
  server = await startOwnServer(`bulletins-data-${at}`, DIST, { flag: '--demo', env: { LEDGER_TODAY: '2025-12-10' } })
})
test.afterAll(() => server?.stop())

const as = (browser: Browser, person: Person, options: BrowserContextOptions = {}): Promise<Page> =>
  signIn(browser, server, person, options)
const noViolations = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
const sheet = (page: Page) => page.locator('.bulletinsheet')

for (const javaScriptEnabled of [true, false]) {
  const number = javaScriptEnabled ? 1 : 2
  test(`drafted, edited, issued and verified (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({ browser }) => {
    const page = await as(browser, LI, { javaScriptEnabled })
    await page.goto('/bulletins')
    await expect(page.getByLabel('截至日期')).toHaveValue('2025-11-30')
    if (!javaScriptEnabled) await page.getByLabel('截至日期').fill('2025-12-10')
    await page.getByRole('button', { name: '起草通报' }).click()
    await page.waitForURL(/\/bulletins\/[0-9a-f-]{36}$/)
    await expect(sheet(page)).toContainText('征求意见稿')
    await expect(sheet(page).locator('textarea, input')).toHaveCount(0)
    await expect(page.getByRole('link', { name: '填写落款单位' })).toHaveAttribute('href', '/settings?plan=1#settings-officeName')
    await expect(page.getByLabel('主要问题')).toHaveValue('')
    await page.getByLabel('主要问题').fill(`一是部分任务推进缓慢（${number}）。\n二是逾期 9 项。`)
    await page.getByRole('button', { name: '保存正文' }).click()
    await expect(page.getByText('已保存，预览已更新')).toBeVisible()
    await expect(sheet(page)).toContainText(`一是部分任务推进缓慢（${number}）。`)
    await expect(page.getByText('正文段落里手写了数字')).toBeVisible()

    await page.getByRole('button', { name: '印发', exact: true }).click()
    await expect(page.getByRole('alert').first()).toContainText('请填全姓名、职务和日期')
    await page.getByLabel('签发人姓名').fill('陈国华')
    await page.getByLabel('签发人职务').fill('副区长')
    await page.getByRole('button', { name: '印发', exact: true }).click()
    await expect(page.getByText(`已印发第${number}期`)).toBeVisible()
    await expect(sheet(page)).toContainText(`第${number}期`)
    await expect(sheet(page)).toContainText('（签发人：副区长陈国华，2025年12月10日签发）')
    await expect(page.getByRole('button', { name: '保存正文' })).toHaveCount(0)
    await page.getByRole('button', { name: '重算核对' }).click()
    await expect(page.getByText('核对一致')).toBeVisible()
  })
}

test('two edit one draft: the second sees the first, keeps the typed text, and can let it hold; then it is given up', async ({
  browser,
}) => {
  const li = await as(browser, LI)
  await li.goto('/bulletins')
  await li.getByLabel('截至日期').fill('2025-12-10')
  await li.getByRole('button', { name: '起草通报' }).click()
  await li.waitForURL(/\/bulletins\/[0-9a-f-]{36}$/)
  const zhou = await as(browser, ZHOU)
  await zhou.goto(li.url())
  await li.getByLabel('下一步要求').fill('请于月底前办结。')
  await li.getByRole('button', { name: '保存正文' }).click()
  await expect(li.getByText('已保存')).toBeVisible()
  await zhou.getByLabel('下一步要求').fill('请抓紧。')
  await zhou.getByRole('button', { name: '保存正文' }).click()
  await expect(zhou.getByText('别人刚改过这份草稿')).toBeVisible()
  await expect(zhou.getByLabel('下一步要求')).toHaveValue('请抓紧。')
  await expect(sheet(zhou)).toContainText('请于月底前办结。')
  await zhou.getByRole('button', { name: '保存正文' }).click()
  await expect(sheet(zhou)).toContainText('请抓紧。')
  for (const person of [LEADER, WEIJIAN, AUDITOR]) {
    const page = await as(browser, person)
    expect((await page.goto(li.url()))?.status()).toBe(404)
    await page.goto('/bulletins')
    await expect(page.getByRole('button', { name: '起草通报' })).toHaveCount(0)
  }
  await li.goto('/bulletins')
  await li.getByRole('button', { name: '作废草稿' }).click()
  await expect(li.getByText('草稿已作废，没有占用期号。')).toBeVisible()
  await expect(li.getByRole('link', { name: '打开草稿' })).toHaveCount(0)
})

test('numbers lead to their rows, as of the day and as known then; the Word file says the same', async ({ browser }) => {
  const page = await as(browser, LI)
  await page.goto('/bulletins')
  await page.getByRole('link', { name: '第1期', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('第1期')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Word 文件' }).click()
  const file = await (await download).path()
  const text = [...zipEntry(readFileSync(file), 'word/document.xml').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, said]) => said).join('')
  const sha = await sheet(page).locator('footer p').last().textContent()
  expect(sha).toMatch(/^[0-9a-f]{64}$/)
  expect(text).toContain(sha)
  const opening = await sheet(page).locator('section').first().locator('p').first().textContent()
  expect(text).toContain(opening ?? '?')
  const overdue = sheet(page).locator('.t-figures tr', { hasText: '逾期' }).first().getByRole('link')
  const count = Number(await overdue.textContent())
  const href = (await overdue.getAttribute('href')) ?? ''
  expect(href).toContain('asOf=2025-11-30')
  expect(href).toContain('knownOn=2025-12-10')
  await overdue.click()
  await page.waitForURL(/\/ledger\?/)
  await expect(page.locator('tr.row')).toHaveCount(count)
})

test('goes to all departments and to the auditor; what changes later does not change it', async ({ browser }) => {
  const leader = await as(browser, LEADER)
  await leader.goto('/bulletins')
  await leader.getByRole('link', { name: '第1期', exact: true }).click()
  await leader.waitForURL(/\/bulletins\/[0-9a-f-]{36}$/)
  const before = await sheet(leader).textContent()

  const officer = await as(browser, KEJI)
  await officer.goto('/messages')
  await expect(officer.getByText('印发了关于《推动公立医院高质量发展重点任务分工》推进情况的通报（第1期）')).toBeVisible()
  await officer.goto(leader.url())
  expect(await sheet(officer).textContent()).toBe(before)
  const links = await sheet(officer)
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  for (const href of links) expect((await officer.request.get(`${server.address}${href}`)).status()).toBe(200)
  const administrator = await as(browser, ADMINISTRATOR)
  expect((await administrator.goto('/bulletins'))?.status()).toBe(404)
  expect((await administrator.goto(leader.url()))?.status()).toBe(404)

  const ledger = new Sqlite(join(server.folder, 'ledger.db'))
  ledger.exec(
    "update departments set name = '区卫健委' where name = '区卫生健康局'; update plans set title = '另一方案', red_head = 0, behind_points = 3",
  )
  ledger.close()
  const auditor = await as(browser, AUDITOR)
  await auditor.goto(leader.url())
  expect(await sheet(auditor).textContent()).toBe(before)
  await auditor.getByRole('button', { name: '重算核对' }).click()
  await expect(auditor.getByText('核对一致')).toBeVisible()
})

test('on paper there is the sheet and nothing else', async ({ browser }) => {
  const page = await as(browser, LI)
  await page.goto('/bulletins')
  await page.getByRole('link', { name: '第2期', exact: true }).click()
  await expect(sheet(page)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
  await expect(page.getByRole('button', { name: '重算核对' })).toBeHidden()
  await expect(sheet(page).locator('thead').first()).toHaveCSS('display', 'table-header-group')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  expect(Number(height)).toBeGreaterThan(Number(width))
})

for (const look of [
  { viewport: { width: 1366, height: 768 }, colorScheme: 'light', locale: 'zh-CN' },
  { viewport: { width: 360, height: 740 }, colorScheme: 'dark', locale: 'en' },
] as const) {
  test(`readable at ${look.viewport.width} px in ${look.locale}: list, draft, issue`, async ({ browser }) => {
    const page = await as(browser, LI, look)
    await page.context().addCookies([{ name: 'locale', value: look.locale, url: server.address }])
    await page.goto('/bulletins')
    await noViolations(page)
    await fits(page)
    const start = page.getByRole('button', { name: /起草通报|Start a draft/ })
    if ((await start.count()) > 0) {
      await page.getByLabel(/截至日期|As-of|As of/).fill('2025-12-10')
      await start.click()
    } else await page.getByRole('link', { name: /打开草稿|Open the draft/ }).click()
    await page.waitForURL(/\/bulletins\/[0-9a-f-]{36}$/)
    await expect(sheet(page)).toBeVisible()
    await noViolations(page)
    await fits(page)
    await page.goto('/bulletins')
    await page.getByRole('link', { name: look.locale === 'en' ? 'No. 1' : '第1期', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(look.locale === 'en' ? 'No. 1' : '第1期')
    await noViolations(page)
    await fits(page)
  })
}
