// Extensions, visits and stage results as their people go through them: the request hides nothing, both bases are counted, and a long-term
// task's year is verified. The core of it with scripts and without.
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { LEADER, LI, ZHOU } from './support/people'
import { type Person, signIn } from './support/sign-in'

const TODAY = '2024-03-15'

const YIBAO: Person = { username: 'yibao', name: '魏思远', post: '科员', role: 'officer', department: '区医疗保障局' }

let server: OwnServer
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startOwnServer(`extensions-data-${test.info().parallelIndex}`, DIST, {
    env: { LEDGER_TODAY: TODAY },
  })
})
test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close()
})
test.afterAll(() => server?.stop())

const as = async (browser: Browser, person: Person, path: string, javaScriptEnabled = true): Promise<Page> => {
  const page = await signIn(browser, server, person, { javaScriptEnabled, locale: 'zh-CN' })
  await page.goto(path)
  return page
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const said = (page: Page, words: string) => expect(page.locator('.news')).toContainText(words)
const wrong = (page: Page, words: string) => expect(page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible()
const light = (page: Page) => page.locator('.head .light')
const extensions = (page: Page, words: string) => page.locator('#extensions tbody tr', { hasText: words })

async function ask(page: Page, number: number, dueOn: string, reason: string): Promise<void> {
  await page.goto(`/tasks/${number}?form=request-extension#request-extension`)
  const form = page.locator('#request-extension')
  await form.getByLabel('延期至').fill(dueOn)
  await form.getByLabel('理由').fill(reason)
  await form.getByLabel('佐证内容').fill('满医保〔2024〕3号')
  await press(page, '申请延期')
  await said(page, `第${number}项的延期申请已提交`)
}

/** Whether the overdue page lists the task, and the number of rows that the file for it has, on a basis. */
async function overdue(page: Page, number: number, basis: 'approved' | 'issued'): Promise<boolean> {
  await page.goto(`/overdue?only=${basis}`)
  const listed = await page
    .locator('.overdue td.c-no')
    .getByRole('link', { name: String(number), exact: true })
    .count()
  const answer = await page.request.get(`/export?scope=overdue&only=${basis}&format=json`)
  const exported = (await answer.json()) as { number: number }[]
  expect(exported.some((row) => row.number === number)).toBe(listed === 1)
  const home = await (await page.goto('/'))?.text()
  expect(home).toContain(`${basis === 'approved' ? '按批准时限' : '按原定时限'}逾期`)
  await expect(page.locator(`.lead a[href^="/overdue?only=${basis}"]`).first()).toHaveText(String(exported.length))
  return listed === 1
}

for (const [scripts, number, approvals] of [
  [true, 57, 0],
  [false, 59, 1],
] as const) {
  test(`asked for, asked again, approved with another date, undone (${scripts ? 'with' : 'without'} scripts)`, async ({ browser }) => {
    const officer = await as(browser, YIBAO, `/tasks/${number}`, scripts)
    await expect(light(officer)).toHaveText('逾期')
    await ask(officer, number, '2024-06-30', '第三方测算未完成。')
    await expect(light(officer)).toHaveText('逾期')
    await expect(officer.locator('.lead')).toContainText('已申请延期至2024年6月30日，等审批，时限不变')

    await officer.goto(`/tasks/${number}?form=request-extension#request-extension`)
    await expect(officer.locator('#request-extension')).toContainText('再次提交即以新的申请代替')
    await officer.locator('#request-extension').getByLabel('延期至').fill('2022-01-31')
    await officer.locator('#request-extension').getByLabel('理由').fill('测算需全年数据。')
    await press(officer, '申请延期')
    await wrong(officer, '新的时限须晚于现在的批准时限')
    await expect(officer.locator('#request-extension').getByLabel('理由')).toHaveValue('测算需全年数据。')
    await ask(officer, number, '2024-12-31', '测算需全年数据。')
    await expect(extensions(officer, '2024年6月30日')).toContainText('被后来的申请代替')

    const supervisor = await as(browser, LI, '/review', scripts)
    await expect(supervisor.locator('.head')).toContainText('延期待审批1项')
    await expect(supervisor.getByRole('link', { name: '核验 1', exact: true })).toBeVisible()
    await supervisor
      .locator('#extensions')
      .getByRole('link', { name: `去审批 ${number}` })
      .click()
    await expect(supervisor.locator('.decide')).toContainText('照申请批准')
    const form = supervisor.locator('#approve-extension')
    await expect(form.getByLabel('批准时限')).toHaveValue('2024-12-31')
    await form.getByLabel('批准时限').fill('2024-09-30')
    await press(supervisor, '批准延期')
    await wrong(supervisor, '请写明理由')
    await expect(form.getByLabel('批准时限')).toHaveValue('2024-09-30')
    await form.getByLabel('理由').fill('三季度前须完成。')
    await press(supervisor, '批准延期')
    await said(supervisor, `第${number}项的延期已批准`)
    await expect(light(supervisor)).not.toHaveText('逾期')
    await expect(extensions(supervisor, '2024年12月31日')).toContainText('2024年9月30日')
    await expect(extensions(supervisor, '印发')).toContainText('原定时限，始终保留')

    expect(await overdue(supervisor, number, 'approved')).toBe(false)
    expect(await overdue(supervisor, number, 'issued')).toBe(true)
    await expect(supervisor.locator('.figures tr', { hasText: /^延期/ })).toContainText(String(approvals + 1))
    await supervisor.goto('/overdue?only=issued')
    const row = supervisor.locator('.overdue tr', {
      has: supervisor.locator('.c-no').getByRole('link', { name: String(number), exact: true }),
    })
    await expect(row.locator('.c-ext')).toHaveText('1')
    await supervisor.goto('/ledger?list=extended')
    await expect(supervisor.locator('.ledger tr.row', { hasText: '延期1次，延至2024年9月30日' })).toHaveCount(approvals + 1)

    if (!scripts) return
    await supervisor.goto(`/tasks/${number}`)
    await supervisor.locator('.news').getByRole('button', { name: '撤回' }).click()
    await expect(light(supervisor)).toHaveText('逾期')
    expect(await overdue(supervisor, number, 'approved')).toBe(true)
    await supervisor.goto(`/tasks/${number}?form=approve-extension#approve-extension`)
    await form.getByLabel('批准时限').fill('2024-09-30')
    await form.getByLabel('理由').fill('三季度前须完成。')
    await press(supervisor, '批准延期')
    await said(supervisor, `第${number}项的延期已批准`)
  })
}

for (const [scripts, number, dueOn, day] of [
  [true, 57, '2024-06-30', '2024年6月30日'],
  [false, 59, '2024-07-31', '2024年7月31日'],
] as const) {
  test(`another supervisor corrects an approved date, then to a refusal and back (${scripts ? 'with' : 'without'} scripts)`, async ({
    browser,
  }) => {
    const page = await as(browser, ZHOU, `/tasks/${number}`, scripts)
    const entry = (words: string) => page.locator('#history li', { hasText: words }).filter({ hasNot: page.locator('del') })
    const approved = entry('批准延期至2024年9月30日')
    await approved.getByText('更正这一条').click()
    const form = approved.locator('form').first()
    await expect(form.getByLabel('批准时限')).toHaveValue('2024-09-30')
    await expect(form.getByLabel('理由', { exact: false }).first()).toHaveValue('三季度前须完成。')
    await form.getByLabel('批准时限').fill(dueOn)
    await form.getByRole('button', { name: '更正' }).click()
    await wrong(page, '请写明理由')
    await expect(form.getByLabel('批准时限')).toHaveValue(dueOn)
    await form.getByLabel('更正的理由').fill('会上定的是上半年')
    await form.getByRole('button', { name: '更正' }).click()
    await said(page, `第${number}项的延期已批准`)
    const struck = page.locator('#history li', { has: page.locator('del', { hasText: '批准延期至2024年9月30日' }) }).first()
    await expect(struck).toContainText('会上定的是上半年')
    await expect(extensions(page, '2024年12月31日')).toContainText(day)

    await entry(`批准延期至${day}`).getByText('更正为不同意延期').click()
    const refusal = entry(`批准延期至${day}`).locator('form[id$=refusal]')
    await refusal.getByLabel('理由', { exact: false }).first().fill('条件已具备')
    await refusal.getByLabel('更正的理由').fill('看错了申请')
    await refusal.getByRole('button', { name: '更正' }).click()
    await said(page, `第${number}项的延期申请没有同意`)
    await expect(light(page)).toHaveText('逾期')

    await entry('没有同意延期').getByText('更正为批准延期').click()
    const approval = entry('没有同意延期').locator('form').first()
    await expect(approval.getByLabel('批准时限')).toHaveValue('2024-12-31')
    await approval.getByLabel('批准时限').fill('2024-09-30')
    await approval.getByLabel('理由', { exact: false }).first().fill('三季度前须完成。')
    await approval.getByLabel('更正的理由').fill('以会议纪要为准')
    await approval.getByRole('button', { name: '更正' }).click()
    await said(page, `第${number}项的延期已批准`)
    await expect(extensions(page, '2024年12月31日')).toContainText('2024年9月30日')
    await expect(page.locator('.news').getByRole('button', { name: '撤回' })).toHaveCount(0)
  })
}

test('refused with a reason, which stands on the lead’s home until the lead says something', async ({ browser }) => {
  const officer = await as(browser, YIBAO, '/')
  await ask(officer, 60, '2024-12-31', '协议文本待省局印发。')
  const supervisor = await as(browser, LI, '/tasks/60?form=refuse-extension#refuse-extension')
  await press(supervisor, '不同意延期')
  await wrong(supervisor, '请写明理由')
  await supervisor.locator('#refuse-extension').getByLabel('理由').fill('省局文本已印发，请抓紧。')
  await press(supervisor, '不同意延期')
  await said(supervisor, '第60项的延期申请没有同意，时限不变')
  await expect(supervisor.locator('#approve-extension')).toHaveCount(0)

  await officer.goto('/')
  const thing = officer.locator('#answered tr', { hasText: '60' })
  await expect(thing).toContainText('2024年3月15日不同意延期，时限不变：')
  await expect(thing).toContainText('省局文本已印发，请抓紧。')
  await expect(officer.locator('#overdue tr', { hasText: '规范医保协议管理' })).toHaveCount(0)
  await thing.getByRole('link', { name: '报送进展' }).click()
  await officer.locator('#report').getByLabel('完成比例').fill('80')
  await officer.locator('#report').getByLabel('做了什么').fill('已按省局文本签约。')
  await press(officer, '报送进展')
  await officer.goto('/')
  await expect(officer.locator('#answered')).toHaveCount(0)
  await expect(officer.locator('#overdue tr', { hasText: '规范医保协议管理' })).toHaveCount(1)
})

test('what a visit found stands beside the report; a closed task is looked at again and reopened', async ({ browser }) => {
  const supervisor = await as(browser, LI, '/tasks/60?form=check#check')
  const form = supervisor.locator('#check')
  await form.getByRole('textbox', { name: '看到的情况' }).fill('抽查三家医院，两家未签。')
  await press(supervisor, '现场核查')
  await wrong(supervisor, '核查比例须为0至100的整数')
  await form.getByLabel('核查比例').fill('60')
  await press(supervisor, '现场核查')
  await said(supervisor, '核查比例已记下')
  await expect(supervisor.locator('.issued')).toContainText('核查60%，2024年3月15日，低于当时所报20个百分点')
  await expect(supervisor.locator('.lead')).toContainText('低于当时所报20个百分点')
  await supervisor.goto('/ledger?list=gap')
  await expect(supervisor.locator('.ledger tr.row')).toHaveCount(1)
  await expect(supervisor.locator('.ledger tr.row')).toContainText('核查60%')
  await supervisor.goto('/')
  await expect(supervisor.locator('.figures tr', { hasText: '核查低于自报' }).getByRole('link')).toHaveText('1')

  const officer = await as(browser, YIBAO, '/tasks/60?form=claim#claim')
  await expect(officer.locator('#check')).toHaveCount(0)
  await officer.locator('#claim').getByLabel('完成情况').fill('全部签约。')
  await officer.locator('#claim').getByLabel('签批人').fill('刘局长')
  await officer.locator('#claim').getByLabel('职务').fill('局长')
  await press(officer, '申请办结')
  await said(officer, '第60项已申请办结')
  await supervisor.goto('/tasks/60')
  await press(supervisor, '核验通过')
  await said(supervisor, '第60项已核验通过')
  await supervisor.goto('/tasks/60?form=check#check')
  await form.getByRole('textbox', { name: '看到的情况' }).fill('仍有一家未签。')
  await form.getByLabel('核查比例').fill('70')
  await form.getByLabel('同时重新打开').check()
  await press(supervisor, '回头看')
  await said(supervisor, '第60项已重新打开')
  await expect(supervisor.locator('#history li', { hasText: '回头看，完成70%' })).toContainText('仍有一家未签。')
  await expect(supervisor.locator('#history li', { hasText: '现场核查，完成60%' })).toHaveCount(1)
})

for (const [scripts, number] of [
  [true, 54],
  [false, 61],
] as const) {
  test(`from the document that makes a task long-term to a verified stage result (${scripts ? 'with' : 'without'} scripts)`, async ({
    browser,
  }) => {
    const supervisor = await as(browser, LI, `/tasks/${number}?form=make-long-term#make-long-term`, scripts)
    const longTerm = supervisor.locator('#make-long-term')
    await longTerm.getByLabel('文件名称和文号').fill('满政办〔2024〕5号')
    await longTerm.locator('summary', { hasText: '核对后转为长期任务' }).click()
    await expect(longTerm).toContainText('没有最后期限，不再计逾期')
    await press(supervisor, `确定把第${number}项转为长期任务`)
    await said(supervisor, `第${number}项已转为长期任务`)
    await expect(supervisor.locator('.head .mark', { hasText: '长期任务' })).toBeVisible()
    await expect(supervisor.locator('.issued')).toContainText('2025年12月')

    const officer = await as(browser, YIBAO, `/tasks/${number}`, scripts)
    await expect(officer.locator('#claim, #request-extension')).toHaveCount(0)
    await report(officer, number, '价格动态调整两次。')
    await supervisor.goto('/review')
    await supervisor
      .locator('#stages')
      .getByRole('link', { name: `去核验 ${number}` })
      .click()
    await supervisor.goto(`/tasks/${number}?form=return-stage#return-stage`)
    await supervisor.locator('#return-stage').getByLabel('理由').fill('缺调价文件。')
    await press(supervisor, '退回阶段成果')
    await said(supervisor, `第${number}项的阶段成果已退回`)

    await officer.goto('/')
    await expect(officer.locator('#answered tr', { hasText: '退回2024年阶段成果' })).toContainText('缺调价文件。')
    await report(officer, number, '价格动态调整两次，文件附后。')
    await supervisor.goto(`/tasks/${number}?form=verify-stage#verify-stage`)
    await press(supervisor, '核验通过')
    await said(supervisor, `第${number}项的阶段成果已核验`)
    await expect(supervisor.locator('#stages tbody tr', { hasText: '2024年' }).first()).toContainText('已核验')
    await officer.goto(`/tasks/${number}`)
    await expect(officer.locator('#report-stage')).toHaveCount(0)
  })
}

async function report(page: Page, number: number, result: string): Promise<void> {
  await page.goto(`/tasks/${number}?form=report-stage#report-stage`)
  const form = page.locator('#report-stage')
  await expect(form.getByLabel('年度')).toHaveValue('2024')
  await form.getByRole('textbox', { name: '阶段成果' }).fill(result)
  await press(page, '报阶段成果')
  await said(page, `第${number}项的阶段成果已提交`)
}

test('a leader reads all of it and decides nothing', async ({ browser }) => {
  const page = await as(browser, LEADER, '/tasks/59')
  await expect(page.locator('#extensions')).toBeVisible()
  await expect(page.locator('#check, #request-extension, #approve-extension, #make-long-term')).toHaveCount(0)
})

test('readable to everyone, and on a phone', async ({ browser }) => {
  const officer = await as(browser, YIBAO, '/')
  await ask(officer, 62, '2026-12-31', '国家集采未开标。')
  for (const [viewport, colorScheme] of [
    [{ width: 1366, height: 768 }, 'light'],
    [{ width: 360, height: 740 }, 'dark'],
  ] as const) {
    const page = await signIn(browser, server, LI, { viewport, colorScheme, locale: 'zh-CN' })
    for (const path of [
      '/review',
      '/tasks/59',
      '/tasks/61?form=check',
      '/tasks/62?form=refuse-extension',
      '/tasks/62?form=make-long-term',
      '/overdue',
      '/ledger?list=extended',
      '/',
    ]) {
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
      expect(found, path).toEqual([])
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(beyond, `${path} is too wide`).toBeLessThanOrEqual(0)
    }
  }
})
