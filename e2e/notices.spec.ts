// Supervision notices: drafted, previewed, issued; acknowledged and answered with progress; closed, or voided; on paper and as a Word file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { zipEntry } from '@/documents/write/zip-entry'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { type Person, signIn } from './support/sign-in'

const TODAY = '2024-03-15'
const SUPERVISOR: Person = { username: 'li', name: '李明', post: '科长', role: 'supervisor' }
const LEADER: Person = { username: 'chen', name: '陈刚', post: '副区长', role: 'leader' }
const HEALTH: Person = { username: 'wang', name: '王芳', post: '科员', role: 'officer', department: '区卫生健康局' }
const PERSONNEL: Person = { username: 'zhao', name: '赵敏', post: '科员', role: 'officer', department: '区人力资源和社会保障局' }

let server: OwnServer

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  const at = test.info().parallelIndex
  server = await startOwnServer(`notices-data-${at}`, DIST, { flag: '--test', env: { LEDGER_TODAY: TODAY } })
  const ledger = new Sqlite(join(server.folder, 'ledger.db'))
  ledger.exec("update plans set notice_mark = '满督', office_name = '满城区人民政府办公室'")
  ledger.close()
})
test.afterAll(() => server?.stop())

const as = (browser: Browser, person: Person, options: BrowserContextOptions = {}): Promise<Page> =>
  signIn(browser, server, person, options)
const noViolations = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])

/** Drafts, previews and issues a notice; the page then offers it. */
async function issue(
  page: Page,
  { tasks, colour = '黄色', demand = '请逐项说明原因。' }: { tasks: number[]; colour?: string; demand?: string },
) {
  await page.goto(`/notices/new?${tasks.map((number) => `task=${number}`).join('&')}`)
  await page.getByRole('radio', { name: colour }).check()
  await page.getByLabel('督办要求').fill(demand)
  await page.getByRole('button', { name: '预览' }).click()
  await page.getByRole('button', { name: '签发' }).click()
  await page.getByRole('link', { name: '看督办单' }).click()
  await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
}
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

for (const javaScriptEnabled of [true, false]) {
  const number = javaScriptEnabled ? 1 : 2
  test(`issued with a preview, acknowledged, answered with progress, closed (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
    browser,
  }) => {
    const supervisor = await as(browser, SUPERVISOR, { javaScriptEnabled })
    await supervisor.goto('/notices/new?task=1&task=2')
    await expect(supervisor.getByLabel('答复期限')).toHaveValue('2024-03-22')
    await supervisor.getByRole('radio', { name: '黄色' }).check()
    await supervisor.getByLabel('督办要求').fill(`请说明第1、2项的进展（${number}）。`)
    await supervisor.getByRole('button', { name: '预览' }).click()
    await expect(supervisor.getByText('这是预览：还没有签发')).toBeVisible()
    await expect(supervisor.locator('.noticesheet')).toContainText('满督〔2024〕\u3000号')
    await expect(supervisor.locator('.noticesheet')).toContainText(`请说明第1、2项的进展（${number}）。`)
    await supervisor.getByRole('button', { name: '返回修改' }).click()
    await expect(supervisor.getByLabel('督办要求')).toHaveValue(`请说明第1、2项的进展（${number}）。`)
    await expect(supervisor.getByRole('radio', { name: '黄色' })).toBeChecked()
    await supervisor.getByRole('button', { name: '预览' }).click()
    await supervisor.getByRole('button', { name: '签发' }).click()
    await expect(supervisor.getByText(`已签发满督〔2024〕${number}号`)).toBeVisible()
    await supervisor.getByRole('link', { name: '看督办单' }).click()
    await expect(heading(supervisor)).toHaveText(`满督〔2024〕${number}号`)

    const officer = await as(browser, HEALTH, { javaScriptEnabled })
    await officer.goto('/')
    await officer.getByRole('link', { name: `督办单 满督〔2024〕${number}号` }).click()
    await officer.getByRole('button', { name: '签收', exact: true }).click()
    await expect(officer.getByText(`已签收满督〔2024〕${number}号`)).toBeVisible()
    await officer.getByRole('button', { name: '提交答复' }).click()
    await expect(officer.getByRole('alert').filter({ hasText: '请写明情况' })).toBeVisible()
    await officer.getByLabel('答复').fill(`已召开调度会（${number}）。`)
    await officer
      .getByRole('spinbutton')
      .first()
      .fill(String(40 + number))
    await officer.getByRole('button', { name: '提交答复' }).click()
    await expect(officer.getByText(`已答复满督〔2024〕${number}号`)).toBeVisible()
    await officer.goto('/tasks/1')
    await expect(officer.locator('#notices')).toContainText(`满督〔2024〕${number}号`)
    await expect(officer.locator('.issued')).toContainText(`${40 + number}%`)
    await expect(officer.getByText(`已召开调度会（${number}）。`).first()).toBeVisible()

    await supervisor.reload()
    await expect(supervisor.locator('#history')).toContainText(`第1项报${40 + number}%`)
    await supervisor.getByRole('button', { name: '办结督办单' }).click()
    await expect(supervisor.getByText(`满督〔2024〕${number}号已办结`)).toBeVisible()
    await officer.goto('/tasks/1')
    await expect(officer.locator('#notices')).toHaveCount(0)
  })
}

test('a red notice without a signature is refused at its field, and what was typed is kept', async ({ browser }) => {
  const page = await as(browser, SUPERVISOR)
  await page.goto('/notices/new?task=1')
  await page.getByRole('radio', { name: '红色' }).check()
  await page.getByLabel('督办要求').fill('限期整改。')
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '红色督办单须有签发人' })).toBeVisible()
  await expect(page.getByLabel('督办要求')).toHaveValue('限期整改。')
  await expect(page.getByRole('radio', { name: '红色' })).toBeChecked()
  await page.getByLabel('姓名').fill('王平')
  await page.getByLabel('职务').fill('主任')
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.locator('.noticesheet')).toContainText('签发人：主任王平')
  await page.getByRole('button', { name: '签发' }).click()
  await expect(page.getByText('已签发满督〔2024〕3号')).toBeVisible()
})

test('voided in two steps with a reason: marked everywhere, its number kept', async ({ browser }) => {
  const page = await as(browser, SUPERVISOR)
  await issue(page, { tasks: [3] })
  await expect(heading(page)).toHaveText('满督〔2024〕4号')
  await page.getByText('作废', { exact: true }).click()
  await page.getByLabel('作废的理由').fill('发错单位')
  await page.getByText('核对后作废').click()
  await page.getByRole('button', { name: '确定作废满督〔2024〕4号' }).click()
  await expect(page.getByText('满督〔2024〕4号已作废，编号保留。')).toBeVisible()
  await expect(page.locator('.noticesheet .void')).toContainText('作废原因：发错单位')
  await page.goto('/notices?state=voided')
  await expect(page.getByRole('row', { name: /满督〔2024〕4号.*已作废/ })).toBeVisible()
  await issue(page, { tasks: [3] })
  await expect(heading(page)).toHaveText('满督〔2024〕5号')
})

test('a returned reply must be given again; who came too late loses no text', async ({ browser }) => {
  const supervisor = await as(browser, SUPERVISOR)
  await issue(supervisor, { tasks: [6] })
  const address = supervisor.url()
  const officer = await as(browser, HEALTH)
  await officer.goto(address)
  const colleague = await as(browser, { ...HEALTH, username: 'wang2', name: '王二' })
  await colleague.goto(address)
  await officer.getByLabel('答复').fill('已办。')
  await officer.getByRole('button', { name: '提交答复' }).click()
  await expect(officer.getByText('已答复满督〔2024〕6号')).toBeVisible()
  await colleague.getByLabel('答复').fill('我也写了一段。')
  await colleague.getByRole('button', { name: '提交答复' }).click()
  await expect(colleague.getByLabel('答复')).toHaveValue('我也写了一段。')
  await supervisor.reload()
  await supervisor.getByLabel('退回的理由').fill('未说明原因')
  await supervisor.getByRole('button', { name: '退回答复' }).click()
  await expect(supervisor.getByText('已退回满督〔2024〕6号的答复')).toBeVisible()
  await officer.reload()
  await expect(officer.locator('#history')).toContainText('未说明原因')
  await expect(officer.getByRole('button', { name: '提交答复' })).toBeVisible()
})

test('other departments find nothing; leaders see it and have no step; only supervisors draft', async ({ browser }) => {
  const supervisor = await as(browser, SUPERVISOR)
  await issue(supervisor, { tasks: [7] })
  const path = new URL(supervisor.url()).pathname
  const other = await as(browser, PERSONNEL)
  expect((await other.goto(path))?.status()).toBe(404)
  expect((await other.request.get(`${path}/word`)).status()).toBe(404)
  expect((await other.goto('/notices/new?task=7'))?.status()).toBe(404)
  await other.goto('/notices')
  await expect(other.getByText('没有督办单。')).toBeVisible()
  const leader = await as(browser, LEADER)
  await leader.goto(path)
  await expect(leader.locator('.noticesheet')).toBeVisible()
  await expect(leader.locator('#act')).toHaveCount(0)
  expect((await leader.goto('/notices/new?task=7'))?.status()).toBe(404)
})

test('as a Word file, and on paper: the notice alone', async ({ browser }) => {
  const page = await as(browser, HEALTH)
  await page.goto('/notices')
  await page.getByRole('link', { name: '满督〔2024〕1号' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Word 文件' }).click()])
  expect(download.suggestedFilename()).toBe('满督〔2024〕1号.docx')
  const bytes = readFileSync(await download.path())
  expect(zipEntry(bytes, 'word/document.xml')).toContain('满督〔2024〕1号')

  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.noticesheet')).toBeVisible()
  for (const hidden of ['.top', '.subnav', '.head', '.work', '.bottom']) await expect(page.locator(hidden).first()).toBeHidden()
})

test('several departments: first asked to which; tasks that are closed or unknown are named', async ({ browser }) => {
  const page = await as(browser, SUPERVISOR)
  await page.goto('/notices/new?task=1&task=47&task=999')
  await expect(page.getByText('第999项不存在')).toBeVisible()
  await expect(page.getByRole('heading', { name: '发给哪个部门' })).toBeVisible()
  await page.getByRole('link', { name: /起草.*区委编委办/ }).click()
  await expect(page.getByRole('heading', { name: '发给区委编委办' })).toBeVisible()
  await page.goto('/notices/new')
  await page.getByLabel('任务序号').fill('3、5')
  await page.getByRole('button', { name: '去起草' }).click()
  await expect(page.getByRole('heading', { name: /^发给/ })).toBeVisible()
})

for (const look of [
  { viewport: { width: 1366, height: 768 }, colorScheme: 'light' },
  { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
] as const) {
  test(`readable at ${look.viewport.width} px: list, draft, preview, notice`, async ({ browser }) => {
    const page = await as(browser, SUPERVISOR, look)
    const fits = async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await page.goto('/notices')
    await noViolations(page)
    await fits()
    await page.getByRole('link', { name: '满督〔2024〕4号' }).click()
    await expect(heading(page)).toHaveText('满督〔2024〕4号')
    await noViolations(page)
    await fits()
    await page.goto('/notices/new?task=1&task=3')
    await noViolations(page)
    await fits()
    await page.getByRole('button', { name: '预览' }).click()
    await expect(page.locator('.noticesheet')).toBeVisible()
    await noViolations(page)
    await fits()
  })
}
