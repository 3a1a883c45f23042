'use client'

import { useEffect, useState } from 'react'
import { linesGivenBack } from '@/components/department/line-answer'
import { type LeadRow, ReportLine } from '@/components/department/report-line'
import type { ActionState } from '@/components/ui/action-state'
import type { Day } from '@/domain/calendar'

type LeadLinesProps = { row: LeadRow; state: ActionState; today: Day; canAccept: boolean; drafted?: readonly number[] }

/** All lines of one lead task: one, and with JavaScript more for other days. `drafted` are lines that a draft in the browser needs. */
export function LeadLines({ row, state, today, canAccept, drafted = [] }: LeadLinesProps) {
  const field = `rows.${row.number}`
  const [added, setAdded] = useState<number[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer takes away the lines that were added before it
  useEffect(() => setAdded([]), [state])
  const lines = [...new Set([...linesGivenBack(state, field), ...drafted, ...added])].sort((a, b) => a - b)
  const last = lines.at(-1) ?? 0
  return (
    <>
      <input type="hidden" name={`${field}.version`} value={row.version} />
      <input type="hidden" name={`${field}.formId`} value={row.formId} />
      {lines.map((index) => (
        <ReportLine
          key={index}
          {...{ row, index, state, today, canAccept }}
          onAnother={index === last ? () => setAdded([...added, last + 1]) : null}
        />
      ))}
    </>
  )
}
