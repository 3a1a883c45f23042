// Chasing: rows are chosen in a list, the nudge is looked at before it goes, and the log says how it was answered; who waits for whom,
// who has not reported, what will be overdue.
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { type Person, signIn } from './support/sign-in'

const ZHENG: Person = { username: 'nudge-zheng', name: '郑督查', post: '督查科科长', role: 'supervisor' }
const CHEN: Person = { username: 'nudge-chen', name: '陈国华', post: '副区长', role: 'leader' }
const HEALTH: Person = { username: 'nudge-wei', name: '魏卫健', post: '科员', role: 'officer', department: '区卫生健康局' }

let server: OwnServer
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  const { parallelIndex } = test.info()
  server = await startOwnServer(`nudges-data-${parallelIndex}`, DIST, {
    flag: '--demo',
    env: { LEDGER_TODAY: '2025-12-10' },
  })
})
test.afterAll(() => server?.stop())

for (const javaScriptEnabled of [true, false]) {
  test(`a supervisor chooses rows in the ledger and nudges their departments once (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
  }) => {
    const page = await signIn(browser, server, ZHENG, { javaScriptEnabled })
    await page.goto('/ledger?light=behind')
    const bar = page.getByRole('form', { name: '所选的办理' })
    await expect(bar).toBeHidden()
    const boxes = page.getByRole('checkbox', { name: /^选择第\d+项$/ })
    const chosen = javaScriptEnabled ? [0, 1] : [2, 3]
    for (const index of chosen) await boxes.nth(index).check()
    await expect(bar).toBeVisible()
    if (javaScriptEnabled) await expect(bar.getByRole('status')).toHaveText('已选2项')
    await bar.getByRole('button', { name: '催办' }).click()

    await expect(page).toHaveURL(/\/nudge\?task=\d+&task=\d+$/)
    await expect(page.locator('.lead')).toContainText('共2项')
    await page.waitForLoadState('networkidle')
    await page.getByLabel('催办内容').fill('')
    await page.getByRole('button', { name: /^催办\d个部门$/ }).click()
    await expect(page.getByRole('alert').filter({ hasText: '请写明情况' })).toBeVisible()
    await page.getByLabel('催办内容').fill(`请在周五前报送进展。${javaScriptEnabled}`)
    await page.getByRole('button', { name: /^催办\d个部门$/ }).click()
    await expect(page.getByRole('status').filter({ hasText: /^已催办：/ })).toBeVisible()

    await page.reload()
    await expect(page.getByText('今天已催过').first()).toBeVisible()
    await expect(page.getByRole('button', { name: /^催办\d个部门$/ })).toHaveCount(0)
    await page.goto('/nudges')
    const entry = page.locator('tbody tr').filter({ hasText: `请在周五前报送进展。${javaScriptEnabled}` })
    await expect(entry.first()).toContainText('今天催的，未回应')
  })
}

test('the department reads it and answers by reporting: the log says so', async ({ browser }) => {
  const officer = await signIn(browser, server, HEALTH)
  await officer.goto('/nudges')
  const task = officer.locator('tbody tr').first().locator('li').filter({ hasText: '未回应' }).first().getByRole('link')
  const href = (await task.getAttribute('href')) ?? ''
  await officer.goto(`${href}?form=report#report`)
  await officer.locator('#report').getByRole('button', { name: '本期无变化' }).click()
  await expect(officer.getByText(/已记为本期无变化/).first()).toBeVisible()
  const page = await signIn(browser, server, ZHENG)
  await page.goto('/nudges')
  await expect(
    page
      .locator('li')
      .filter({ has: page.locator(`a[href="${href}"]`) })
      .first(),
  ).toContainText('报本期无变化')
})

test('a lead sees whom it waits for and nudges from its home; in the ledger it may choose in that list alone', async ({ browser }) => {
  const page = await signIn(browser, server, HEALTH)
  await page.goto('/ledger')
  await expect(page.getByRole('checkbox', { name: /^选择第/ })).toHaveCount(0)
  await page.goto('/ledger?list=unconfirmed')
  const own = page.locator('tr.row').filter({ has: page.getByRole('checkbox', { name: /^选择第/ }) })
  expect(await own.count()).toBeGreaterThan(0)
  await own.first().getByRole('checkbox').check()
  await expect(page.getByRole('button', { name: '发督办单' })).toHaveCount(0)

  await page.goto('/')
  await expect(page.locator('.reportdue')).toContainText('2025年12月的报送2025年12月25日截止')
  const waits = page.locator('#waiting')
  await expect(waits).toContainText('个工作日')
  await waits
    .getByRole('link', { name: /^催办区/ })
    .first()
    .click()
  await expect(page.getByLabel('催办内容')).toHaveValue(/等贵部门确认配合/)
  await page.getByRole('button', { name: '催办1个部门' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^已催办：/ })).toBeVisible()
})

test('who has not reported is who the ledger lists, and one click prepares the nudge', async ({ browser }) => {
  const page = await signIn(browser, server, ZHENG)
  await page.goto('/reporting')
  const row = page.getByRole('row').filter({ hasText: '区医疗保障局' })
  const missing = row.getByRole('cell').nth(2).getByRole('link')
  const count = Number(await missing.textContent())
  await missing.click()
  await expect(page.locator('tr.row')).toHaveCount(count)
  await page.goto('/reporting')
  await row.getByRole('link', { name: '催办区医疗保障局' }).click()
  await expect(page.getByLabel('催办内容')).toHaveValue(/本期进展还没有报送，请于2025年12月25日前报送/)
  await expect(page.locator('.nudged tbody tr')).toHaveCount(count)
  await page.goto('/reporting')
  await page.getByRole('checkbox', { name: '选择区医疗保障局' }).check()
  await page.getByRole('checkbox', { name: '选择区财政局' }).check()
  await page.getByRole('form', { name: '所选的办理' }).getByRole('button', { name: '催办' }).click()
  await expect(page.getByRole('button', { name: '催办2个部门' })).toBeVisible()
})

test('the early-warning board says why, and its number is the ledger’s', async ({ browser }) => {
  const page = await signIn(browser, server, CHEN)
  await page.goto('/warning')
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  const rows = await page.locator('table.warning tbody tr').count()
  await expect(page.locator('table.warning tbody tr').first()).toContainText(/还有\d+天到期，进展\d+%，落后序时\d+个百分点/)
  await page.locator('.lead a').first().click()
  await expect(page.locator('tr.row')).toHaveCount(rows)
  await page.goto('/warning?within=60&asOf=2025-11-20')
  await expect(page.locator('.lead').first()).toContainText(/60天内有\d+项到期/)
  await page.goto('/warning?lead=d03')
  await expect(page.locator('.lead').first()).toBeVisible()
})

test('j and k move, x selects', async ({ browser }) => {
  const page = await signIn(browser, server, ZHENG)
  await page.goto('/ledger', { waitUntil: 'networkidle' })
  const first = page.getByRole('checkbox', { name: /^选择第/ }).first()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(first).toBeChecked()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByRole('status').filter({ hasText: '已选2项' })).toBeVisible()
  await page.keyboard.press('x')
  await expect(page.getByRole('status').filter({ hasText: '已选1项' })).toBeVisible()
  await page.getByRole('button', { name: '取消选择' }).click()
  await expect(first).not.toBeChecked()
})

test('officers see neither boards; a leader nudges nobody', async ({ browser }) => {
  const officer = await signIn(browser, server, HEALTH)
  for (const path of ['/warning', '/reporting', '/nudge?task=999']) expect((await officer.goto(path))?.status(), path).toBe(404)
  const leader = await signIn(browser, server, CHEN)
  expect((await leader.goto('/nudge?task=3'))?.status()).toBe(404)
  expect((await leader.goto('/nudges'))?.status()).toBe(200)
})

for (const [width, scheme, locale] of [
  [1366, 'light', 'zh-CN'],
  [360, 'dark', 'en'],
] as const) {
  test(`readable and reachable at ${width} px, ${scheme}, ${locale}`, async ({ browser }) => {
    test.setTimeout(120_000)
    const options = { viewport: { width, height: 740 }, colorScheme: scheme, locale } as const
    const page = await signIn(browser, server, ZHENG, options)
    await page.context().addCookies([{ name: 'locale', value: locale, url: server.address }])
    for (const path of [
      '/warning',
      '/reporting',
      '/nudges',
      '/nudge?task=3&task=49&task=5',
      '/nudge',
      '/ledger?light=behind',
      '/overdue',
    ]) {
      await page.goto(path, { waitUntil: 'networkidle' })
      const box = page.locator('input[data-row]').first()
      if (await box.count()) await box.check()
      await sound(page, path)
    }
    const officer = await signIn(browser, server, HEALTH, options)
    await officer.context().addCookies([{ name: 'locale', value: locale, url: server.address }])
    for (const path of ['/', '/nudges', '/tasks/23']) {
      await officer.goto(path, { waitUntil: 'networkidle' })
      await sound(officer, path)
    }
  })
}

async function sound(page: Page, path: string) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${path} is too wide`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3)}`),
    path,
  ).toEqual([])
}
