'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useEffect, useMemo, useRef, useState } from 'react'
import { EveryRow, type EveryRowProps } from '@/components/department/every-row'
import { isFilledLine, linesOf } from '@/components/department/filled-lines'
import { LeadLines } from '@/components/department/lead-lines'
import { PartLine, type PartRow } from '@/components/department/part-line'
import { type LeadRow, LineSaved } from '@/components/department/report-line'
import { SaveBar } from '@/components/department/save-bar'
import { TasksTable } from '@/components/department/tasks-table'
import { type Action, type ActionState, IDLE } from '@/components/ui/action-state'
import { DraftKeeper } from '@/components/ui/draft-keeper'
import { draftKey, forgetDraft, readDraft, saveDraft } from '@/components/ui/drafts'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Section } from '@/components/ui/section'
import type { Day } from '@/domain/calendar'
import { numberText } from '@/domain/task-number'

export type Shown<Row> = {
  row: Row
  cells: ReactNode /** A task that is claimed, closed or withdrawn is seldom written to: its line is folded away. */
  open: boolean
  departmentName: string
}
export type RowsFormProps = {
  action: Action
  /** The username, for drafts. */
  user: string
  /** Empty on the page of all tasks. */
  departmentId: string
  /** The plan whose rows these are; all plans' without. */
  plan?: number
  formId: string
  today: Day
  leads: Shown<LeadRow>[]
  parts: Shown<PartRow>[]
  unheard: number | null
  everyRow: Omit<EveryRowProps, 'state'>
}

/** The one form of a page with many rows: each filled line is saved by itself, and what was refused stays as it was typed. */
export function RowsForm({ action, user, departmentId, plan, formId, today, leads, parts, unheard, everyRow }: RowsFormProps) {
  const t = useTranslations('department')
  const [state, post] = useActionState(action, IDLE)
  const form = useRef<HTMLFormElement>(null)
  const name = `rows-${departmentId || 'all'}`
  const drafted = useDraftedLines(form, draftKey(user, name), state)
  const summary = useMemo(() => summaryOf(state, (number, reason) => t('rowError', { number: numberText(number), reason })), [state, t])
  return (
    <form action={post} ref={form} noValidate>
      <input type="hidden" name="department" value={departmentId} />
      <input type="hidden" name="plan" value={plan ?? ''} />
      <input type="hidden" name="formId" value={formId} />
      <ErrorSummary {...summary} />
      {drafted && <DraftKeeper user={user} formId={name} />}
      <EveryRow {...everyRow} state={state} />
      {leads.length > 0 && (
        <Section title={t('leading')} note={<span className="noprint">{t('leadingHint')}</span>} id="leading">
          <TasksTable entry={t('entry')}>
            {leads.map(({ row, cells, open }) => (
              <tr key={row.number}>
                {cells}
                <td className="c-entry">
                  <Folded {...{ state, open, number: row.number }} field={`rows.${row.number}`}>
                    <LeadLines {...{ row, state, today }} canAccept={everyRow.behalf} drafted={drafted?.[row.number]} />
                  </Folded>
                </td>
              </tr>
            ))}
          </TasksTable>
        </Section>
      )}
      {parts.length > 0 && (
        <Section title={t('cooperating')} note={<span className="noprint">{t('cooperatingHint')}</span>} id="cooperating">
          <TasksTable part entry={t('entry')}>
            {parts.map(({ row, cells, open, departmentName }) => (
              <tr key={`${row.number} ${row.departmentId}`}>
                {cells}
                <td className="c-entry">
                  <Folded {...{ state, open, number: row.number }} field={`parts.${row.number}_${row.departmentId}`}>
                    <PartLine {...{ row, state, today, departmentName }} />
                  </Folded>
                </td>
              </tr>
            ))}
          </TasksTable>
        </Section>
      )}
      <SaveBar state={state} unheard={unheard} />
    </form>
  )
}

type FoldedProps = { state: ActionState; field: string; number: number; open: boolean; children: ReactNode }

/** Folds away what is seldom needed, unless something in it was refused; what was saved is said outside. */
function Folded({ state, field, number, open, children }: FoldedProps) {
  const t = useTranslations('department')
  const refused = Object.keys(state.fieldErrors ?? {}).some((name) => name.startsWith(`${field}.`))
  if (open || refused) return children
  const lines = String(state.data?.saved ?? '').split(' ')
  return (
    <>
      {lines.some((line) => line === field || line.startsWith(`${field}.`)) && <LineSaved number={number} />}
      <details className="folded">
        <summary>{t('backfill')}</summary>
        {children}
      </details>
    </>
  )
}

type DraftedLines = Record<string, number[]>

/**
 * Lines that were added and left unsent in this browser, by task; null until that is known, so that the draft finds its fields.
 * Also brings the draft in line with each answer: what was saved goes, what was given back stays.
 */
function useDraftedLines(form: React.RefObject<HTMLFormElement | null>, key: string, state: ActionState): DraftedLines | null {
  const [drafted, setDrafted] = useState<DraftedLines | null>(null)
  useEffect(() => setDrafted(linesInDraft(key)), [key])
  useEffect(() => {
    // a day alone is no draft: an empty line speaks of today, also tomorrow
    for (const line of form.current && drafted ? linesOf(form.current) : []) {
      const day = line.querySelector<HTMLInputElement>('.l-on input')
      if (day && !isFilledLine(line)) day.value = day.defaultValue
    }
  }, [drafted, form])
  useEffect(() => {
    if (state.status === 'idle') return
    setDrafted({})
    if (form.current && linesOf(form.current).some(isFilledLine)) saveDraft(key, form.current)
    else forgetDraft(key)
  }, [state, key, form])
  return drafted
}

function linesInDraft(key: string): DraftedLines {
  const found = Object.keys(readDraft(key) ?? {}).flatMap((name) => {
    const [, number = '', line = ''] = /^rows\.(\d+)\.lines\.(\d+)\./.exec(name) ?? []
    return number ? [{ number, line: Number(line) }] : []
  })
  return Object.fromEntries(
    [...Map.groupBy(found, (one) => one.number)].map(([number, own]) => [number, [...new Set(own.map((one) => one.line))]]),
  )
}

// The row is named in words; a field that is not shown any more gives way to its line's day. Without fields the whole form was refused.
function summaryOf({ status, message = '', fieldErrors = {} }: ActionState, inWords: (number: number, reason: string) => string) {
  if (status !== 'refused') return { errors: [] }
  const numbered = Object.entries(fieldErrors).map(([field, reason]) => {
    const number = Number(/^(?:rows|parts)\.(\d+)/.exec(field)?.[1] ?? 0)
    return { number, field: field.replace(/\.accept$/, '.on'), message: number > 0 ? inWords(number, reason) : reason }
  })
  if (numbered.length === 0) return { errors: [{ message }] }
  const isSaidBelow = numbered.some((one) => one.message === message)
  return { title: isSaidBelow ? undefined : message, errors: numbered.sort((a, b) => a.number - b.number) }
}
