// The yearly work summary, assembled from the records, edited and taken along as Word; letters to departments.
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { LEADER, LI, WEIJIAN, ZHOU } from './support/people'
import { signIn } from './support/sign-in'

let server: OwnServer
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  const { parallelIndex } = test.info()
  const env = { LEDGER_TODAY: '2025-12-10' }
  server = await startOwnServer(`summaries-data-${parallelIndex}`, DIST, { flag: '--demo', env })
})
test.afterAll(() => server?.stop())

for (const javaScriptEnabled of [true, false]) {
  test(`a supervisor assembles last year's summary, edits a part, and takes it along as Word (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
  }) => {
    const page = await signIn(browser, server, LI, { javaScriptEnabled })
    await page.goto('/summaries')
    await page.getByLabel('起始日').fill('2024-01-01')
    await page.getByLabel('截止日').fill('2026-01-01')
    await page.getByRole('button', { name: '汇编' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '截止日不能早于起始日，也不能晚于今天' })).toBeVisible()
    await page.getByLabel('截止日').fill('2024-12-31')
    await page.getByRole('button', { name: '汇编', exact: true }).click()
    if (!javaScriptEnabled) {
      await expect(page.getByText('已有一份同一清单、同一范围、同一期间的总结')).toBeVisible()
      await expect(page.getByRole('link', { name: '看已有的一份' })).toHaveAttribute('href', /^\/summaries\/[0-9a-f-]{36}$/)
      await page.getByRole('button', { name: '仍要再汇编一份' }).click()
    }
    await expect(page).toHaveURL(/\/summaries\/[0-9a-f-]{36}$/)
    const sheet = page.getByRole('article')
    await expect(sheet.getByRole('heading', { level: 2 })).toHaveText('《推动公立医院高质量发展重点任务分工》2024年工作总结')
    await expect(sheet.getByRole('heading', { level: 3 })).toHaveText(['一、主要工作', '二、存在问题', '三、下一步工作'])

    const first = page.locator('.part').nth(1)
    await expect(first.getByRole('link', { name: /^出自第1项$/ })).toHaveAttribute('href', '/tasks/1')
    await first.getByRole('link', { name: '修改这一段' }).click()
    await first.getByRole('textbox', { name: /^出自第1项/ }).fill('引进名医四名。')
    await first.getByLabel(/^加一句/).fill('全区医疗水平明显提升。')
    await first.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
    await page.goto(page.url().split('?')[0] ?? '')
    await expect(first).toContainText('引进名医四名。')
    await expect(first).toContainText('全区医疗水平明显提升。')

    const word = await page.request.get(`${server.address}${new URL(page.url()).pathname}/word`)
    expect(word.headers()['content-type']).toContain('wordprocessingml')
    expect(word.headers()['content-disposition']).toContain('filename="summary.docx"')
    expect((await word.body()).subarray(0, 2).toString()).toBe('PK')
  })
}

test('two people at one summary: the second is told, and loses nothing', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  await page.goto('/summaries')
  await page.locator('.summarylist a').first().click()
  await expect(page).toHaveURL(/summaries\/./)
  const address = `${page.url().split('?')[0]}?edit=1.0`
  const other = await signIn(browser, server, ZHOU)
  for (const one of [page, other]) await one.goto(address)
  const added = (one: Page) => one.getByLabel(/^加一句/)
  await added(page).fill('甲写的。')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
  await added(other).fill('乙写的。')
  await other.getByRole('button', { name: '保存' }).click()
  await expect(other.getByText('这份总结刚才被别人改过')).toBeVisible()
  await expect(added(other)).toHaveValue('乙写的。')
})

test('an officer assembles the own department’s; a leader reads it, another does not find it', async ({ browser }) => {
  const officer = await signIn(browser, server, WEIJIAN)
  await officer.goto('/summaries')
  await officer.getByRole('button', { name: '汇编' }).click()
  await expect(officer.getByRole('article').getByRole('heading', { level: 2 })).toContainText('区卫生健康局')
  const leader = await signIn(browser, server, LEADER)
  await leader.goto(officer.url())
  await expect(leader.getByRole('article').getByRole('heading', { level: 2 })).toContainText('区卫生健康局')
  await expect(leader.getByRole('link', { name: '修改这一段' })).toHaveCount(0)
})

test('a summary is discarded after one more question', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  await page.goto('/summaries')
  const links = page.locator('.summarylist a')
  const before = await links.count()
  const href = (await links.last().getAttribute('href')) ?? ''
  await page.goto(href)
  await page.locator('summary', { hasText: '作废这份总结' }).click()
  await page.getByRole('button', { name: '确认作废' }).click()
  await expect(page.getByText('总结已作废。')).toBeVisible()
  await expect(links).toHaveCount(before - 1)
  expect((await page.goto(href))?.status()).toBe(404)
})

test('letters of a day to come are those of today, and the page says so', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  for (const path of ['/letters', '/letters/d01']) {
    await page.goto(`${path}?asOf=2026-01-05`)
    await expect(page.getByText('不能按“2026-01-05”查阅')).toBeVisible()
  }
})

test('letters: one per department with its urgent tasks, as a sheet and as Word', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  await page.goto('/letters')
  const row = page.locator('.letterlist tbody tr').filter({ hasText: '区卫生健康局' })
  await expect(row).toHaveCount(1)
  const tasks = Number(await row.locator('.num').textContent())
  await row.getByRole('link', { name: /催办函/ }).click()
  await expect(page.getByRole('article').locator('tbody tr')).toHaveCount(tasks)
  const href = await page.getByRole('link', { name: 'Word', exact: true }).getAttribute('href')
  expect((await page.request.get(`${server.address}${href}`)).headers()['content-type']).toContain('wordprocessingml')
  await page.goto('/letters?kind=card')
  // the only task of 区司法局 is closed
  await expect(page.locator('.letterlist tbody tr')).toHaveCount(11)
})

test('readable for everyone, also on a phone', async ({ browser }) => {
  const page = await signIn(browser, server, LI, { viewport: { width: 360, height: 740 } })
  const paths = ['/summaries', '/letters', '/letters/d01', '/letters/d01?kind=card']
  await page.goto('/summaries')
  const summary = (await page.locator('.summarylist a').first().getAttribute('href')) ?? ''
  for (const path of [...paths, summary, `${summary}?edit=0.0`]) {
    await page.goto(path)
    expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
  }
})
