// The review queue: oldest first; accept with the completion day, or return with a reason; then the next; undo while it is allowed.
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Asker } from '@/app/guard/entry'
import { sealedSession } from '@/auth/sealed-session'
import { type GuardDatabase, openGuardDatabase } from './support/guard-database'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'

let server: OwnServer
let ledger: GuardDatabase
/** The tasks that wait, the one claimed first on top. */
let waiting: number[]

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startOwnServer('review-data', DIST)
  ledger = await openGuardDatabase(server.folder)
})
test.beforeEach(async ({ browser }) => {
  ledger.restore()
  waiting = await claimThree(browser)
})
test.afterAll(async () => {
  ledger?.close()
  await server?.stop()
})

for (const javaScriptEnabled of [true, false]) {
  test(`accepted: said, gone from the queue, and the next one at hand; undone: back again (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
  }) => {
    const page = await openAs(browser, 'supervisor', '/review', javaScriptEnabled)
    await expect(page.getByText('3项待核验')).toBeVisible()
    await expect(atHand(page)).toContainText(String(waiting[0]))
    await expect(page.getByText('文号：满卫〔2022〕5号', { exact: true })).toBeVisible()
    await expect(page.getByText('张国强（局长），2022年5月20日', { exact: true })).toBeVisible()

    await page.getByRole('button', { name: '核验通过' }).click()
    const news = page.getByRole('status').filter({ hasText: `第${waiting[0]}项已核验通过` })
    await expect(news).toBeVisible()
    await expect(atHand(page)).toContainText(String(waiting[1]))
    await expect(page.getByRole('link', { name: '核验 2' })).toBeVisible()

    await news.getByRole('button', { name: '撤回' }).click()
    await expect(page.getByText('3项待核验')).toBeVisible()
    await expect(atHand(page)).toContainText(String(waiting[0]))
  })

  test(`a return needs its reason; then the task is the department's again (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
  }) => {
    const page = await openAs(browser, 'supervisor', `/review?task=${waiting[1]}`, javaScriptEnabled)
    await page.getByRole('button', { name: '退回' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '请写明理由' })).toBeVisible()
    await page.locator('#return').getByLabel('理由').fill('佐证不全，请补验收单。')
    await page.getByRole('button', { name: '退回' }).click()
    await expect(page.getByText(`第${waiting[1]}项已退回`, { exact: false })).toBeVisible()
    await expect(page.getByText('2项待核验')).toBeVisible()
    const officer = await openAs(browser, 'lead', `/tasks/${waiting[1]}`)
    await expect(officer.getByText('佐证不全，请补验收单。').first()).toBeVisible()
  })
}

test('a later completion day needs a reason, and what was chosen is kept', async ({ browser }) => {
  const page = await openAs(browser, 'supervisor', '/review')
  const accept = page.locator('#accept')
  await accept.getByLabel('完成日期').first().fill('2022-07-05')
  await accept.getByRole('button', { name: '核验通过' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '请写明理由' })).toBeVisible()
  await expect(accept.getByLabel('完成日期').first()).toHaveValue('2022-07-05')
})

test('the last one decided: nothing waits', async ({ browser }) => {
  const page = await openAs(browser, 'supervisor', '/review')
  for (const number of waiting) {
    await page.getByRole('button', { name: '核验通过' }).click()
    await expect(page.getByText(`第${number}项已核验通过`, { exact: false })).toBeVisible()
  }
  await expect(page.getByText('没有等待核验的申请。')).toBeVisible()
})

test('nobody but supervisors has a queue', async ({ browser }) => {
  for (const who of ['lead', 'leader', 'administrator', 'auditor'] as const) {
    const page = await openAs(browser, who, '/password')
    expect((await page.goto(`${server.address}/review`))?.status(), who).toBe(404)
  }
})

const atHand = (page: Page) => page.locator('.athand h2').first()

/** The lead department claims three tasks on its page, one after the other. */
async function claimThree(browser: Browser): Promise<number[]> {
  const page = await openAs(browser, 'lead', `/departments/${ledger.facts('lead').leadDepartmentId}`)
  await page.getByLabel('签批人姓名', { exact: true }).fill('张国强')
  await page.getByLabel('签批人职务', { exact: true }).fill('局长')
  const lines = page.locator('#leading fieldset[data-line]')
  const numbers = await lines.evaluateAll((found) => found.slice(0, 3).map((line) => Number(line.getAttribute('data-line'))))
  for (const number of numbers) {
    const row = page.getByRole('group', { name: `第${number}项`, exact: true })
    await row.getByLabel('发生日期').fill('2022-05-20')
    await row.getByLabel('做了什么').fill('已建成并运行。')
    await row.getByLabel('办结', { exact: true }).check()
    await row.getByLabel('佐证内容').fill('满卫〔2022〕5号')
    const reason = row.getByLabel(/未确认，仍申请办结的理由$/)
    if (await reason.count()) await reason.fill('已电话确认。')
  }
  await page.getByRole('button', { name: '保存已填写的3行' }).click()
  await expect(page.getByText('申请办结3项', { exact: false })).toBeVisible()
  await page.context().close()
  return numbers
}

async function openAs(browser: Browser, who: Asker, path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-CN' })
  const value = await sealedSession(ledger.sessionOf(who) ?? '', server.secret, 3600)
  await context.addCookies([{ name: 'ledger-session', value, url: server.address }])
  const page = await context.newPage()
  await page.goto(server.address + path)
  return page
}
