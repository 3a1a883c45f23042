// A program of its own, for journeys: a second plan, 十件民生实事, beside the demonstration's. Its reports are due by the quarter.
import { eq } from 'drizzle-orm'
import { openDatabase } from '@/db/client'
import { importPlan } from '@/db/commands/import-plan'
import { plans } from '@/db/schema'

const ROWS = [
  ['新建社区卫生服务站', '区卫生健康局', '2025年12月', '2025-12-31'],
  ['方便异地就医结算', '区医疗保障局', '2025年11月', '2025-11-30'],
  ['医保服务进村', '区医疗保障局', '2026年3月', '2026-03-31'],
] as const

const table = {
  title: '2025年民生实事任务分工',
  rows: ROWS.map(([title, name, issued, dueOn], index) => ({
    ...{
      number: index + 1,
      goal: { number: 1, name: '便民就医', text: '（一）便民就医' },
      title,
      measure: `${title}，按期完成。`,
      line: index + 1,
    },
    departments: [
      { name, role: 'lead' as const },
      { name: '区财政局', role: 'cooperating' as const },
    ],
    deadline: { issued, precision: 'month' as const, dueOn },
  })),
}

const database = await openDatabase()
const time = { today: '2025-01-06', now: '2025-01-06T01:00:00.000Z' }
const plan = { issuer: '满城区', documentNumber: null, firstDay: '2025-01-01' }
const outcome = await importPlan(database, table, plan, time, { shortName: '民生实事' })
if (!('imported' in outcome)) throw new Error(JSON.stringify(outcome))
const own = { rhythm: 'quarterly', noticeMark: '满民' } as const
await database.inTransaction((tx) => tx.update(plans).set(own).where(eq(plans.number, outcome.plan)))
await database.close()
