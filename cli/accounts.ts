import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Command, type CommandContext, UsageError } from '@/cli/command'
import { realNow } from '@/clock'
import { addAccount } from '@/db/commands/add-account'
import { resetPassword } from '@/db/commands/reset-password'
import { accounts, departmentChoices } from '@/db/queries/accounts'
import { writeCsv } from '@/documents/write/csv'
import { ROLES } from '@/domain/words'
import english from '@/messages/en.json'
import chinese from '@/messages/zh-CN.json'

const USAGE = `ledger accounts list
ledger accounts add --username NAME --role ${ROLES.join('|')} [--department NAME]
ledger accounts reset USERNAME`

/** `ledger accounts list | add | reset`, by the operator: as an administrator would, also when none can sign in any more. */
export const accountsCommand: Command = async ([action, ...args], context) => {
  if (action === 'list' && args.length === 0) return list(context)
  if (action === 'add') return add(args, context)
  if (action === 'reset' && args.length === 1 && args[0] && !args[0].startsWith('-')) return reset(args[0], context)
  throw new UsageError(USAGE)
}

const HEADER = ['username', 'role', 'department', 'name', 'post', 'disabled_at', 'must_set_password', 'last_sign_in_at']

/** All accounts as CSV. */
async function list({ database, put }: CommandContext): Promise<0> {
  const rows = await accounts((await database()).db, null)
  put(
    writeCsv(
      HEADER,
      rows.map((row) => [
        row.username,
        row.role,
        row.departmentName,
        row.name,
        row.post,
        row.disabledAt,
        row.mustSetPassword ? 'yes' : 'no',
        row.lastSignInAt,
      ]),
    ),
  )
  return 0
}

const options = z.object({ username: z.string(), role: z.enum(ROLES), department: z.string().optional() })

/** Adds an account; its one-time password goes to stdout. */
async function add(args: string[], { database, put, say }: CommandContext): Promise<0 | 1> {
  const text = { type: 'string' } as const
  const parsed = options.safeParse(parseArgs({ args, options: { username: text, role: text, department: text } }).values)
  if (!parsed.success) throw new UsageError(USAGE)
  const ledger = await database()
  const { username, role, department } = parsed.data
  const known = await departmentChoices(ledger.db)
  // a name that is not known is handed on, and refused as such
  const departmentId = department === undefined ? null : (known.find(({ name }) => name === department)?.id ?? department)
  const outcome = await addAccount(ledger, null, { username, role, departmentId }, realNow())
  if (typeof outcome === 'object' && 'added' in outcome) {
    put(`${outcome.added.password}\n`)
    return 0
  }
  return refuse(outcome, say)
}

/** Replaces a password by a one-time one, which goes to stdout. */
async function reset(username: string, { database, put, say }: CommandContext): Promise<0 | 1> {
  const outcome = await resetPassword(await database(), null, username, realNow())
  if (typeof outcome === 'object' && 'reset' in outcome) {
    put(`${outcome.reset.password}\n`)
    return 0
  }
  return refuse(outcome, say)
}

function refuse(outcome: { refused: keyof typeof chinese.errors } | 'hidden', say: CommandContext['say']): 1 {
  if (outcome === 'hidden') say('没有这个账号。There is no such account.')
  else say(`${chinese.errors[outcome.refused]} ${english.errors[outcome.refused]}`)
  return 1
}
