// The departments of each task: who leads and who cooperates, by the columns, by marks in the text, or else by who is named first.
import { likelyNames, type Meaning, meaningsOf } from '@/documents/read/department-names'
import type { DoubtBook } from '@/documents/read/doubt-book'
import type { RawTask, Words } from '@/documents/read/raw-tasks'
import { departmentsSeen, type NamedDepartment, splitDepartments } from '@/documents/read/split-departments'
import { answerTo, type Choices, type KnownNames } from '@/documents/recognition'
import type { IssuedRow } from '@/domain/issued-table'
import type { DutyRole } from '@/domain/words'

export type ReadDuties = { departments: IssuedRow['departments']; written: string[]; unsettled: boolean }
type Named = NamedDepartment & { words: Words; column: Column }
type Column = (typeof COLUMNS)[number]

const COLUMNS = ['departments', 'lead', 'cooperating'] as const

/** Per task its departments, the lead first; `numbers` are those of the tasks. */
export function readDepartments(
  tasks: readonly RawTask[],
  numbers: readonly number[],
  known: KnownNames,
  choices: Choices,
  doubts: DoubtBook,
): ReadDuties[] {
  const names = knownNames(tasks, known, choices)
  const isLikely = remembered((name) => likelyNames(name, known.departments).length > 0)
  const split = new Map<string, ReturnType<typeof splitDepartments>>()
  const splitOf = (words: Words, column: Column) => {
    const key = cellKey(words.lines)
    // nobody need cooperate
    const chosen = key === '' && column === 'cooperating' ? undefined : answerTo(choices.cells, key)
    if (chosen) return { names: chosen.map((name): NamedDepartment => ({ name, mark: null })), problems: [] }
    const found = split.get(words.lines.join('\n')) ?? splitDepartments(words.lines, (name) => names.has(name), isLikely)
    split.set(words.lines.join('\n'), found)
    return found
  }
  const read = tasks.map((task, i) => {
    let unsettled = false
    const named = COLUMNS.flatMap((column): Named[] => {
      const words = task.cells[column] ?? (column === 'departments' && !task.cells.lead ? { lines: [], text: '', at: task.at } : undefined)
      if (!words) return []
      const { names, problems } = splitOf(words, column)
      unsettled ||= problems.length > 0
      const cell = cellKey(words.lines)
      for (const { code, values, suggestions } of problems)
        doubts.sayOnce(`${cell} ${Object.values(values)}`, {
          at: words.at,
          column,
          number: numbers[i],
          code,
          values: { ...values, cell },
          suggestions,
        })
      return names.map((one) => ({ ...one, words, column }))
    })
    return { task, number: numbers[i] ?? 0, named, unsettled }
  })
  const times = new Map<string, number>()
  for (const { named } of read) for (const { name } of named) times.set(name, (times.get(name) ?? 0) + 1)
  const meanings = meaningsOf(times, known, choices)
  return read.map(({ task, number, named, unsettled }): ReadDuties => {
    const means = (name: string): Meaning => meanings.get(name) ?? { name }
    for (const { name, words, column } of named) {
      const { doubt } = means(name)
      if (doubt) doubts.sayOnce(name, { at: words.at, column, number, values: { text: name, times: times.get(name) ?? 1 }, ...doubt })
      unsettled ||= doubt?.blocking ?? false
    }
    const sayRow = (code: 'departments-empty' | 'department-twice' | 'lead-twice', values: Record<string, string>, blocking = true) => {
      const words = task.cells.departments ?? task.cells.lead
      const cell = cellKey(words?.lines ?? [])
      doubts.say({
        at: words?.at ?? task.at,
        column: task.cells.lead ? 'lead' : 'departments',
        number,
        code,
        blocking,
        values: { ...values, cell },
      })
      unsettled ||= blocking
    }
    const hasColumn = task.cells.departments !== undefined || task.cells.lead !== undefined
    const roles = withRoles(named, task)
    const leads = roles.filter(({ role }) => role === 'lead')
    if (leads.length > 1) sayRow('lead-twice', { text: leads.map(({ name }) => name).join('、'), first: leads[0]?.name ?? '' }, false)
    const lead = leads[0]
    // a column that is missing was said once for all
    if (!lead && hasColumn) sayRow('departments-empty', {})
    unsettled ||= !lead
    const ordered = (lead ? [lead, ...roles.filter((one) => one !== lead)] : roles).map((one) => ({
      as: one.name,
      name: means(one.name).name,
    }))
    const once = ordered.filter(({ name }, i) => ordered.findIndex((other) => other.name === name) === i)
    for (const text of new Set(ordered.filter((one) => !once.includes(one)).map(({ name }) => name))) {
      const same = named.filter(({ name }) => means(name).name === text)
      // the same spelling twice in one cell was said with the cell; the lead named again beside its column counts once
      const wasSaid = new Set(same.map(({ name, column }) => `${column} ${name}`)).size < same.length
      if (!wasSaid) sayRow('department-twice', { text }, new Set(same.map(({ column }) => column)).size < 2)
    }
    return {
      departments: once.map(({ name }, i) => ({ name, role: i === 0 ? 'lead' : 'cooperating' })),
      written: once.map(({ as }) => as),
      unsettled,
    }
  })
}

/** What a cell of departments says, as `choices.cells` has it. */
export const cellKey = (lines: readonly string[]): string => lines.join(' ')

/** Columns say who leads; within a cell marks do; else the first named leads. */
function withRoles(named: readonly Named[], task: RawTask): { name: string; role: DutyRole }[] {
  const hasMark = named.some(({ mark }) => mark === 'lead')
  const onlyCooperate = named.length > 0 && named.every(({ mark, column }) => mark === 'cooperating' || column === 'cooperating')
  return named.map(({ name, mark, column }, i) => {
    if (column === 'cooperating' || onlyCooperate) return { name, role: 'cooperating' }
    if (mark) return { name, role: mark }
    if (column === 'lead') return { name, role: 'lead' }
    return { name, role: !hasMark && !task.cells.lead?.text && i === 0 ? 'lead' : 'cooperating' }
  })
}

function knownNames(tasks: readonly RawTask[], known: KnownNames, choices: Choices): Set<string> {
  const cells = tasks.flatMap((task) => COLUMNS.map((column) => task.cells[column]?.lines ?? []))
  const settled = Object.entries(choices.departments ?? {}).flat()
  return new Set([...known.departments, ...Object.keys(known.aliases), ...settled, ...departmentsSeen(cells)])
}

function remembered(question: (name: string) => boolean): (name: string) => boolean {
  const answers = new Map<string, boolean>()
  return (name) => {
    const answer = answers.get(name) ?? question(name)
    answers.set(name, answer)
    return answer
  }
}
