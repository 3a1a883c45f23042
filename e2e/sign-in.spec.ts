// The real door: the first accounts of a fresh ledger, their one-time passwords, and what no longer opens it.
import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'

const OWN_PASSWORD = '清风-Ledger-2026'

test.describe.configure({ mode: 'serial' })

const accounts = (): Record<string, string> => {
  const [, ...rows] = readFileSync('test-results/data/initial-accounts.csv', 'utf8').trim().split(/\r?\n/)
  return Object.fromEntries(rows.map((row) => row.split(',')).map(([username = '', , , password = '']) => [username, password]))
}

async function enter(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('口令').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

async function firstSignIn(page: Page, username: string): Promise<void> {
  await enter(page, username, accounts()[username] ?? '')
  await expect(page.getByRole('heading', { name: '首次登录' })).toBeVisible()
  await page.getByLabel('新口令', { exact: true }).fill(OWN_PASSWORD)
  await page.getByLabel('再输一遍新口令').fill(OWN_PASSWORD)
  await page.getByLabel('姓名').fill('李建军')
  await page.getByLabel('职务').fill('督查室主任')
  await page.getByRole('button', { name: '保存并进入' }).click()
}

const pageOf = async (browser: Browser, javaScriptEnabled = true): Promise<Page> =>
  (await browser.newContext({ javaScriptEnabled })).newPage()

test('a fresh ledger has 16 accounts with different one-time passwords', () => {
  expect(Object.keys(accounts())).toHaveLength(16)
  expect(new Set(Object.values(accounts())).size).toBe(16)
})

for (const [username, scripts] of [
  ['ducha', true],
  ['lingdao', false],
] as const) {
  test(`${username} signs in first, sets a password, and sees 91 tasks ${scripts ? 'with' : 'without'} scripts`, async ({ browser }) => {
    const page = await pageOf(browser, scripts)
    await firstSignIn(page, username)
    await expect(page.getByRole('main')).toContainText('91项任务')
    await page.goto('/ledger')
    await expect(page.getByRole('navigation', { name: '灯' })).toContainText('全部 91')
  })
}

test('a one-time password opens nothing else, and is gone once it was used', async ({ browser }) => {
  const page = await pageOf(browser)
  await enter(page, 'qsfj', accounts().qsfj ?? '')
  await expect(page.getByRole('heading', { name: '首次登录' })).toBeVisible()
  await page.goto('/ledger')
  await expect(page).toHaveURL(/first-sign-in\?next=%2Fledger/)
  const again = await pageOf(browser)
  await enter(again, 'ducha', accounts().ducha ?? '')
  await expect(again.locator('.said')).toContainText('用户名或口令不对')
})

test('signing in leads back to the page that was asked for', async ({ browser }) => {
  const page = await pageOf(browser)
  await page.goto('/tasks/47?asOf=2023-01-01')
  await page.getByLabel('用户名').fill('ducha')
  await page.getByLabel('口令').fill(OWN_PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/\/tasks\/47\?asOf=2023-01-01/)
})

test('a cookie that was copied is worth nothing after signing out', async ({ browser }) => {
  const page = await pageOf(browser)
  await enter(page, 'ducha', OWN_PASSWORD)
  await page.waitForURL('/')
  const thief = await browser.newContext()
  await thief.addCookies(await page.context().cookies())
  const stolen = await thief.newPage()
  await stolen.goto('/ledger')
  await expect(stolen).toHaveURL(/\/ledger/)
  await page.locator('summary', { hasText: '李建军' }).click()
  await page.getByRole('button', { name: '退出' }).click()
  await page.waitForURL(/sign-in/)
  await stolen.goto('/ledger')
  await expect(stolen).toHaveURL(/sign-in/)
})

test('five failures lock an account, known or not, with the same words', async ({ browser }) => {
  const page = await pageOf(browser)
  const answers: string[] = []
  for (const username of ['shenji', 'nobody-at-all']) {
    for (let n = 0; n < 5; n++) await enter(page, username, 'wrong-password-1')
    await enter(page, username, accounts()[username] ?? 'right-or-not-1')
    answers.push((await page.locator('.said').textContent()) ?? '')
    await expect(page).toHaveURL(/sign-in/)
  }
  expect(new Set(answers).size).toBe(1)
})
