// What happened since 2022 is written down on the department's page: many rows at once, closings included, and nothing typed is lost.
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import type { Asker } from '@/app/guard/entry'
import { sealedSession } from '@/auth/sealed-session'
import { type GuardDatabase, openGuardDatabase } from './support/guard-database'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'

let server: OwnServer
let ledger: GuardDatabase

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startOwnServer('department-data', DIST)
  ledger = await openGuardDatabase(server.folder)
})
test.beforeEach(() => ledger.restore())
test.afterAll(async () => {
  ledger?.close()
  await server?.stop()
})

for (const javaScriptEnabled of [true, false]) {
  test(`an officer back-fills ten rows at once; the refused one keeps its text (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
  }) => {
    const page = await openOwnPage(browser, 'lead', javaScriptEnabled)
    await signOff(page)
    const rows = await shownRows(page)
    const [first, closing, wrong, ...others] = rows.slice(0, 10) as [Locator, Locator, Locator, ...Locator[]]
    await fill(first, { on: '2022-06-01', progress: '40', done: '方案已印发。' })
    await fill(closing, { on: '2022-05-20', done: '已建成并运行。', claim: true, evidence: '满卫〔2022〕5号' })
    await fill(wrong, { on: '2023-03-01', progress: '120', done: '这段文字不能丢。' })
    for (const [index, row] of others.entries()) await fill(row, { on: `2023-0${index + 1}-10`, progress: '30', done: '按计划推进。' })

    await page.getByRole('button', { name: /^保存已填写/ }).click()

    await expect(page.getByRole('heading', { name: /^已保存9行.*另有1行没有保存/ })).toBeVisible()
    await expect(wrong.getByText('没有保存：进展须为0至99的整数')).toBeVisible()
    await expect(wrong.getByLabel('做了什么')).toHaveValue('这段文字不能丢。')
    await expect(wrong.getByLabel('发生日期')).toHaveValue('2023-03-01')
    await expect(first.getByLabel('做了什么')).toHaveValue('')

    await wrong.getByLabel('进展').fill('60')
    await page.getByRole('button', { name: /^保存已填写/ }).click()
    await expect(page.getByText(/^已保存1行/)).toBeVisible()
    await page.reload()
    await expect(page.getByText('这段文字不能丢。').first()).toBeVisible()
    await expect(page.getByText('待核验', { exact: true })).toHaveCount(1)
  })
}

test('one task on several days: a further line for the same row, saved in the order of the days', async ({ browser }) => {
  const page = await openOwnPage(browser, 'lead')
  const [row] = (await shownRows(page)) as [Locator]
  const number = await row.getAttribute('data-line')
  await fill(row, { on: '2023-09-01', progress: '70', done: '后一次。' })
  await page.getByRole('button', { name: `第${number}项再加一行` }).click()
  await fill(page.getByRole('group', { name: `第${number}项，第2行` }), { on: '2022-09-01', progress: '20', done: '前一次。' })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^已保存2行/)).toBeVisible()
  await page.goto(`${server.address}/tasks/${number}`)
  await expect(page.getByText('后一次。').first()).toBeVisible()
  await expect(page.getByText('前一次。').first()).toBeVisible()
})

test('“no change” for the rest is one click, and leaves what is being typed alone', async ({ browser }) => {
  const page = await openOwnPage(browser, 'lead')
  const rows = await shownRows(page)
  const typed = rows[0] as Locator
  await fill(typed, { done: '还没有写完' })
  await page.getByRole('button', { name: `未报的${rows.length}项都记“本月无变化”` }).click()
  await expect(page.getByText(new RegExp(`本月无变化，共${rows.length - 1}项`))).toBeVisible()
  await expect(typed.getByLabel('做了什么')).toHaveValue('还没有写完')
  await expect(page.getByText('本期无变化')).toHaveCount(rows.length - 1)
})

test('a supervisor writes down all 91 rows, names the source, and accepts closings at once', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await openAs(browser, 'supervisor', '/departments/all')
  const rows = await shownRows(page)
  expect(rows).toHaveLength(91)
  await signOff(page)
  await page.evaluate(fillEveryRow)
  await page.getByRole('button', { name: '保存已填写的91行' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '代录须写明来源' })).toBeVisible()
  await page.getByLabel('来源').fill('2023年1月5日督查调度会')
  await page.getByRole('button', { name: '保存已填写的91行' }).click()
  await expect(page.getByText('已保存91行：第1–91项。办结91项，已核验。')).toBeVisible({ timeout: 60_000 })
  await page.goto(`${server.address}/tasks/1`)
  await expect(page.getByText('代录与批准为同一人')).toBeVisible()
})

test('a cooperating department confirms its part there', async ({ browser }) => {
  const page = await openOwnPage(browser, 'cooperating')
  const line = page.getByRole('group', { name: new RegExp(`^第${ledger.facts('cooperating').task.number}项，`) })
  await line.getByLabel('配合情况').selectOption('有困难')
  await page.getByRole('button', { name: /^保存已填写/ }).click()
  await expect(line.getByText(/^没有保存/)).toBeVisible()
  await line.getByLabel('说明').fill('缺数据接口。')
  await page.getByRole('button', { name: /^保存已填写/ }).click()
  await expect(page.getByText(/^已保存1行/)).toBeVisible()
  await expect(line.getByLabel('配合情况')).toContainText('现为：有困难')
})

test('two officers on one row: the second is told, sees what the first wrote, and loses nothing', async ({ browser }) => {
  const [one, other] = [await openOwnPage(browser, 'lead'), await openOwnPage(browser, 'lead')]
  const [mine, theirs] = [(await shownRows(one))[0] as Locator, (await shownRows(other))[0] as Locator]
  await fill(mine, { progress: '10', done: '先写的。' })
  await fill(theirs, { progress: '20', done: '后写的。' })
  await one.getByRole('button', { name: /^保存已填写/ }).click()
  await expect(one.getByText(/^已保存1行/)).toBeVisible()
  await other.getByRole('button', { name: /^保存已填写/ }).click()
  await expect(theirs.getByText(/刚被别人改过/)).toBeVisible()
  await expect(theirs.getByLabel('做了什么')).toHaveValue('后写的。')
  await expect(other.getByText('先写的。').first()).toBeVisible()
})

test('what was typed and not sent is there again after the page was closed', async ({ browser }) => {
  const page = await openOwnPage(browser, 'lead')
  const row = (await shownRows(page))[0] as Locator
  const number = await row.getAttribute('data-line')
  await page.getByRole('button', { name: `第${number}项再加一行` }).click()
  await fill(page.getByRole('group', { name: `第${number}项，第2行` }), { on: '2022-09-01', done: '没有交上去的一行。' })
  await page.reload()
  await expect(page.getByText('已恢复未提交的草稿')).toBeVisible()
  await expect(page.getByRole('group', { name: `第${number}项，第2行` }).getByLabel('做了什么')).toHaveValue('没有交上去的一行。')
})

test('leaders read it; to another department it does not exist', async ({ browser }) => {
  const { leadDepartmentId } = ledger.facts('leader')
  const leader = await openAs(browser, 'leader', `/departments/${leadDepartmentId}`)
  await expect(leader.getByRole('row').nth(1)).toBeVisible()
  await expect(leader.getByRole('button', { name: /^保存/ })).toHaveCount(0)
  for (const path of [`/departments/${leadDepartmentId}`, '/departments/all', '/departments', '/review']) {
    const page = await openAs(browser, 'other-department', '/password')
    expect((await page.goto(server.address + path))?.status(), path).toBe(404)
  }
})

async function openAs(browser: Browser, who: Asker, path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-CN' })
  const value = await sealedSession(ledger.sessionOf(who) ?? '', server.secret, 3600)
  await context.addCookies([{ name: 'ledger-session', value, url: server.address }])
  const page = await context.newPage()
  await page.goto(server.address + path)
  return page
}

function openOwnPage(browser: Browser, who: 'lead' | 'cooperating', javaScriptEnabled = true): Promise<Page> {
  const { leadDepartmentId, cooperatingDepartmentId } = ledger.facts(who)
  return openAs(browser, who, `/departments/${who === 'lead' ? leadDepartmentId : cooperatingDepartmentId}`, javaScriptEnabled)
}

/** The first lines of the tasks that the department leads, each found again by its number. */
async function shownRows(page: Page): Promise<Locator[]> {
  const numbers = await page
    .locator('#leading fieldset[data-line]:visible')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-line')))
  return numbers.map((number) => page.getByRole('group', { name: `第${number}项`, exact: true }))
}

type Filling = { on?: string; progress?: string; done?: string; claim?: boolean; evidence?: string }

async function fill(row: Locator, { on, progress, done, claim, evidence }: Filling): Promise<void> {
  if (on) await row.getByLabel('发生日期').fill(on)
  if (progress) await row.getByLabel('进展').fill(progress)
  if (done) await row.getByLabel('做了什么').fill(done)
  if (!claim) return
  await row.getByLabel('办结', { exact: true }).check()
  if (evidence) await row.getByLabel('佐证内容').fill(evidence)
  const reason = row.getByLabel(/未确认，仍申请办结的理由$/)
  if (await reason.count()) await reason.fill('已电话确认，文件在流转。')
}

async function signOff(page: Page): Promise<void> {
  await page.getByLabel('签批人姓名', { exact: true }).fill('张国强')
  await page.getByLabel('签批人职务', { exact: true }).fill('局长')
}

/** In the browser: every lead row is claimed as completed in 2022, and accepted at once. */
function fillEveryRow(): void {
  for (const line of document.querySelectorAll('#leading fieldset[data-line]')) {
    const control = (name: string) => line.querySelector<HTMLInputElement>(`[name$=".${name}"]`)
    const put = (name: string, value: string) => {
      const input = control(name)
      if (input) input.value = value
    }
    put('on', '2022-05-20')
    put('done', '已完成。')
    put('evidenceText', '满政办〔2022〕18号')
    put('unconfirmedReason', '会上确认。')
    for (const name of ['claim', 'accept']) control(name)?.click()
  }
}
