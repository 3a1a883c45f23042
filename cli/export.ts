import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Command, UsageError } from '@/cli/command'
import { OPERATOR } from '@/cli/operator'
import { planNamed, plansThere } from '@/cli/plan-named'
import { now, today } from '@/clock'
import { isDay } from '@/domain/calendar'
import { endOfDay } from '@/domain/scope'
import { BASES } from '@/domain/words'
import { exportList, FORMATS } from '@/exports/export-list'

const USAGE = `ledger export --format docx|xlsx|csv|json [--plan NAME] [--layout issued|overdue] [--list all|overdue] [--as-of YYYY-MM-DD]
  [--known-on YYYY-MM-DD] [--basis issued|approved] [--out FILE]`

const day = z.string().refine(isDay).optional()
const options = z.object({
  format: z.enum(FORMATS),
  plan: z.string().min(1).optional(),
  /** `issued` as the plan was issued; `overdue` is the overdue list, which `--list overdue` names too. */
  layout: z.enum(['issued', 'overdue']).optional(),
  list: z.enum(['all', 'overdue']).default('all'),
  'as-of': day,
  'known-on': day,
  basis: z.enum(BASES).default('approved'),
  out: z.string().min(1).optional(),
})

/** `ledger export`: the ledger or the overdue list as of a day and as known on a day, of one plan or of all, to stdout or to a file. */
export const exportCommand: Command = async (args, { database, say, put }) => {
  const text = { type: 'string' } as const
  const names = ['format', 'plan', 'layout', 'list', 'as-of', 'known-on', 'basis', 'out']
  const { values } = parseArgs({ args, options: Object.fromEntries(names.map((name) => [name, text])) })
  const parsed = options.safeParse(values)
  if (!parsed.success || (parsed.data.layout === 'issued' && parsed.data.list === 'overdue')) throw new UsageError(USAGE)
  const { format, layout, list, basis, out, plan: name, 'known-on': knownOn } = parsed.data
  const asOf = parsed.data['as-of'] ?? knownOn ?? today()
  const refused = wrongDays(asOf, knownOn, today())
  if (refused) {
    say(refused)
    return 1
  }
  const { db } = await database()
  const current = await (name === undefined ? plansThere(db, say) : planNamed(db, name, say))
  if (!current) return 1
  const plan = name === undefined ? undefined : current.plan
  const overdue = list === 'overdue' || layout === 'overdue'
  const file = await exportList(db, OPERATOR, {
    scope: overdue ? 'overdue' : 'ledger',
    format,
    layout: layout === 'issued' ? 'issued' : 'list',
    asOf,
    knownAt: knownOn === undefined || knownOn >= today() ? null : endOfDay(knownOn),
    plan: plan?.number,
    basis,
    filter: {},
    onlyBasis: overdue,
    sort: 'number',
    descending: false,
    locale: 'zh-CN',
    maker: '命令行',
    madeAt: now(),
    planTitle: plan?.title ?? (current.plans.length === 1 ? current.plan.title : '全部清单'),
    demo: current.mark === 'demo',
  })
  if (out) {
    await writeFile(out, file.bytes)
    say(`已写入 Written: ${out}`)
  } else put(file.bytes)
  return 0
}

function wrongDays(asOf: string, knownOn: string | undefined, present: string): string | null {
  if (asOf > present) return `截至日期不能晚于今天 The as-of day may not lie after today: ${asOf}`
  if (knownOn === undefined) return null
  if (knownOn > present) return `知悉日期不能晚于今天 The known-on day may not lie after today: ${knownOn}`
  return knownOn < asOf ? `知悉日期不能早于截至日期 The known-on day may not lie before the as-of day: ${knownOn}` : null
}
