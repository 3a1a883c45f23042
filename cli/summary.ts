import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Command, UsageError } from '@/cli/command'
import { OPERATOR } from '@/cli/operator'
import { planNamed } from '@/cli/plan-named'
import { today } from '@/clock'
import { summaryRecords } from '@/db/queries/summary-records'
import { summaryDocx } from '@/documents/write/summary-docx'
import { isDay } from '@/domain/calendar'
import { aheadOf, assembleSummary, summaryTitle } from '@/domain/work-summary'

const USAGE = 'ledger summary --from YYYY-MM-DD --to YYYY-MM-DD --out FILE.docx [--plan NAME] [--department NAME] [--no-sources]'
const day = z.string().refine(isDay)
const options = z.object({
  from: day,
  to: day,
  out: z.string().min(1),
  plan: z.string().min(1).optional(),
  department: z.string().min(1).optional(),
  'no-sources': z.boolean().default(false),
})

/** `ledger summary`: the work summary of a period as Word, from what stands in the ledger; nothing is stored. */
export const summaryCommand: Command = async (args, { database, say }) => {
  const text = { type: 'string' } as const
  const given = { from: text, to: text, out: text, plan: text, department: text, 'no-sources': { type: 'boolean' } } as const
  const parsed = options.safeParse(parseArgs({ args, options: given }).values)
  if (!parsed.success) throw new UsageError(USAGE)
  const { from, to, out, department } = parsed.data
  if (from > to || to > today()) {
    say(`期间有误：截止日不能早于起始日，也不能晚于今天。The last day may not lie before the first, nor after today.`)
    return 1
  }
  const { db } = await database()
  const found = await planNamed(db, parsed.data.plan, say)
  if (!found) return 1
  const { plan, mark } = found
  const wanted = { plan: plan.number, from, to, departmentId: null }
  const all = await summaryRecords(db, OPERATOR, wanted)
  const records = department === undefined ? all : all.filter(({ lead }) => lead === department)
  if (records.length === 0) {
    say(`没有任务可汇编 There is no task to assemble from: ${department ?? plan.title}`)
    return 1
  }
  const bytes = await summaryDocx({
    title: summaryTitle(department ?? null, plan.title, from, to),
    issuer: department ?? plan.officeName ?? plan.issuer,
    writtenOn: today(),
    text: assembleSummary(plan.title, records, { from, to, ahead: aheadOf(from, to) }),
    sources: !parsed.data['no-sources'],
    demo: mark === 'demo',
  })
  await writeFile(out, bytes)
  say(`已写入 Written: ${out}`)
  return 0
}
