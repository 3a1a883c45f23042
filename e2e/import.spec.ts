// A table comes in: what was recognised beside the source, doubts settled, the proof, a plan; then a change to it by a document.
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { DIST, type OwnServer, startOwnServer } from './support/own-server'
import { LEADER, LI, ZHOU } from './support/people'
import { reformTable, TITLE } from './support/reform-table'
import { signIn } from './support/sign-in'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

let server: OwnServer

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startOwnServer('import-data', DIST, {
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

async function open(browser: Browser, path: string, options: Parameters<typeof signIn>[3] = {}, person = LI) {
  const page = await signIn(browser, server, person, options)
  await page.goto(path)
  return page
}
const answer = (page: Page, question: string, choice: string) =>
  page.getByRole('group', { name: question }).getByLabel(choice, { exact: true }).check()
const step = (page: Page, id: string) => page.locator(`#${id}`)

async function paste(page: Page, text: string) {
  await page.getByLabel('或粘贴文字').fill(text)
  await page.getByRole('button', { name: '读取' }).click()
  await page.waitForURL(/\/plans\/import\/[0-9a-f-]{36}/)
}

test('a Word table: a column, a table, names and a deadline are settled; then it is a plan of its own', async ({ browser }) => {
  const page = await open(browser, '/plans/import')
  await accessible(page)
  await page.locator('#upload-file').setInputFiles({ name: '医改清单.docx', mimeType: DOCX, buffer: await reformTable() })
  await page.getByRole('button', { name: '读取' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '医改清单.docx' })).toBeVisible()
  await accessible(page)
  await expect(step(page, 'import').getByText(/确认后才能导入/)).toBeVisible()
  // as in the file: the goal over two rows, and each doubt marked on both sides
  await expect(page.getByRole('cell', { name: '一、推进综合改革' }).first()).toHaveAttribute('rowspan', '2')
  expect(await page.locator('#row-0-3 .doubtful').count()).toBeGreaterThan(1)

  await page.getByLabel('重点工作', { exact: true }).selectOption('目标任务')
  await page.getByRole('button', { name: '按此重新识别' }).click()
  await expect(page.getByText('已按您的答复重新识别。')).toBeVisible()
  await page.getByRole('link', { name: '表2' }).click()
  await page.getByLabel('此表不是任务，不导入').check()
  await page.getByRole('button', { name: '按此重新识别' }).click()
  await expect(page.getByText('已按您的答复重新识别。')).toBeVisible()

  await answer(page, '“区卫健局”是', '区卫生健康局')
  await answer(page, '“区智慧城市建设中心”是', '新部门“区智慧城市建设中心”')
  const deadline = page.locator('.doubt', { hasText: '“年内”' }).getByLabel('或者写成')
  await deadline.fill('明年再说')
  await page.getByRole('button', { name: '保存答复' }).click()
  await expect(page.getByText(/这样写读不懂/).first()).toBeVisible()
  await expect(deadline).toHaveValue('明年再说')
  await expect(page.getByLabel('区卫生健康局', { exact: true }).first()).toBeChecked()
  await deadline.fill('2026年底前')
  await page.getByRole('button', { name: '保存答复' }).click()
  await expect(page.getByText('没有疑点。')).toBeVisible()

  const proof = step(page, 'proof')
  await expect(proof.getByText(/= 任务3项 \+/)).toBeVisible()
  await expect(proof.getByRole('row', { name: /^区卫生健康局 1 1 区卫健局（2次）/ })).toBeVisible()
  await expect(proof.getByRole('row', { name: /^年内 到期日2026年12月31日/ })).toBeVisible()

  await page.getByLabel('简称').fill('医改2026')
  await page.getByLabel('起始日').fill('2025-01-01')
  await page.getByRole('button', { name: '导入3项任务' }).click()
  await expect(page.getByText(`已导入《${TITLE}》：3项任务，4个部门。`)).toBeVisible()
  await expect(page.getByText(/区智慧城市建设中心.*还没有经办人账号/)).toBeVisible()
  await page.getByRole('link', { name: '打开台账' }).click()
  await expect(page.locator('a[href="/tasks/2-1"]').first()).toBeVisible()
  await expect(page.locator('a[href="/tasks/2-3"]').first()).toBeVisible()
  await page.goto('/plans')
  await accessible(page)
  await expect(page.getByRole('row', { name: /医改2026.*2025年1月1日 3 0 0/ })).toBeVisible()
})

const CHANGED = `${TITLE}
序号\t目标任务\t任务描述\t具体措施\t责任部门\t完成时限
1\t一、推进综合改革\t现代医院管理制度\t制定章程，完善议事规则。\t区卫生健康局、区财政局\t2026年12月
2\t一、推进综合改革\t薪酬制度改革\t落实“两个允许”。\t区财政局、区卫生健康局\t2026年底前
3\t二、提升服务能力\t智慧医院\t电子病历达到四级。\t区智慧城市建设中心\t长期坚持
4\t二、提升服务能力\t胸痛中心\t建成胸痛中心。\t区卫生健康局\t2026年6月
`

test('a change by a document: shown first, carried out once, and told by the plan', async ({ browser }) => {
  const page = await open(browser, '/plans')
  await page
    .getByRole('row', { name: /医改2026/ })
    .getByRole('link', { name: '导入调整' })
    .click()
  await paste(page, CHANGED)
  const last = step(page, 'import')
  await expect(last.getByText('新增1项，内容有改动1项，责任部门有变1项，删去0项，不变1项。')).toBeVisible()
  await expect(last.getByText('制定章程，完善议事规则。')).toBeVisible()
  await accessible(page)
  await last.getByLabel('文件名称').fill('关于调整任务分工的通知')
  await last.getByLabel('文号').fill('满政办〔2025〕12号')
  await last.getByLabel('文件日期').fill('2025-12-11')
  await last.getByRole('button', { name: '按以上改动执行' }).click()
  await expect(last.getByText('日期不能晚于今天。').first()).toBeVisible()
  await expect(last.getByLabel('文号')).toHaveValue('满政办〔2025〕12号')
  await last.getByLabel('文件日期').fill('2025-12-01')
  await last.getByRole('button', { name: '按以上改动执行' }).click()
  await expect(page.getByText(`已按文件调整《${TITLE}》。`)).toBeVisible()
  await page.getByRole('link', { name: '清单详情' }).click()
  await expect(page.locator('#history').getByText(/关于调整任务分工的通知.*满政办〔2025〕12号/)).toBeVisible()
  await accessible(page)
  await page.getByRole('link', { name: '4项任务' }).click()
  await expect(page.locator('a[href="/tasks/2-4"]').first()).toBeVisible()
})

test('a department is renamed and another merged, by documents, after seeing what moves', async ({ browser }) => {
  const page = await open(browser, '/plans/2')
  const rename = step(page, 'rename')
  await rename.getByLabel('部门', { exact: true }).selectOption('区智慧城市建设中心')
  await rename.getByLabel('新名称').fill('区数据局')
  await rename.getByRole('button', { name: '更名' }).click()
  await expect(rename.getByText('请写明文件名称和文号。').first()).toBeVisible()
  await rename.getByLabel('文件名称').fill('机构改革方案')
  await rename.getByLabel('文件日期').fill('2025-12-01')
  await rename.getByRole('button', { name: '更名' }).click()
  await expect(rename.getByText('“区智慧城市建设中心”已更名为“区数据局”。')).toBeVisible()
  await expect(page.getByRole('row', { name: /^区数据局.*区智慧城市建设中心（至/ })).toBeVisible()

  const merge = step(page, 'merge')
  await merge.getByLabel('把').selectOption('区数据局')
  await merge.getByLabel('并入').selectOption('区卫生健康局')
  await merge.getByRole('button', { name: '看移交哪些任务' }).click()
  await expect(merge.getByText('区数据局并入区卫生健康局，移交1项任务：')).toBeVisible()
  await expect(merge.getByRole('link', { name: '2-3' })).toBeVisible()
  await merge.getByLabel('文件名称').fill('机构改革方案')
  await merge.getByLabel('文件日期').fill('2025-12-01')
  await merge.getByRole('button', { name: '区数据局并入区卫生健康局' }).click()
  await expect(merge.getByText(/“区数据局”已并入“区卫生健康局”，依据《机构改革方案》/)).toBeVisible()
  await expect(page.locator('#departments').getByText('区数据局')).toHaveCount(0)
})

test('what is no table is refused with a reason; somebody else’s import and the pages themselves are hidden', async ({ browser }) => {
  const page = await open(browser, '/plans/import')
  const mine = page.locator('#upload-file')
  for (const [name, buffer, words] of [
    [
      '旧.doc',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('WordDocument', 'utf16le')]),
      /旧版 Office/,
    ],
    ['坏.docx', Buffer.from('PK\u0003\u0004 not a zip'), /文件已损坏/],
    ['空.txt', Buffer.from('  '), /文件是空的|没有表格/],
  ] as const) {
    await mine.setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await page.getByRole('button', { name: '读取' }).click()
    await expect(page.locator('#upload-file-error')).toContainText(words)
  }
  await page.goto('/plans/import')
  await paste(page, CHANGED)
  const path = new URL(page.url()).pathname
  const other = await open(browser, path, {}, ZHOU)
  expect((await other.goto(path))?.status()).toBe(404)
  const leader = await open(browser, '/', {}, LEADER)
  for (const hidden of ['/plans', '/plans/1', '/plans/import', path]) expect((await leader.goto(hidden))?.status(), hidden).toBe(404)
  await page.getByText('丢弃', { exact: true }).click()
  await page.getByRole('button', { name: '确认丢弃' }).click()
  await expect(page.getByText('已丢弃，没有写入台账。')).toBeVisible()
  expect((await page.goto(path))?.status()).toBe(404)
})

test('without JavaScript, on a phone: pasted text, two pages at once, a plan', async ({ browser }) => {
  const options = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
  const page = await open(browser, '/plans/import', options)
  await fits(page)
  await paste(
    page,
    '十件民生实事\n序号\t目标任务\t任务描述\t具体措施\t责任部门\t完成时限\n1\t一、便民\t便民服务点\t建成十个。\t民生办\t年内\n',
  )
  await fits(page)
  const second = await open(browser, new URL(page.url()).pathname, options)
  await answer(page, '“民生办”是', '新部门“民生办”')
  await page.getByRole('button', { name: '保存答复' }).click()
  await expect(page.getByText('已按您的答复重新识别。')).toBeVisible()
  await second.getByLabel('“年内”应写成').fill('2025年12月')
  await second.getByRole('button', { name: '保存答复' }).click()
  await expect(second.getByText(/这次导入在别处刚答复过/).first()).toBeVisible()
  await page.getByLabel('“年内”应写成').fill('2025年12月')
  await page.getByRole('button', { name: '保存答复' }).click()
  await expect(page.getByText('没有疑点。')).toBeVisible()
  await page.getByRole('button', { name: '导入1项任务' }).click()
  await expect(page.locator('#new-plan-firstDay-error')).toBeVisible()
  await page.getByLabel('起始日').fill('2025-01-01')
  await page.getByRole('button', { name: '导入1项任务' }).click()
  await expect(page.getByText('已导入《十件民生实事》：1项任务，1个部门。')).toBeVisible()
  await fits(page)
  for (const path of ['/plans', '/plans/3', '/plans/import']) {
    await page.goto(path)
    await fits(page)
  }
  await expect(page.getByText('已导入为《十件民生实事》，1项')).toBeVisible()
})
