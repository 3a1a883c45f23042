import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Command, UsageError } from '@/cli/command'
import { planNamed } from '@/cli/plan-named'
import { today } from '@/clock'
import type { Db } from '@/db/client'
import { draftedBulletin, draftSheet, issuedSheet } from '@/db/queries/bulletin-page'
import { bulletinOf, lastIssue, openDraft } from '@/db/queries/bulletins'
import type { Plan } from '@/db/queries/current-plan'
import { bulletinDocx } from '@/documents/write/bulletin-docx'
import { plainProse } from '@/domain/bulletin-prose'
import type { BulletinSheet } from '@/domain/bulletin-sheet'
import { type Day, isDay } from '@/domain/calendar'
import { BASES, type Basis } from '@/domain/words'

const USAGE = 'ledger bulletin --as-of YYYY-MM-DD --out FILE.docx [--plan NAME] [--draft] [--basis issued|approved]'

const options = z.object({
  'as-of': z.string().refine(isDay),
  out: z.string().min(1),
  plan: z.string().min(1).optional(),
  draft: z.boolean().default(false),
  basis: z.enum(BASES).optional(),
})

/**
 * `ledger bulletin`: the issued bulletin of an as-of day as Word once more; with `--draft` one that nobody has signed, without a number,
 * from the ledger as it is now. Issuing needs a signature and is done in the browser. Nothing is stored.
 */
export const bulletinCommand: Command = async (args, { database, say }) => {
  const text = { type: 'string' } as const
  const given = { 'as-of': text, out: text, plan: text, basis: text, draft: { type: 'boolean' } } as const
  const parsed = options.safeParse(parseArgs({ args, options: given }).values)
  if (!parsed.success) throw new UsageError(USAGE)
  const { 'as-of': asOf, out, draft, basis } = parsed.data
  if (asOf > today()) {
    say(`截至日期不能晚于今天 The as-of day may not lie after today: ${asOf}`)
    return 1
  }
  const { db } = await database()
  const plan = (await planNamed(db, parsed.data.plan, say))?.plan
  if (!plan) return 1
  if (asOf < plan.firstDay) {
    say(`截至日期不能早于清单起始日 The as-of day may not lie before the plan's first day: ${plan.firstDay}`)
    return 1
  }
  const sheet = draft ? await drafted(db, plan, asOf, basis ?? 'approved') : await issued(db, plan, asOf, basis)
  if (!sheet) {
    say(
      `没有截至${asOf}的已印发通报。印发须签发，在网页上办理；--draft 可写征求意见稿。No bulletin was issued as of that day. Issuing needs a signature, in the browser; --draft writes a draft.`,
    )
    return 1
  }
  await writeFile(out, await bulletinDocx(sheet))
  say(`已写入 Written: ${out}（${sheet.label}）`)
  return 0
}

async function issued(db: Db, plan: Plan, asOf: Day, basis: Basis | undefined): Promise<BulletinSheet | null> {
  const found = await lastIssue(db, plan.id, asOf)
  return found && (basis === undefined || found.basis === basis) ? issuedSheet(found) : null
}

/** With the prose of the open draft if it is of this day and basis, else with the usual one. */
async function drafted(db: Db, plan: Plan, asOf: Day, basis: Basis): Promise<BulletinSheet> {
  const open = await openDraft(db, plan.id)
  const own = open && open.asOf === asOf && open.basis === basis ? bulletinOf(open).prose : null
  const prose = own ?? plainProse((await draftedBulletin(db, plan, { asOf, basis })).figures)
  return (await draftSheet(db, plan, { asOf, basis, prose })).sheet
}
