import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Command, UsageError } from '@/cli/command'
import { now, today } from '@/clock'
import { type CurrentPlans, currentPlan, type Plan } from '@/db/queries/current-plan'
import { isDay } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import { endOfDay } from '@/domain/scope'
import { BASES } from '@/domain/words'
import { exportList, FORMATS } from '@/exports/export-list'
import { numberOfPlan } from '@/exports/plan-by-name'

const USAGE = `ledger export --format docx|xlsx|csv|json [--plan NAME] [--layout issued|overdue] [--list all|overdue] [--as-of YYYY-MM-DD]
  [--known-on YYYY-MM-DD] [--basis issued|approved] [--out FILE]`

/** Whoever sits at the server's own command line sees all tasks, as a leader does. */
const OPERATOR: Viewer = { userId: '', username: '', role: 'leader', departmentId: null, departmentName: null, name: '', post: '' }

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
  const current = await currentPlan(db)
  const plan = current && planOf(current, name)
  if (!current || plan === null) {
    say(current ? noSuchPlan(current.plans) : '还没有清单：先运行 ledger import。There is no plan yet: run ledger import first.')
    return 1
  }
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

/** The plan of this name, undefined for all of them; null if there is none. */
function planOf(current: CurrentPlans, name: string | undefined): Plan | undefined | null {
  if (name === undefined) return undefined
  const number = numberOfPlan(current.plans, name)
  return current.plans.find((plan) => plan.number === number) ?? null
}

const noSuchPlan = (plans: readonly Plan[]): string =>
  `没有这份清单，已有 No such plan; there are:\n${plans.map(({ number, title }) => `${number} ${title}`).join('\n')}`

function wrongDays(asOf: string, knownOn: string | undefined, present: string): string | null {
  if (asOf > present) return `截至日期不能晚于今天 The as-of day may not lie after today: ${asOf}`
  if (knownOn === undefined) return null
  if (knownOn > present) return `知悉日期不能晚于今天 The known-on day may not lie after today: ${knownOn}`
  return knownOn < asOf ? `知悉日期不能早于截至日期 The known-on day may not lie before the as-of day: ${knownOn}` : null
}
