// One task from the first report to the last decision, as its people go through it; the core of it with scripts and without.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { BIANBAN, KEJI, LEADER, LI, RENSHE, WEIJIAN, ZHOU } from './support/people'
import { type Person, signIn } from './support/sign-in'

const TODAY = '2024-03-15'

const officer = (username: string, name: string, department: string): Person => ({
  username,
  name,
  post: '科员',
  role: 'officer',
  department,
})

let server: OwnServer
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startOwnServer(`task-data-${test.info().parallelIndex}`, DIST, {
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
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const unfold = (page: Page, title: string) => page.locator('summary', { hasText: new RegExp(`^${title}$`) }).click()
const said = (page: Page, words: string) => expect(page.locator('.news')).toContainText(words)
const wrong = (page: Page, words: string) => expect(page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible()
const history = (page: Page, words: string) => page.locator('#history li', { hasText: words })

/** Claims completion; the reason is given where departments have not confirmed. */
async function claim(page: Page, note: string, reason?: string): Promise<void> {
  await unfold(page, '申请办结')
  const form = page.locator('#claim')
  await form.getByLabel('完成情况').fill(note)
  await form.getByLabel('签批人').fill('刘主任')
  await form.getByLabel('职务').fill('主任')
  const unconfirmed = form.getByLabel('未确认而申请办结的理由')
  if (reason && (await unconfirmed.isVisible())) await unconfirmed.fill(reason)
  await press(page, '申请办结')
}

for (const [scripts, number, lead, cooperating] of [
  [true, 47, BIANBAN, WEIJIAN],
  [false, 49, RENSHE, WEIJIAN],
] as const) {
  test(`from report to decision, ${scripts ? 'with' : 'without'} scripts`, async ({ browser }) => {
    const path = `/tasks/${number}`
    const officerPage = await as(browser, lead, path, scripts)

    await test.step('a report that does not fit is refused, and keeps what was typed', async () => {
      const form = officerPage.locator('#report')
      await form.getByLabel('完成比例').fill('100')
      await form.getByLabel('下一步').fill('报编委会')
      await press(officerPage, '报送进展')
      await wrong(officerPage, '做完了请申请办结')
      await expect(form.getByLabel('下一步')).toHaveValue('报编委会')
      await form.getByLabel('完成比例').fill('60')
      await form.getByLabel('做了什么').fill('方案初稿已成。')
      await press(officerPage, '报送进展')
      await said(officerPage, `第${number}项的进展已报送`)
      await expect(history(officerPage, '报送进展60%')).toContainText('方案初稿已成。')
      await expect(form.getByLabel('做了什么')).toHaveValue('方案初稿已成。')
    })

    await test.step('no change is one click, and can be undone', async () => {
      await press(officerPage, '本期无变化')
      await said(officerPage, '已记为本期无变化')
      await officerPage.locator('.news').getByRole('button', { name: '撤回' }).click()
      await said(officerPage, '已撤回')
      await expect(history(officerPage, '报本期无变化').locator('del')).toBeVisible()
    })

    await test.step('a claim over an unconfirmed part needs a reason', async () => {
      await claim(officerPage, '已全部完成。')
      await wrong(officerPage, '有配合部门未确认')
      await expect(officerPage.locator('#claim').getByLabel('完成情况')).toHaveValue('已全部完成。')
      await officerPage.getByLabel('未确认而申请办结的理由').fill('已当面说定')
      await press(officerPage, '申请办结')
      await said(officerPage, '已申请办结，等督查员核验')
    })

    await test.step('it is taken back', async () => {
      await unfold(officerPage, '收回申请')
      await press(officerPage, '收回申请')
      await said(officerPage, '已收回')
    })

    await test.step('the cooperating department says that it waits, then that it is done', async () => {
      const page = await as(browser, cooperating, `${path}#confirm`, scripts)
      const form = page.locator('#confirm')
      const row = page.locator('#parts tr', { hasText: WEIJIAN.department })
      await form.getByLabel('待牵头提供').check()
      await press(page, '确认')
      await wrong(page, '请写明')
      await expect(form.getByLabel('待牵头提供')).toBeChecked()
      await form.getByLabel('说明').fill('等测算口径')
      await press(page, '确认')
      await said(page, '的配合情况已记下')
      await expect(row).toContainText('配合等牵头')
      await expect(row).toContainText('等测算口径')
      await form.getByLabel('已配合').check()
      await press(page, '确认')
      await expect(row).toContainText('已配合')
      await expect(page.locator('#report, #claim, #accept')).toHaveCount(0)
    })

    await test.step('claimed again and returned with a reason', async () => {
      await officerPage.goto(path)
      await claim(officerPage, '补齐后再报。', '已当面说定')
      await said(officerPage, '已申请办结')
      const page = await as(browser, LI, path, scripts)
      await unfold(page, '退回')
      await press(page, '退回')
      await wrong(page, '请写明理由')
      await page.locator('#return').getByLabel('理由').fill('缺会议纪要')
      await press(page, '退回')
      await said(page, '已退回，等牵头部门补正')
      await officerPage.goto(path)
      await expect(officerPage.locator('#act')).toContainText('缺会议纪要')
    })

    await test.step('claimed once more, accepted, and reopened', async () => {
      await claim(officerPage, '纪要已补。', '已当面说定')
      await said(officerPage, '已申请办结')
      const page = await as(browser, LI, `${path}#accept`, scripts)
      await expect(page.locator('#act')).toContainText('纪要已补。')
      await press(page, '核验通过')
      await said(page, '已核验通过，销号')
      await expect(page.locator('.lead')).toContainText('核验销号')
      await unfold(page, '重新打开')
      await page.locator('#reopen').getByLabel('理由').fill('检查发现未落实')
      await press(page, '重新打开')
      await said(page, '已重新打开')
      await expect(page.locator('.lead')).toContainText('逾期75天')
    })
  })
}

test('what a supervisor writes down for a department is marked, seen there, and corrected there', async ({ browser }) => {
  const page = await as(browser, LI, '/tasks/50?form=report')
  const form = page.locator('#report')
  await form.getByLabel('做了什么').fill('电话里说已上会')
  await form.getByLabel('完成比例').fill('40')
  await press(page, '报送进展')
  await wrong(page, '代录须写明来源')
  await form.getByLabel('来源').fill('3月15日与王丽娟通话')
  await press(page, '报送进展')
  await said(page, '已报送')
  await expect(history(page, '电话里说已上会')).toContainText('代录')

  const department = await page.locator('.issued dt', { hasText: '牵头部门' }).locator('+ dd').textContent()
  const own = await as(browser, officer('own', '张华', department ?? ''), '/tasks/50')
  await expect(own.locator('#act')).toContainText('督查员替本部门记了下面这些')
  await press(own, '已阅')
  await said(own, '已标为已阅')
  const entry = history(own, '电话里说已上会')
  await entry.getByText('更正这一条').click()
  await entry.getByLabel('做了什么').fill('方案已上会审议')
  await entry.getByLabel('更正的理由').fill('说法不准')
  await press(own, '更正')
  await expect(history(own, '方案已上会审议').locator('.mark', { hasText: '更正' })).toBeVisible()
  await expect(history(own, '电话里说已上会').locator('del')).toBeVisible()
  await expect(history(own, '电话里说已上会')).toContainText('说法不准')
})

test('a claim entered on behalf and accepted by the same person says so, and another may correct the decision', async ({ browser }) => {
  const page = await as(browser, LI, '/tasks/85?form=claim')
  const form = page.locator('#claim')
  await form.getByLabel('完成情况').fill('会上报告已完成')
  await form.getByLabel('签批人').fill('刘主任')
  await form.getByLabel('职务').fill('主任')
  await form.getByLabel('来源').fill('3月例会')
  const reason = form.getByLabel('未确认而申请办结的理由')
  if (await reason.isVisible()) await reason.fill('会上都同意')
  await press(page, '申请办结')
  await said(page, '已申请办结')
  await expect(page.locator('#act')).toContainText('这份申请是您代录的')
  await press(page, '核验通过')
  await expect(history(page, '核验通过')).toContainText('代录与批准为同一人')

  const other = await as(browser, ZHOU, '/tasks/85')
  const decision = history(other, '核验通过')
  await decision.getByText('更正为退回').click()
  await decision.getByLabel('理由', { exact: true }).last().fill('纪要未附')
  await decision.locator('form[id$=return]').getByLabel('更正的理由').fill('看错附件')
  await decision.locator('form[id$=return]').getByRole('button', { name: '更正' }).click()
  await said(other, '已退回')
  await expect(history(other, '核验通过').locator('del')).toBeVisible()
})

test('a task is withdrawn after a preview, and that can be undone at once', async ({ browser }) => {
  const page = await as(browser, LI, '/tasks/23?form=withdraw')
  await page.locator('#withdraw').getByLabel('文件名称和文号').fill('满政办〔2024〕7号')
  await unfold(page, '核对后撤销')
  await expect(page.getByText('将撤销第23项')).toBeVisible()
  await press(page, '确定撤销第23项')
  await said(page, '第23项已撤销')
  await expect(page.locator('#report, #claim, #withdraw')).toHaveCount(0)
  await page.locator('.news').getByRole('button', { name: '撤回' }).click()
  await said(page, '已撤回')
  await expect(page.locator('#withdraw')).toHaveCount(1)
})

test('of two people at one task one is told what changed, and neither loses a word', async ({ browser }) => {
  const first = await as(browser, WEIJIAN, '/tasks/4')
  const second = await as(browser, { ...WEIJIAN, username: 'weijian2', name: '马进' }, '/tasks/4')
  const fill = async (page: Page, text: string) => {
    await page.locator('#report').getByLabel('做了什么').fill(text)
    await page.locator('#report').getByLabel('完成比例').fill('65')
  }
  await fill(first, '我先报的')
  await fill(second, '我写了很久的一段话')
  await press(first, '报送进展')
  await said(first, '已报送')
  await press(second, '报送进展')
  await wrong(second, '刚被别人改过')
  await expect(second.locator('#report')).toContainText('我先报的')
  await expect(second.locator('#report').getByLabel('做了什么')).toHaveValue('我写了很久的一段话')
  await press(second, '报送进展')
  await said(second, '已报送')
  await expect(history(second, '我写了很久的一段话')).toBeVisible()
  await expect(history(second, '我先报的')).toBeVisible()
})

test('a text that another tab reported is what the form shows; one that was begun before is refused, not sent over it', async ({
  browser,
}) => {
  const other = await as(browser, WEIJIAN, '/tasks/6')
  const page = await as(browser, WEIJIAN, '/tasks/6')
  const report = (of: Page) => of.locator('#report').getByLabel('做了什么')
  const reportThere = async (text: string) => {
    await other.reload()
    await report(other).fill(text)
    await other.locator('#report').getByLabel('完成比例').fill('30')
    await press(other, '报送进展')
    await expect(history(other, text)).toBeVisible()
  }

  await reportThere('另一页报的')
  await claim(page, '已全部完成。', '已当面说定')
  await wrong(page, '刚被别人改过')
  await expect(report(page)).toHaveValue('另一页报的')
  await expect(page.locator('#report').getByLabel('完成比例')).toHaveValue('30')
  await expect(page.locator('#claim').getByLabel('完成情况')).toHaveValue('已全部完成。')

  await report(page).fill('写到一半的')
  await reportThere('另一页又报的')
  await press(page, '申请办结')
  await expect(history(page, '另一页又报的')).toBeVisible()
  await expect(report(page)).toHaveValue('写到一半的')
  await press(page, '报送进展')
  await wrong(page, '刚被别人改过')
  await expect(report(page)).toHaveValue('写到一半的')
  await expect(page.locator('#report')).toContainText('另一页又报的')
  await press(page, '报送进展')
  await said(page, '已报送')
  await expect(page.locator('#report .wrong, #report [role=alert]')).toHaveCount(0)

  await report(page).fill('没有交上去的')
  await reportThere('又过了一天')
  await page.reload()
  await expect(page.locator('#report').getByText('已恢复未提交的草稿')).toBeVisible()
  await press(page, '报送进展')
  await wrong(page, '刚被别人改过')
  await expect(report(page)).toHaveValue('没有交上去的')
})

test('what was typed outlives the tab, until it is sent', async ({ browser }) => {
  const page = await as(browser, KEJI, '/tasks/23#confirm')
  const form = page.locator('#confirm')
  await form.getByLabel('有困难').check()
  await form.getByLabel('说明').fill('经费未到位')
  await page.reload()
  await expect(page.getByText('已恢复未提交的草稿')).toBeVisible()
  await expect(form.getByLabel('说明')).toHaveValue('经费未到位')
  await press(page, '确认')
  await said(page, '已记下')
  await page.reload()
  await expect(page.getByText('已恢复未提交的草稿')).toHaveCount(0)
})

test('others find nothing, a leader only reads, and an earlier day takes no entries', async ({ browser }) => {
  const stranger = await signIn(browser, server, KEJI)
  expect((await stranger.goto('/tasks/47'))?.status()).toBe(404)
  expect((await stranger.goto('/tasks/9999'))?.status()).toBe(404)
  const leader = await as(browser, LEADER, '/tasks/47')
  await expect(leader.locator('#act')).toContainText('您可以批示，牵头部门须回复')
  await expect(leader.locator('.taskcols form')).toHaveCount(1)
  await expect(leader.locator('#comment')).toHaveCount(1)
  const past = await as(browser, LI, '/tasks/47?asOf=2023-06-30')
  await expect(past.locator('#act')).toContainText('2023年6月30日的情况，不能办理')
  await expect(past.locator('.taskcols form')).toHaveCount(0)
  await past.getByRole('link', { name: '看今天的情况' }).click()
  await expect(past.locator('#act')).not.toContainText('不能办理')
})
