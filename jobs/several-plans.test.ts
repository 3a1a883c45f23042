import { expect, it } from 'vitest'
import { openLedgerWithTwoPlans, SECOND_PLAN } from '@/db/testing'
import { compose } from '@/jobs/compose'
import { remind } from '@/jobs/reminders'
import { allMessages, at } from '@/jobs/testing'
import { messageText } from '@/messages/message-text'

const on = (day: string) => ({ today: day, now: at(day, '07:30') })
const t = (_key: string, { who, label, count }: { who: string; label: string; count: number }) => `${who} ${label} ${count}`

it('each plan is reminded of in its own rhythm, by its name, once', async () => {
  const { database, as } = await openLedgerWithTwoPlans()
  const insurance = as.officer('区医疗保障局').departmentId
  const told = async (kind: string) =>
    (await allMessages(database))
      .filter((message) => message.kind === kind && message.departmentId === insurance)
      .map(({ payload }) => JSON.parse(payload))
  const labels = async (kind: string) => (await told(kind)).map(({ label }) => label).sort()
  // the rhythm starts after January, so that the first quarter is not asked for; the second one's reports are due on Saturday 25 June
  await remind(database, on('2022-03-24'))
  expect(await labels('report_due')).toEqual(['2022-03'])
  await remind(database, on('2022-06-23'))
  expect(await labels('report_due')).toEqual(['2022-03', '2022-06', '2022-Q2'])
  await remind(database, on('2022-06-26'))
  expect((await labels('not_reported')).slice(-2)).toEqual(['2022-06', '2022-Q2'])
  expect((await told('not_reported')).find(({ label }) => label === '2022-Q2')).toMatchObject({ count: 2, plan: SECOND_PLAN.shortName })
})

it('names the plan in every message about reports, and a task by its number in its plan', async () => {
  const { database } = await openLedgerWithTwoPlans()
  await remind(database, on('2022-06-23'))
  const due = (await allMessages(database)).filter(({ kind }) => kind === 'report_due').map(({ payload }) => JSON.parse(payload))
  const names = new Set(due.map(({ plan }) => plan))
  expect(names.has(SECOND_PLAN.shortName)).toBe(true)
  expect(names.size).toBe(2)
  const quarterly = due.find(({ label }) => label === '2022-Q2')
  expect(messageText(t, 'zh-CN', 'report_due', quarterly)).toContain(`《${SECOND_PLAN.shortName}》2022年第二季度`)
  expect(messageText(t, 'en', 'report_due', quarterly)).toContain(`Q2 2022 (${SECOND_PLAN.shortName})`)
  const about = (await allMessages(database)).filter(({ payload }) => (JSON.parse(payload).number ?? 0) > 1_000_000)
  expect(about.length).toBeGreaterThan(0)
  const told = about.map(({ kind, payload }) => ({ kind, words: JSON.parse(payload) }))
  const { subject, text } = compose(told as Parameters<typeof compose>[0], { greeted: null, link: null, demo: false })
  expect(subject).toContain('2-1')
  expect(`${subject}${text}`).not.toMatch(/100000\d/)
  for (let run = 0; run < 3; run++) expect(await remind(database, on('2022-06-23'))).toEqual({})
})
