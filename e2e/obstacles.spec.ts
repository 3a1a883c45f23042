// What stops a task, what its leaders say about it, and what proves it: obstacles, 批示 and evidence, as their people meet them.
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { FILE_MAX_BYTES } from '@/domain/evidence'
import { openXmlOf, PDF } from '@/files/sample'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { BIANBAN, KEJI, LEADER, LI, RENSHE, WEIJIAN } from './support/people'
import { type Person, signIn } from './support/sign-in'

const TODAY = '2024-03-15'
const ADMIN: Person = { username: 'guan', name: '管理', post: '', role: 'administrator' }

const WORD = 'vnd.openxmlformats-officedocument.wordprocessingml.document'
const padded = (size: number): Buffer => Buffer.concat([PDF, Buffer.alloc(size - PDF.length)])
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })

let server: OwnServer
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startOwnServer(`obstacles-data-${test.info().parallelIndex}`, DIST, {
    env: { LEDGER_TODAY: TODAY },
  })
})
test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close()
})
test.afterAll(() => server?.stop())

const as = async (browser: Browser, person: Person, path: string, javaScriptEnabled = true): Promise<Page> => {
  const page = await signIn(browser, server, person, { javaScriptEnabled })
  await page.goto(path)
  return page
}
const said = (page: Page, words: string) => expect(page.locator('.news')).toContainText(words)
const unfold = (page: Page, title: string) => page.locator('summary', { hasText: new RegExp(`^${title}$`) }).click()
const axe = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

for (const [scripts, number] of [
  [true, 47],
  [false, 49],
] as const) {
  test(`an obstacle from raised to removed, ${scripts ? 'with' : 'without'} scripts`, async ({ browser }) => {
    const department = number === 47 ? WEIJIAN : RENSHE
    const page = await as(browser, department, `/tasks/${number}`, scripts)
    const form = page.locator('#obstacle')
    await unfold(page, '提出困难')
    await form.getByLabel('什么卡住了').fill('资金未到位')
    await form.getByRole('button', { name: '提出困难' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '请写明情况' }).first()).toBeVisible()
    await expect(form.getByLabel('什么卡住了')).toHaveValue('资金未到位')
    await form.getByLabel('谁能解决').fill('区财政局')
    await form.getByLabel('从哪天起').fill('2024-03-01')
    await form.getByRole('button', { name: '提出困难' }).click()
    await said(page, '的困难已记下')
    await expect(page.locator('#obstacles')).toContainText('已14天')

    const list = await as(browser, LI, '/obstacles')
    const row = list.locator('tbody tr', { hasText: '资金未到位' })
    await expect(row).toContainText(department.department ?? '')
    await expect(row).toContainText('区财政局')
    await axe(list)
    await list.getByLabel('谁能解决').fill('没有这样的单位')
    await list.getByLabel('谁能解决').press('Enter')
    await expect(list.getByText('没有符合条件的困难')).toBeVisible()
    await list.goto('/obstacles?asOf=2024-02-29')
    await expect(list.locator('.lead')).toContainText('没有未解除的困难')
    await list.goto('/ledger?list=obstructed')
    await expect(list.locator('tr.row .mark', { hasText: '有困难' })).toHaveCount(1)

    await unfold(page, '解除困难')
    const removal = page.locator('form[id^=remove-]')
    await removal.getByLabel('怎样解决的').fill('资金已拨付')
    await removal.getByRole('button', { name: '解除困难' }).click()
    await said(page, '记为解除')
    await list.goto('/obstacles')
    await expect(list.locator('tbody tr', { hasText: '资金未到位' })).toHaveCount(0)
  })

  test(`a 批示 stands until the lead answers it, ${scripts ? 'with' : 'without'} scripts`, async ({ browser }) => {
    const lead = number === 47 ? BIANBAN : RENSHE
    const leader = await as(browser, LEADER, `/tasks/${number}`, scripts)
    await leader.locator('#comment').getByLabel('批示').fill('月底前报结果')
    await leader.locator('#comment').getByRole('button', { name: '批示' }).click()
    await said(leader, '批示已记下')
    await leader.goto('/')
    await expect(leader.locator('.opentalk a[href*="list=instructed"]')).toHaveText('1项')

    const page = await as(browser, lead, '/', scripts)
    const row = page.locator('#instructed tr')
    await expect(row).toContainText('月底前报结果')
    await expect(page.locator('.todo tbody').first()).toHaveAttribute('id', 'instructed')
    await row.getByRole('link', { name: '回复批示' }).click()
    await expect(page.locator('.instruction')).toContainText('陈国华')
    if (scripts) await axe(page)
    await page.locator('.instruction').getByLabel('回复批示').fill('已安排，月底前办完')
    await page.locator('.instruction').getByRole('button', { name: '回复' }).click()
    await said(page, '批示已回复')
    await expect(page.locator('.instruction')).toHaveCount(0)
    await expect(page.locator('#talk li').last()).toContainText('回复陈国华2024年3月15日的批示')
    await page.goto('/')
    await expect(page.locator('#instructed')).toHaveCount(0)
  })
}

test('an answer that comes second is refused and keeps its words; a supervisor answers with a source', async ({ browser }) => {
  const leader = await as(browser, LEADER, '/tasks/47')
  await leader.locator('#comment').getByLabel('批示').fill('请核实')
  await leader.locator('#comment').getByRole('button', { name: '批示' }).click()
  await said(leader, '批示已记下')
  const page = await as(browser, BIANBAN, '/tasks/47')
  const supervisor = await as(browser, LI, '/tasks/47')
  await unfold(supervisor, '代区委编委办回复')
  await supervisor.locator('.instruction').getByLabel('回复批示').fill('来电说已核实')
  await supervisor.locator('.instruction').getByLabel('来源').fill('3月15日电话')
  await supervisor.locator('.instruction').getByRole('button', { name: '回复' }).click()
  await said(supervisor, '批示已回复')
  await page.locator('.instruction').getByLabel('回复批示').fill('我来回复')
  await page.locator('.instruction').getByRole('button', { name: '回复' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '已有回复' }).first()).toBeVisible()
  await expect(page.getByLabel('回复批示')).toHaveValue('我来回复')
  const other = await as(browser, WEIJIAN, '/tasks/47')
  await expect(other.locator('form[id^=answer-]')).toHaveCount(0)
})

const upload = async (page: Page, chosen: ReturnType<typeof file> | null, note = '') => {
  if (!(await page.locator('#add-evidence').isVisible())) await unfold(page, '补充佐证')
  const form = page.locator('#add-evidence')
  if (chosen) await form.getByLabel('或上传文件').setInputFiles(chosen)
  await form.getByLabel('说明什么').fill(note)
  await form.getByRole('button', { name: '补充佐证' }).click()
}
const wrong = (page: Page, words: string) => expect(page.locator('#add-evidence .wrong', { hasText: words })).toBeVisible()

for (const scripts of [true, false]) {
  test(`evidence goes up and comes down, ${scripts ? 'with' : 'without'} scripts`, async ({ browser }) => {
    test.setTimeout(120_000)
    const page = await as(browser, BIANBAN, '/tasks/47', scripts)
    const name = `编制"方案"'定稿'${scripts ? 1 : 2}.pdf`

    await test.step('what cannot be taken is refused at its field', async () => {
      await upload(page, null)
      await expect(page.locator('#add-evidence .wrong').first()).toBeVisible()
      await page.locator('#add-evidence').getByLabel('佐证', { exact: true }).selectOption({ label: '链接' })
      await page.locator('#add-evidence').getByLabel('佐证内容').fill('区政府网站')
      await upload(page, null)
      await wrong(page, '完整网址')
      await expect(page.locator('#add-evidence').getByLabel('佐证内容')).toHaveValue('区政府网站')
      await page.locator('#add-evidence').getByLabel('佐证内容').fill('')
      await upload(page, file('说明.pdf', Buffer.alloc(0)))
      await wrong(page, '请填写佐证内容')
      await upload(page, file('程序.pdf', Buffer.from('MZ\x90\x00\x03\x00\x00\x00')), '留着')
      await wrong(page, '只收 PDF')
      await expect(page.locator('#add-evidence').getByLabel('说明什么')).toHaveValue('留着')
      await upload(page, file('带宏.docx', openXmlOf(WORD, 'word/document.xml', 'word/vbaProject.bin')))
      await wrong(page, '只收 PDF')
      await upload(page, file('太大.pdf', padded(FILE_MAX_BYTES + 1)))
      await wrong(page, '超过20 MB')
      await upload(page, file('大得多.pdf', padded(FILE_MAX_BYTES + 3_000_000)))
      if (scripts) await wrong(page, '没有提交')
      else await expect(page.getByRole('heading', { name: '文件太大，没有提交' })).toBeVisible()
      await page.goto('/tasks/47')
    })

    await test.step('a file that came with a refused form is kept', async () => {
      await upload(page, file(name, padded(FILE_MAX_BYTES)), '长'.repeat(2001))
      await wrong(page, '文字太长')
      await expect(page.locator('#add-evidence')).toContainText(`已上传“${name}”`)
    })

    await test.step('one that is gone meanwhile is asked for again, not left out', async () => {
      const form = page.locator('#add-evidence')
      await form.getByLabel('说明什么').fill('定稿')
      await form.locator('input[name=evidenceUploaded]').evaluate((input: HTMLInputElement) => {
        input.value = 'swept-away'
      })
      await form.getByRole('button', { name: '补充佐证' }).click()
      await wrong(page, '请重新选择文件')
      await expect(form).not.toContainText('已上传')
      await expect(form.getByLabel('说明什么')).toHaveValue('定稿')
    })

    await test.step('chosen again, and kept through another refusal, it is added', async () => {
      await upload(page, file(name, padded(FILE_MAX_BYTES)), '长'.repeat(2001))
      await expect(page.locator('#add-evidence')).toContainText(`已上传“${name}”`)
      await upload(page, null, '定稿')
      await said(page, '佐证已加上')
      await expect(page.locator('#evidence tbody tr', { hasText: name })).toContainText('20 MB')
    })

    const href = await page.locator('#evidence a', { hasText: name }).getAttribute('href')
    await test.step('both departments, supervisors and leaders get it, as an attachment', async () => {
      for (const person of [BIANBAN, RENSHE, LI, LEADER]) {
        const reader = await as(browser, person, '/')
        const answer = await reader.request.get(href ?? '')
        expect(answer.status()).toBe(200)
        expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''/)
        expect(answer.headers()['x-content-type-options']).toBe('nosniff')
        expect(answer.headers()['content-security-policy']).toContain('sandbox')
        expect((await answer.body()).length).toBe(FILE_MAX_BYTES)
      }
    })
    await test.step('nobody else learns that it exists', async () => {
      for (const person of [KEJI, ADMIN]) {
        const stranger = await as(browser, person, '/password')
        expect((await stranger.request.get(href ?? '')).status()).toBe(404)
      }
      expect((await fetch(`${server.address}${href}`)).status).toBe(401)
    })
    await test.step('undone, it is not listed; the history keeps it, for those who see the task', async () => {
      await page.locator('.news').getByRole('button', { name: '撤回' }).click()
      await said(page, '已撤回')
      await expect(page.locator('#evidence a', { hasText: name })).toHaveCount(0)
      await expect(page.locator('#history del', { hasText: name })).toBeVisible()
      expect((await page.request.get(href ?? '')).status()).toBe(200)
    })
  })
}

test('the name of a downloaded file is the one it came with, and its content too', async ({ browser }) => {
  const page = await as(browser, BIANBAN, '/tasks/47')
  await upload(page, file('批复 “定稿”，2024.pdf', PDF))
  await said(page, '佐证已加上')
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#evidence a', { hasText: '批复' }).click()])
  expect(download.suggestedFilename()).toBe('批复 “定稿”，2024.pdf')
  expect(readFileSync(await download.path())).toEqual(PDF)
})

test('officers have no list of all obstacles; on a phone it fits', async ({ browser }) => {
  const page = await signIn(browser, server, BIANBAN)
  expect((await page.goto('/obstacles'))?.status()).toBe(404)
  const phone = await signIn(browser, server, LI, { viewport: { width: 360, height: 740 } })
  for (const path of ['/obstacles', '/tasks/47']) {
    await phone.goto(path)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBeLessThanOrEqual(0)
    await axe(phone)
  }
})
