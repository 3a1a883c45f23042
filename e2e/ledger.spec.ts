// What supervisors and leaders read: the same figures everywhere, as of any day, and the same in the file that they send on.
import { expect, test } from '@playwright/test'
import readSheet from 'read-excel-file/node'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { LI } from './support/people'
import { type Person, signIn } from './support/sign-in'

const CHEN: Person = { username: 'chen', name: '陈国华', post: '副区长', role: 'leader' }
const GONGAN: Person = { username: 'gongan', name: '赵警官', post: '科员', role: 'officer', department: '区公安分局' }

let server: OwnServer
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startOwnServer(`ledger-data-${test.info().parallelIndex}`, DIST)
})
test.afterAll(() => server?.stop())

for (const [day, overdue] of [
  ['2022-07-01', 9],
  ['2023-01-01', 23],
  ['2024-01-01', 39],
  ['2026-01-01', 91],
] as const) {
  test(`with nothing done, ${overdue} are overdue as of ${day}: on home, ledger, overdue page and in the file`, async ({ browser }) => {
    const page = await signIn(browser, server, LI)
    await page.goto(`/?asOf=${day}`)
    await expect(page.locator('.lead')).toContainText(`按批准时限逾期${overdue}项`)
    await page.goto(`/ledger?asOf=${day}&light=overdue`)
    await expect(page.locator('tr.row')).toHaveCount(overdue)
    await page.goto(`/overdue?asOf=${day}`)
    await expect(page.locator('.lead')).toContainText(`按批准时限逾期${overdue}项`)
    const file = await page.request.get(`/export?scope=overdue&format=json&asOf=${day}`)
    expect(await file.json()).toHaveLength(overdue)
  })
}

test('every figure of the situation leads to exactly its rows', async ({ browser }) => {
  const page = await signIn(browser, server, CHEN)
  await page.goto('/?asOf=2024-01-01')
  const links = await page
    .locator('main a[href^="/ledger"]')
    .evaluateAll((all) =>
      all
        .map((link) => ({ href: link.getAttribute('href') ?? '', figure: link.textContent?.trim() ?? '' }))
        .filter(({ figure }) => /^\d+$/.test(figure)),
    )
  expect(links.length).toBeGreaterThan(20)
  for (const { href, figure } of links.filter((link, n, all) => all.findIndex((other) => other.href === link.href) === n)) {
    await page.goto(href)
    expect(await page.locator('tr.row').count(), href).toBe(Number(figure))
  }
})

test('filters, search by words, number and pinyin initials, and Back', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  await page.goto('/ledger')
  await expect(page.locator('tr.row')).toHaveCount(91)
  for (const [q, count] of [
    ['日间手术', 1],
    ['47', 1],
    ['jkqyyl', 1],
    ['没有这样的任务', 0],
  ] as const) {
    await page.goto(`/ledger?q=${encodeURIComponent(q)}`)
    await expect(page.locator('tr.row'), q).toHaveCount(count)
  }
  await page.goto('/ledger?department=d06')
  await page.goto('/ledger?goal=13')
  await page.goBack()
  await expect(page).toHaveURL(/department=d06/)
})

test('an as-of day after today is refused in words', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  await page.goto('/ledger?asOf=2999-01-01')
  await expect(page.locator('.said')).toContainText('须是今天或以前的一天')
  expect((await page.request.get('/export?asOf=2999-01-01')).status()).toBe(400)
})

test('the workbook holds the 91 rows; an officer’s only the own department’s', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  const bytes = await (await page.request.get('/export?format=xlsx')).body()
  const [sheet] = await readSheet(bytes)
  expect(sheet?.data.filter((row) => typeof row[0] === 'number')).toHaveLength(91)
  const officer = await signIn(browser, server, GONGAN)
  const own = await (await officer.request.get('/export?format=json')).json()
  expect(own.map((row: { number: number }) => row.number)).toEqual([73, 76])
  expect((await officer.request.get('/departments/d01')).status()).toBe(404)
  expect((await officer.request.get('/tasks/1')).status()).toBe(404)
})

test('in English the words change, the issued text does not', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  await page.goto('/ledger')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('main')).toContainText('Overdue')
  await expect(page.getByRole('main')).toContainText('实施“三名”工程')
})
