import { parseArgs } from 'node:util'
import { z } from 'zod'
import { UsageError } from '@/cli/command'
import { type Choices, READ_ROLES, type ReadRole, type Recognition } from '@/documents/recognition'
import { isDay } from '@/domain/calendar'
import { readDeadline } from '@/domain/deadline'
import type { DocumentRef } from '@/domain/document-ref'

export const USAGE = `ledger import FILE [--plan new|NAME] [--issuer NAME --first-day YYYY-MM-DD] [--title TITLE] [--dry-run] [--json]
  [--map COLUMN=ROLE …] [--department ALIAS=NAME …] [--deadline TEXT=DEADLINE …] [--leave-out TABLE …] [--accept-gaps] [--renumber]
  [--document "TITLE|NUMBER|YYYY-MM-DD" --by USERNAME]
FILE: .docx .xlsx .csv .txt　ROLE: ${READ_ROLES.join(' ')}
除随附的清单外，新清单须写明发文机关和清单起始日；修改清单须写明依据的文件和经手的督查员。
A new plan needs its issuer and its first day, but for the one that ships; a change of a plan needs the document and the supervisor.`

const text = z.string().trim().min(1)
const pairs = z.array(z.string().includes('=')).default([])
const options = z.object({
  plan: text.optional(),
  issuer: text.optional(),
  'first-day': z.string().refine(isDay).optional(),
  title: text.optional(),
  map: pairs,
  department: pairs,
  deadline: pairs,
  'leave-out': z.array(z.coerce.number().int().min(1)).default([]),
  document: text.optional(),
  by: text.optional(),
  'accept-gaps': z.boolean().default(false),
  renumber: z.boolean().default(false),
  'dry-run': z.boolean().default(false),
  json: z.boolean().default(false),
})

export type ImportOptions = Omit<z.infer<typeof options>, 'document'> & { file: string; document: DocumentRef | null; choices: Choices }

/** Throws UsageError for what is not to be understood. */
export function importOptions(args: string[]): ImportOptions {
  const one = { type: 'string' } as const
  const many = { type: 'string', multiple: true } as const
  const flag = { type: 'boolean' } as const
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...{ plan: one, issuer: one, 'first-day': one, title: one, document: one, by: one },
      ...{ map: many, department: many, deadline: many, 'leave-out': many },
      ...{ 'accept-gaps': flag, renumber: flag, 'dry-run': flag, json: flag },
    },
  })
  const [file] = positionals
  const parsed = options.safeParse(values)
  if (!file || positionals.length > 1 || !parsed.success) throw new UsageError(USAGE)
  const { data } = parsed
  const deadlines = entries(data.deadline)
  for (const deadline of Object.values(deadlines)) if (!readDeadline(deadline)) throw new UsageError(`--deadline: ${deadline}`)
  const choices: Choices = {
    ...(data.title !== undefined && { title: data.title }),
    leaveOut: data['leave-out'].map((table) => table - 1),
    departments: entries(data.department),
    deadlines,
    acceptGaps: data['accept-gaps'],
    renumber: data.renumber,
  }
  return { ...data, file, choices, document: data.document === undefined ? null : documentOf(data.document) }
}

/** What the columns hold, where `--map` says so: by the heading, or by the column's number from 1. */
export function mappedColumns(map: readonly string[], { tables }: Recognition): Choices['columns'] {
  const wanted = Object.entries(entries(map)).map(([column, role]) => {
    if (!(READ_ROLES as readonly string[]).includes(role)) throw new UsageError(`--map: ${role} (${READ_ROLES.join(' ')})`)
    return { column: plain(column), role: role as ReadRole, isFound: false }
  })
  if (wanted.length === 0) return undefined
  const columns: NonNullable<Choices['columns']> = {}
  for (const table of tables) {
    const roles = table.columns.map(({ heading, role }, i) => {
      const found = wanted.find(({ column }) => column === plain(heading) || column === String(i + 1))
      if (found) found.isFound = true
      return { role: found?.role ?? role, isChosen: found !== undefined }
    })
    if (!roles.some(({ isChosen }) => isChosen)) continue
    const chosen = new Set(roles.filter(({ isChosen }) => isChosen).map(({ role }) => role))
    // a column that is said to be the title takes that from the one that was taken for it
    columns[table.index] = roles.map(({ role, isChosen }) =>
      !isChosen && role !== 'other' && role !== 'ignored' && chosen.has(role) ? 'other' : role,
    )
  }
  const missing = wanted.find(({ isFound }) => !isFound)
  if (missing) throw new UsageError(`--map: 没有这一列 no such column: ${missing.column}`)
  return columns
}

const plain = (heading: string): string => heading.normalize('NFKC').replace(/\s+/g, '')

const entries = (given: readonly string[]): Record<string, string> =>
  Object.fromEntries(given.map((pair) => [pair.slice(0, pair.lastIndexOf('=')).trim(), pair.slice(pair.lastIndexOf('=') + 1).trim()]))

function documentOf(given: string): DocumentRef {
  const [title = '', number = '', on = '', ...rest] = given.split('|').map((part) => part.trim())
  if (title === '' || !isDay(on) || rest.length > 0) throw new UsageError(`--document "TITLE|NUMBER|YYYY-MM-DD": ${given}`)
  return { title, number, on }
}
