// Messages from the event to the mailbox: inbox, digest, a mail server that is down, and the clockwork's page; and who sees none of it.
import { spawn } from 'node:child_process'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import { openMailServer } from '@/jobs/mail-server'
import { typescript } from '../scripts/run.mjs'
import { ledgerEnv } from '../scripts/serve.mjs'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { LEADER } from './support/people'
import { type Person, signIn } from './support/sign-in'

const TODAY = '2024-03-15'
const OFFICER: Person = { username: 'bianban', name: '赵志强', post: '科员', role: 'officer', department: '区委编委办' }
const OTHER: Person = { username: 'renshe', name: '王丽娟', post: '科员', role: 'officer', department: '区人力资源和社会保障局' }
const SUPERVISOR: Person = { username: 'li', name: '李建军', post: '督查室主任', role: 'supervisor' }
const ADMINISTRATOR: Person = { username: 'zhouzheng', name: '周正', post: '科员', role: 'administrator' }
const AUDITOR: Person = { username: 'wuming', name: '吴明', post: '科员', role: 'auditor' }
const PHONE = { viewport: { width: 360, height: 740 } }

let server: OwnServer
let mail: Awaited<ReturnType<typeof openMailServer>>
let settings: Record<string, string>

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  const at = test.info().parallelIndex
  mail = await openMailServer()
  settings = {
    LEDGER_TODAY: TODAY,
    LEDGER_MEASURE: '1',
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    SMTP_FROM: '督办台账 <ledger@example.gov.cn>',
  }
  server = await startOwnServer(`messages-data-${at}`, DIST, { flag: '--test', env: { ...settings, LEDGER_CLOCKWORK: '1' } })
})
test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close()
})
test.afterAll(async () => {
  await server?.stop()
  await mail?.close()
})

const as = async (browser: Browser, person: Person, path: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await signIn(browser, server, person, options)
  await page.goto(path)
  return page
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const said = (page: Page, words: string | RegExp) => expect(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible()
const unread = (page: Page) => page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^消息/ })
const group = (page: Page, title: string) => page.locator('.inbox .group', { hasText: title })
const isReadable = async (page: Page) => {
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

/** `ledger sweep --digest` by hand, beside the running server. The mail server lives in this process, so nothing here may block. */
async function sweep(): Promise<void> {
  const env = ledgerEnv(server.folder, { host: '127.0.0.1', port: 0 }, { ...settings, NEXTAUTH_URL: server.address })
  const child = spawn(process.execPath, typescript('cli/ledger.ts', 'sweep', '--json', '--digest'), { env: env as NodeJS.ProcessEnv })
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
}

test('the clockwork starts with the server, makes up for what was missed, and the administrator sees it', async ({ browser }) => {
  test.setTimeout(90_000)
  const page = await as(browser, ADMINISTRATOR, '/clockwork')
  await expect(async () => {
    await page.reload()
    await expect(page.locator('tr', { hasText: '提醒' }).getByText(/写了\d+条提醒/)).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByRole('listitem').filter({ hasText: '邮件' })).toContainText('已配置')
  await expect(page.locator('body')).not.toContainText('127.0.0.1')
  await isReadable(page)
  await isReadable(await as(browser, ADMINISTRATOR, '/clockwork', PHONE))
  for (const person of [OFFICER, SUPERVISOR, LEADER, AUDITOR]) {
    const other = await as(browser, person, '/own')
    expect((await other.goto('/clockwork'))?.status(), person.role).toBe(404)
  }
  for (const person of [ADMINISTRATOR, AUDITOR]) {
    const other = await as(browser, person, '/own')
    expect((await other.goto('/messages'))?.status(), person.role).toBe(404)
  }
})

for (const javaScriptEnabled of [true, false]) {
  test(`all is marked read, for the whole department (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({ browser }) => {
    const person = javaScriptEnabled ? OFFICER : OTHER
    const page = await as(browser, person, '/messages', { javaScriptEnabled })
    await press(page, '全部标为已阅')
    await said(page, /已把\d+条标为已阅/)
    await expect(unread(page)).toHaveText('消息')
    await expect(page.getByText(`${person.name}于`).first()).toBeVisible()
    await page.goto('/messages?show=unread')
    await expect(page.getByText('没有未读的消息。')).toBeVisible()
  })
}

test('a returned claim reaches the department: in the inbox, and by e-mail with the digest', async ({ browser }) => {
  test.setTimeout(120_000)
  const officer = await as(browser, OFFICER, '/own')
  await officer.getByLabel('电子邮箱').fill('bianban@example.gov.cn')
  await officer.locator('#email-email').press('Enter')
  await said(officer, 'bianban@example.gov.cn')

  await officer.goto('/tasks/47')
  await officer.locator('summary', { hasText: /^申请办结$/ }).click()
  const claim = officer.locator('#claim')
  await claim.getByLabel('完成情况').fill('已全部完成。')
  await claim.getByLabel('签批人').fill('刘主任')
  await claim.getByLabel('职务').fill('主任')
  await claim.getByLabel('未确认而申请办结的理由').fill('已当面说定')
  await press(officer, '申请办结')
  await expect(officer.getByText('已申请办结', { exact: false }).first()).toBeVisible()

  const supervisor = await as(browser, SUPERVISOR, '/tasks/47')
  await supervisor.locator('summary', { hasText: /^退回$/ }).click()
  await supervisor.locator('#return').getByLabel('理由').fill('缺会议纪要')
  await press(supervisor, '退回')
  await expect(supervisor.getByText('已退回，等牵头部门补正', { exact: false }).first()).toBeVisible()

  await officer.goto('/messages')
  await expect(unread(officer)).toHaveText('消息1')
  await expect(officer.getByText('1条未读')).toBeVisible()
  await expect(group(officer, '第47项')).toContainText('李建军退回了办结申请')
  await expect(group(officer, '第47项')).toContainText('缺会议纪要')
  await isReadable(officer)
  await isReadable(await as(browser, OFFICER, '/messages', PHONE))

  await sweep()
  await expect.poll(() => mail.mails.length).toBe(1)
  expect(mail.mails[0]).toMatchObject({ to: ['bianban@example.gov.cn'], subject: '督办台账：第47项' })
  expect(mail.mails[0]?.text).toContain('李建军退回了办结申请：缺会议纪要')
  expect(mail.mails[0]?.text).toContain(`${server.address}/messages`)

  await group(officer, '第47项')
    .getByRole('button', { name: /标为已阅/ })
    .click()
  await said(officer, '已把1条标为已阅')
  await expect(unread(officer)).toHaveText('消息')
  await sweep()
  expect(mail.mails).toHaveLength(1)
})

test('a mail server that is down loses nothing: what is urgent waits, is sent again, and arrives once', async ({ browser }) => {
  test.setTimeout(120_000)
  await mail.close()
  const leader = await as(browser, LEADER, '/tasks/47')
  const form = leader.locator('form').filter({ has: leader.getByRole('button', { name: '批示', exact: true }) })
  await form.getByLabel('批示').fill('请本周内补齐。')
  await press(leader, '批示')
  await expect(leader.getByText('请本周内补齐。').first()).toBeVisible()
  await sweep()
  const administrator = await as(browser, ADMINISTRATOR, '/clockwork')
  const row = administrator.locator('tr', { hasText: '区委编委办' })
  await expect(row).toContainText('督办台账：第47项')
  await expect(row).toContainText('ECONNREFUSED')
  await expect(row).not.toContainText('请本周内补齐')

  const again = await openMailServer(mail.port)
  mail = { ...again, mails: again.mails }
  await row.getByRole('button', { name: /^重发/ }).click()
  await said(administrator, '一分钟内重发')
  await sweep()
  await expect.poll(() => mail.mails.length).toBe(1)
  expect(mail.mails[0]?.text).toContain('陈国华批示：请本周内补齐。')
  await sweep()
  expect(mail.mails).toHaveLength(1)
  await administrator.goto('/clockwork')
  await expect(administrator.getByText('没有积压，都发出去了。')).toBeVisible()

  const auditor = await as(browser, AUDITOR, '/audit')
  const entry = auditor.locator('tr', { hasText: '重发消息' })
  await expect(entry).toContainText('消息发送')
  await expect(entry).toContainText(ADMINISTRATOR.name)
  expect(await (await auditor.request.get('/audit/export')).text()).toContain('重发消息')
})

test('the administrator tries the channel out', async ({ browser }) => {
  const page = await as(browser, ADMINISTRATOR, '/clockwork')
  await expect(page.getByRole('button', { name: /给自己发一封试试/ })).toHaveCount(0)
  await page.goto('/own')
  await page.getByLabel('电子邮箱').fill('admin@example.gov.cn')
  await page.locator('#email-email').press('Enter')
  await said(page, 'admin@example.gov.cn')
  await page.goto('/clockwork')
  await page.getByRole('button', { name: /给自己发一封试试/ }).click()
  await said(page, '已发出，请看自己的邮箱')
  expect(mail.mails.at(-1)).toMatchObject({ to: ['admin@example.gov.cn'], subject: '督办台账：测试消息' })
})
