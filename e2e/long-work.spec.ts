// A long list is made into a file while one goes on working: a bar, a way out, and the file for the one who asked.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import readSheet from 'read-excel-file/node'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { LEADER, LI } from './support/people'
import { signIn } from './support/sign-in'

let server: OwnServer
test.beforeAll(async () => {
  test.setTimeout(120_000)
  const at = test.info().parallelIndex
  server = await startOwnServer(`long-work-data-${at}`, DIST, { env: { LEDGER_EXPORT_AT_ONCE: '10' } })
})
test.afterAll(() => server?.stop())

test('a long list is prepared, with a bar, and downloaded; somebody else does not get it', async ({ browser }) => {
  const page = await signIn(browser, server, LI, { acceptDownloads: true })
  await page.goto('/ledger')
  await page.locator('summary', { hasText: '导出' }).click()
  await expect(page.getByText('共 91 行')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Excel', exact: false }).last().click()
  await expect(page.getByRole('progressbar', { name: '处理进度' })).toBeVisible()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^督办台账_\d{4}-\d\d-\d\d\.xlsx$/)
  const [sheet] = await readSheet(await file.path())
  expect(sheet?.data.length).toBeGreaterThan(91)
  await expect(page.getByText('文件已生成')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  const href = (await page.getByRole('link', { name: '重新下载' }).getAttribute('href')) ?? ''
  expect((await page.request.get(href)).status()).toBe(200)
  const other = await signIn(browser, server, LEADER)
  expect((await other.request.get(href)).status()).toBe(404)
})

test('it can be cancelled, and nothing is left', async ({ browser }) => {
  const page = await signIn(browser, server, LI, { viewport: { width: 360, height: 740 } })
  const before = prepared()
  await page.goto('/ledger')
  await page.locator('summary', { hasText: '导出' }).click()
  await page.getByRole('button', { name: 'CSV' }).click()
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page.getByText('已取消，没有生成任何内容。')).toBeVisible()
  await page.waitForTimeout(2000)
  expect(prepared()).toEqual(before)
})

test('without JavaScript the same form leads to the file', async ({ browser }) => {
  const page = await signIn(browser, server, LI, { javaScriptEnabled: false, acceptDownloads: true })
  await page.goto('/ledger')
  await page.locator('summary', { hasText: '导出' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
})

test('a form from elsewhere prepares nothing', async ({ browser }) => {
  const page = await signIn(browser, server, LI)
  for (const headers of [{ accept: '*/*' }, { origin: 'https://evil.example' }] as Record<string, string>[])
    expect((await page.request.post('/export/prepare?format=csv', { headers, maxRedirects: 0 })).status()).toBe(403)
})

function prepared(): string[] {
  try {
    return readdirSync(join(server.folder, 'prepared'))
  } catch {
    return []
  }
}
