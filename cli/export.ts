import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Command, UsageError } from '@/cli/command'
import { now, today } from '@/clock'
import { currentPlan } from '@/db/queries/current-plan'
import { isDay } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import { BASES } from '@/domain/words'
import { exportList, FORMATS } from '@/exports/export-list'

const USAGE = 'ledger export --format csv|xlsx|json [--list all|overdue] [--as-of YYYY-MM-DD] [--basis issued|approved] [--out FILE]'

/** Whoever sits at the server's own command line sees all tasks, as a leader does. */
const OPERATOR: Viewer = { userId: '', username: '', role: 'leader', departmentId: null, departmentName: null, name: '', post: '' }

const options = z.object({
  format: z.enum(FORMATS),
  list: z.enum(['all', 'overdue']).default('all'),
  'as-of': z.string().refine(isDay).optional(),
  basis: z.enum(BASES).default('approved'),
  out: z.string().min(1).optional(),
})

/** `ledger export`: the ledger or the overdue list as of a day, to stdout or to a file. */
export const exportCommand: Command = async (args, { database, say, put }) => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { format: text, list: text, 'as-of': text, basis: text, out: text } })
  const parsed = options.safeParse(values)
  if (!parsed.success) throw new UsageError(USAGE)
  const { format, list, basis, out } = parsed.data
  const asOf = parsed.data['as-of'] ?? today()
  if (asOf > today()) {
    say(`截至日期不能晚于今天 The as-of day may not lie after today: ${asOf}`)
    return 1
  }
  const { db } = await database()
  const current = await currentPlan(db)
  if (!current) {
    say('还没有清单：先运行 ledger import。There is no plan yet: run ledger import first.')
    return 1
  }
  const file = await exportList(db, OPERATOR, {
    scope: list === 'overdue' ? 'overdue' : 'ledger',
    format,
    asOf,
    basis,
    filter: {},
    onlyBasis: list === 'overdue',
    sort: 'number',
    descending: false,
    locale: 'zh-CN',
    maker: '命令行',
    madeAt: now(),
    planTitle: current.plan.title,
    demo: current.mark === 'demo',
  })
  if (out) {
    await writeFile(out, file.bytes)
    say(`已写入 Written: ${out}`)
  } else put(file.bytes)
  return 0
}
