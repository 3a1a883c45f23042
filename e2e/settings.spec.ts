// Thresholds, working days, the calendar address, and a department's standing: what one person sets, others see at once.
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { signIn } from './support/sign-in'

const SUPERVISOR = { username: 'e2e-supervisor', name: '郑督查', post: '督查专员', role: 'supervisor' } as const
const SECOND = { ...SUPERVISOR, username: 'e2e-second', name: '孙督查' } as const
const ADMINISTRATOR = { username: 'e2e-administrator', name: '段管理', post: '管理员', role: 'administrator' } as const
const OFFICER = { username: 'e2e-officer', name: '李承办', post: '科员', role: 'officer', department: '区医疗保障局' } as const

let server: OwnServer

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startOwnServer('settings-data', DIST, {
    flag: '--demo',
    env: { LEDGER_TODAY: '2025-12-10' },
  })
})
test.afterAll(() => server?.stop())

const accessible = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([])
}
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)

async function open(browser: Browser, person: Parameters<typeof signIn>[2], path: string, options: Parameters<typeof signIn>[3] = {}) {
  const page = await signIn(browser, server, person, options)
  await page.goto(path)
  return page
}

const total = async (page: Page, path: string): Promise<number> => {
  await page.goto(path)
  return page.locator('tr[data-row], table.ledger tbody tr:has(a[href^="/tasks/"])').count()
}

test('a threshold changes the lights at once; the change is recorded; an old form is refused and keeps what was typed', async ({
  browser,
}) => {
  const page = await open(browser, SUPERVISOR, '/settings')
  await accessible(page)
  const stale = await open(browser, SECOND, '/settings')
  const behind = async () => total(page, '/ledger?list=behind')
  const before = await behind()
  await page.goto('/settings')
  await page.getByLabel('落后多少个百分点算滞后').fill('60')
  await page.getByRole('button', { name: '保存设置' }).click()
  await expect(page.getByText(/设置已保存，91项任务的灯已重新计算/)).toBeVisible()
  await expect(page.getByText('落后多少个百分点算滞后：20 → 60')).toBeVisible()
  expect(await behind()).toBeLessThan(before)

  await stale.getByLabel('落后多少个百分点算滞后').fill('10')
  await stale.getByLabel('发文代字').fill('满督')
  await stale.getByRole('button', { name: '保存设置' }).click()
  await expect(stale.getByText(/别人改过设置/)).toBeVisible()
  await expect(stale.getByLabel('发文代字')).toHaveValue('满督')
  await expect(stale.getByText('落后多少个百分点算滞后：20 → 60')).toBeVisible()
  await stale.getByLabel('落后多少个百分点算滞后').fill('20')
  await stale.getByRole('button', { name: '保存设置' }).click()
  await expect(stale.getByText(/设置已保存/)).toBeVisible()
  await expect(stale.getByText('发文代字：（默认） → 满督')).toBeVisible()
  expect(await behind()).toBe(before)
})

test('without JavaScript, on a phone: what is out of range is refused at its field, the rest stays as typed', async ({ browser }) => {
  const page = await open(browser, SUPERVISOR, '/settings', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.getByLabel('每期截止日').fill('31')
  await page.getByLabel('落款单位').fill('满城区政府督查室')
  await page.getByRole('button', { name: '保存设置' }).click()
  await expect(page.locator('#settings-reportDay-error')).toHaveText('须为1至28的整数。')
  await expect(page.getByLabel('落款单位')).toHaveValue('满城区政府督查室')
  await page.getByLabel('每期截止日').fill('20')
  await page.getByRole('button', { name: '保存设置' }).click()
  await expect(page.getByText('设置已保存。')).toBeVisible()
  await fits(page)
})

test('a make-up Saturday counts in the working days that others see; an unpublished year says so', async ({ browser }) => {
  const officer = await open(browser, OFFICER, '/')
  const waited = async () => {
    await officer.goto('/')
    const all = (await officer.locator('#waiting').textContent()) ?? ''
    return [...all.matchAll(/(\d+)个工作日/g)].reduce((sum, [, days]) => sum + Number(days), 0)
  }
  const before = await waited()
  expect(before).toBeGreaterThan(0)

  const page = await open(browser, ADMINISTRATOR, '/calendar')
  await accessible(page)
  await page.getByLabel('日期').fill('2025-12-06')
  await page.getByLabel('调休上班').check()
  await page.getByLabel('名称').fill('元旦')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(/已记入：2025年12月6日 调休上班 元旦/)).toBeVisible()
  await expect(page.locator('td.workday[title="元旦"]')).toHaveText('6班')
  expect(await waited()).toBeGreaterThan(before)

  await page.getByRole('button', { name: '删除2025年12月6日' }).click()
  await expect(page.getByText(/已删除2025年12月6日的安排/)).toBeVisible()
  expect(await waited()).toBe(before)

  await page.goto('/calendar?year=2027')
  await expect(page.getByText(/2027年的节假日安排尚未公布/)).toBeVisible()
  await page.goto('/calendar?year=2025')
  await page.getByRole('button', { name: '改标为未公布' }).click()
  await expect(page.getByText(/已把2025年标为未公布/)).toBeVisible()
  await officer.goto('/')
  await expect(officer.locator('#waiting').getByText(/2025年的放假安排尚未公布/)).toBeVisible()
  expect((await page.goto('/settings'))?.status()).toBe(404)
  expect((await officer.goto('/calendar'))?.status()).toBe(404)
})

test('the calendar without JavaScript on a phone', async ({ browser }) => {
  const page = await open(browser, ADMINISTRATOR, '/calendar?year=2027', {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  await page.getByLabel('日期').fill('2027-02-05')
  await page.getByLabel('调休上班').check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('#set-day-error')).toContainText('周一至周五本来就上班')
  await page.getByLabel('节假日').first().check()
  await page.getByLabel('名称').fill('春节')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(/已记入：2027年2月5日 节假日 春节/)).toBeVisible()
  await fits(page)
})

test('a calendar address is shown once, read without signing in, and dead once revoked', async ({ browser, request }) => {
  const page = await open(browser, OFFICER, '/own')
  await accessible(page)
  await page.getByLabel('电子邮箱', { exact: true }).fill('不是邮箱')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('#email-email-error')).toContainText('格式不对')
  await page.getByLabel('电子邮箱', { exact: true }).fill('li@example.gov.cn')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(/以后的消息也发到 li@example.gov.cn/)).toBeVisible()

  await page.getByRole('button', { name: '生成订阅地址' }).click()
  const said = (await page.getByText(/地址只显示这一次/).textContent()) ?? ''
  const address = /http\S+\.ics/.exec(said)?.[0] ?? ''
  const answer = await request.get(address)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toContain('text/calendar')
  expect(answer.headers()['cache-control']).toBe('private, max-age=3600')
  const again = await request.get(address, { headers: { 'if-none-match': answer.headers().etag ?? '' } })
  expect([again.status(), await again.text()]).toEqual([304, ''])
  const ics = (await answer.text()).replaceAll(/\r\n[ \t]/g, '')
  const inFeed = [...ics.matchAll(/^UID:task-(\d+)@/gm)].map(([, number]) => Number(number)).sort((a, b) => a - b)
  await page.goto('/ledger?list=open')
  const open_ = await page
    .locator('a[href^="/tasks/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => Number(/\/tasks\/(\d+)/.exec(link.getAttribute('href') ?? '')?.[1])))])
  expect(inFeed).toEqual(open_.sort((a, b) => a - b))
  expect(ics).toContain('UID:report-2025-12-')

  await page.goto('/own')
  await expect(page.getByText(/订阅地址正在使用/)).toBeVisible()
  expect(await page.content()).not.toContain(address)
  await page.getByRole('button', { name: '停用订阅地址' }).click()
  await expect(page.getByText('已停用，原地址打不开了。')).toBeVisible()
  expect((await request.get(address)).status()).toBe(404)
})

test('every number on a department’s overview opens exactly so many rows', async ({ browser }) => {
  const page = await open(browser, SUPERVISOR, '/departments')
  await page.locator('#measures').getByRole('link', { name: '区卫生健康局' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '区卫生健康局' })).toBeVisible()
  await accessible(page)
  const numbers = await page
    .locator('#figures td.num a, .overtime tbody tr:nth-child(3) a')
    .evaluateAll((links) => links.map((link) => [Number(link.textContent), link.getAttribute('href') ?? ''] as const))
  expect(numbers.length).toBeGreaterThan(8)
  for (const [count, href] of numbers) {
    await page.goto(href)
    const kind = href.startsWith('/notices') ? '/notices/' : '/tasks/'
    const rows = await page
      .locator(`main tbody a[href^="${kind}"]`)
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')?.split(/[?#]/)[0]))])
    expect(rows.length, href).toBe(count)
  }
  const own = await open(browser, OFFICER, '/', { viewport: { width: 360, height: 740 } })
  await own.getByRole('link', { name: '本部门', exact: true }).click()
  await own.getByRole('link', { name: '部门情况' }).click()
  await expect(own.getByRole('heading', { name: '各项数字' })).toBeVisible()
  await fits(own)
  expect((await own.goto('/departments/d01/overview'))?.status()).toBe(404)
})
