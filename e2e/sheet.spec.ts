// A department's sheet: taken away, filled in offline, brought back, looked through row by row, saved; nothing typed is lost.
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { type Filling, openSheet } from './support/fill-sheet'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { BIANBAN, LI, RENSHE, WEIJIAN } from './support/people'
import { type Person, signIn } from './support/sign-in'

let server: OwnServer
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  const { parallelIndex } = test.info()
  server = await startOwnServer(`sheet-data-${parallelIndex}`, DIST)
})
test.afterAll(() => server?.stop())

for (const javaScriptEnabled of [true, false]) {
  test(`an officer fills it in, puts one row right, and saves row by row (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
  }) => {
    const page = await open(browser, WEIJIAN, { javaScriptEnabled })
    const sheet = await download(page)
    const [reported, wrong, same] = sheet.rows.filter(({ leads }) => leads).slice(javaScriptEnabled ? 0 : 3) as [Row, Row, Row]
    await bring(
      page,
      await sheet.fill({
        [reported.shown]: { progress: '55％', done: '已印发方案。', problems: '缺资金。', nextStep: '下月开工。' },
        [wrong.shown]: { progress: '120', done: '这段文字不能丢。' },
        [same.shown]: { noChange: '是' },
      }),
    )
    await expect(page.getByText(/^要保存2项.*需改正1项。$/)).toBeVisible()
    await expect(rowOf(page, reported)).toContainText('缺资金。')
    await expect(rowOf(page, wrong)).toContainText('进展须为0至99的整数')
    if (javaScriptEnabled) await expectNoViolations(page)

    await page.getByRole('button', { name: '保存2项' }).click()
    await expect(page.getByText('已保存2项；还有1项没有保存，见下表。')).toBeVisible()
    await expect(page.getByText(/^已保存2项，没有填写.*需改正1项。$/)).toBeVisible()
    await expect(rowOf(page, reported)).toContainText('已保存')
    await expect(rowOf(page, wrong).getByLabel('完成情况')).toHaveValue('这段文字不能丢。')
    await rowOf(page, wrong).getByLabel('进展百分比').fill('60')
    await page.getByRole('button', { name: /^保存/ }).click()
    await expect(page.getByText('上次上传')).toBeVisible()
    await expect(rowOf(page, wrong)).toContainText('已保存')
    await page.goto(`/tasks/${reported.shown}`)
    await expect(page.getByText('已印发方案。').first()).toBeVisible()
  })
}

test('what changed in the ledger since the download is shown beside the sheet, and one of the two is chosen', async ({ browser }) => {
  const page = await open(browser, WEIJIAN)
  const sheet = await download(page)
  const [first, second] = sheet.rows.filter(({ leads }) => leads).slice(6) as [Row, Row]
  const filled = await sheet.fill({
    [first.shown]: { progress: '30', done: '表里写的。' },
    [second.shown]: { progress: '40', done: '不要这一句。' },
  })
  await bring(
    page,
    await sheet.fill({ [first.shown]: { progress: '10', done: '先记的。' }, [second.shown]: { progress: '20', done: '留下的。' } }),
  )
  await page.getByRole('button', { name: '保存2项' }).click()
  await expect(page.getByText('上次上传')).toBeVisible()

  await bring(page, filled)
  await expect(page.getByText(/之后另有改动2项/)).toBeVisible()
  await expect(rowOf(page, first)).toContainText('先记的。')
  await rowOf(page, first).getByLabel('用表里的').check()
  await rowOf(page, second).getByLabel('保留现在的').check()
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByText('上次上传')).toBeVisible()
  await page.goto(`/tasks/${first.shown}`)
  await expect(page.getByText('表里写的。').first()).toBeVisible()
  await page.goto(`/tasks/${second.shown}`)
  await expect(page.getByText('不要这一句。')).toHaveCount(0)
})

test('a supervisor brings it for a department and names the source; a cooperating part is confirmed', async ({ browser }) => {
  const page = await open(browser, LI, {}, RENSHE.department)
  const sheet = await download(page)
  const part = sheet.rows.find(({ leads }) => !leads) as Row
  await bring(page, await sheet.fill({ [part.shown]: { part: '有困难' } }))
  await expect(rowOf(page, part)).toContainText('请写明情况')
  await rowOf(page, part).getByLabel('配合说明').fill('缺数据接口。')
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByText('代录须写明来源').first()).toBeVisible()
  await expect(rowOf(page, part).getByLabel('配合说明')).toHaveValue('缺数据接口。')
  await page.getByLabel('来源').fill('12月8日送来的填报表')
  await page.getByRole('button', { name: /^保存/ }).click()
  await expect(page.getByText('上次上传')).toBeVisible()
  await page.goto(`/tasks/${part.shown}`)
  await expect(page.getByText('缺数据接口。').filter({ visible: true }).first()).toBeVisible()
})

test('another department’s sheet and a foreign file are refused; a phone shows all of it', async ({ browser }) => {
  const own = await open(browser, WEIJIAN)
  const sheet = await download(own)
  const bytes = await sheet.fill({ [(sheet.rows[0] as Row).shown]: { noChange: '是' } })
  const page = await open(browser, BIANBAN, { viewport: { width: 360, height: 740 } })
  await bring(page, bytes)
  await expect(page.getByText('这是别的部门的填报表').first()).toBeVisible()
  await page.setInputFiles('input[type=file]', { name: '随便.csv', mimeType: 'text/csv', buffer: Buffer.from('序号,任务\n1,甲\n') })
  await page.getByRole('button', { name: '上传并核对' }).click()
  await expect(page.getByText('这不是从本系统下载的填报表').first()).toBeVisible()
  const mine = await download(page)
  await bring(page, await mine.fill({ [(mine.rows[0] as Row).shown]: { progress: '十', done: '很长的一段话。'.repeat(40) } }))
  await expect(page.getByText('请改正')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectNoViolations(page)
  await page.getByRole('button', { name: '放弃这份表' }).click()
  await expect(page.getByText('请改正')).toHaveCount(0)
  expect((await page.goto(`${new URL(own.url()).pathname}`))?.status()).toBe(404)
})

type Row = { shown: string; leads: boolean }

async function open(browser: Browser, person: Person, options: BrowserContextOptions = {}, department = person.department): Promise<Page> {
  const page = await signIn(browser, server, person, { locale: 'zh-CN', ...options })
  await page.goto(`/departments/${idOf(department ?? '')}/sheet`)
  return page
}

function idOf(department: string): string {
  const db = new Sqlite(`${server.folder}/ledger.db`, { readonly: true })
  const id = db.prepare('select id from departments where name = ?').pluck().get(department) as string
  db.close()
  return id
}

async function download(page: Page) {
  const answer = await page.request.get(`${page.url()}/download`)
  expect(answer.status()).toBe(200)
  const bytes = await answer.body()
  return { ...(await openSheet(bytes)), fill: async (fillings: Record<string, Filling>) => (await openSheet(bytes)).fill(fillings) }
}

async function bring(page: Page, buffer: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.setInputFiles('input[type=file]', { name: '填好的表.xlsx', mimeType, buffer })
  await page.getByRole('button', { name: '上传并核对' }).click()
  await expect(page.getByText(/^已读取\d+行|^这是别的/).first()).toBeVisible()
}

const rowOf = (page: Page, { shown }: Row) => page.locator('.sheetrows tbody tr').filter({ has: page.locator(`a[href="/tasks/${shown}"]`) })

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
}
