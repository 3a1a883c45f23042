// From the filled lines of a form to the commands that they mean, in the order of the days they speak of.
import type { z } from 'zod'
import { isFilled, partLine, type ReportLine, type RowsForm, reportLine } from '@/app/(signed-in)/departments/row-fields'
import type { Code } from '@/app/viewer-action'
import type { DepartmentPage } from '@/db/queries/department-page'
import type { TaskRow } from '@/db/queries/task-rows'
import type { Day } from '@/domain/calendar'
import type { Command } from '@/domain/commands'

/** `field` is the name that the line's fields begin with. */
export type Entry<Line> = { number: number; field: string; formId: string; version: number; line: Line }
export type LeadEntry = Entry<ReportLine> & { row: TaskRow }
export type PartEntry = Entry<z.output<typeof partLine>> & { departmentId: string }
export type Entries = { leads: LeadEntry[]; parts: PartEntry[]; misfits: Record<string, Code> }

/** Null if a filled line names a task or a part that does not stand on this page. */
export function filledEntries(form: RowsForm, page: DepartmentPage): Entries | null {
  const entries: Entries = { leads: [], parts: [], misfits: {} }
  for (const [number, { lines, ...asShown }] of Object.entries(form.rows)) {
    const filled = Object.entries(lines).filter(([, raw]) => isFilled(raw))
    const row = page.leading.find((other) => other.number === Number(number))
    if (filled.length > 0 && !row) return null
    for (const [index, raw] of filled) {
      const field = `rows.${number}.lines.${index}`
      const read = reportLine.safeParse(raw)
      if (!read.success) Object.assign(entries.misfits, misfitsOf(read.error, field))
      else if (row)
        entries.leads.push({ ...asShown, number: row.number, row, field, formId: `${asShown.formId}:${index}`, line: read.data })
    }
  }
  for (const [key, raw] of Object.entries(form.parts)) {
    if (!isFilled(raw)) continue
    const at = key.indexOf('_')
    const [number, departmentId] = [Number(key.slice(0, at)), key.slice(at + 1)]
    const row = page.cooperating.find((other) => other.number === number)
    const isHere = page.department === null || page.department.id === departmentId
    if (!isHere || !row?.cooperating.some((duty) => duty.departmentId === departmentId)) return null
    const field = `parts.${key}`
    const read = partLine.safeParse(raw)
    if (read.success) entries.parts.push({ number, departmentId, field, formId: raw.formId, version: raw.version, line: read.data })
    else Object.assign(entries.misfits, misfitsOf(read.error, field))
  }
  const byDay = (a: LeadEntry, b: LeadEntry) => (a.line.on === b.line.on ? 0 : a.line.on < b.line.on ? -1 : 1)
  return { ...entries, leads: entries.leads.sort((a, b) => a.number - b.number || byDay(a, b)) }
}

function misfitsOf(error: z.ZodError, field: string): Record<string, Code> {
  return Object.fromEntries(
    error.issues.map(({ path, message }) => {
      const code = message.startsWith('errors.') ? message.slice('errors.'.length) : 'invalid'
      return [[field, ...path].join('.'), code as Code]
    }),
  )
}

/** What was last reported: text and figure that a line leaves open are taken from there, if it speaks of a later day (rule 13). */
export type LastReport = { on: Day; progress: number; done: string } | null
type Common = { source: string; signOffName: string; signOffPost: string; words: { problems: string; nextStep: string } }

/** The report or the claim that a line means. The figure is NaN where none was given and none can be carried forward. */
export function commandOf(line: ReportLine, last: LastReport, common: Common): Extract<Command, { do: 'report' | 'claim' }> {
  const { on, problems, nextStep } = line
  const { source, words } = common
  if (line.claim) {
    const { signOffName: name, signOffPost: post } = line.signOffName ? line : common
    // a claim has one text: what was typed about problems and next steps must not be lost
    const more = [problems && `${words.problems}${problems}`, nextStep && `${words.nextStep}${nextStep}`]
    return {
      do: 'claim',
      on,
      source,
      unconfirmedReason: line.unconfirmedReason,
      note: line.done && [line.done, ...more].filter(Boolean).join('\n'),
      evidence: line.evidenceText ? { kind: line.evidenceKind, text: line.evidenceText } : null,
      // no day of its own: that of the line, as the page says beside the name
      signOff: name && post ? { name, post, on: line.signOffOn || on } : null,
    }
  }
  const carried = last && last.on <= on ? last : null
  const figure = line.progress ?? carried?.progress ?? (last ? Number.NaN : 0)
  return { do: 'report', on, source, progress: figure, done: line.done || (carried?.done ?? ''), problems, nextStep }
}
