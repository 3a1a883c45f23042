'use client'

import { useTranslations } from 'next-intl'
import { lineAnswer } from '@/components/department/line-answer'
import { LineSays } from '@/components/department/report-line'
import type { ActionState } from '@/components/ui/action-state'
import type { Day } from '@/domain/calendar'
import { numberText } from '@/domain/task-number'
import type { Part } from '@/domain/words'

export type PartRow = { number: number; departmentId: string; version: number; formId: string; part: Part }

const CHOICES = ['done', 'waiting_for_lead', 'obstructed'] as const satisfies readonly Part[]

/** The part of one cooperating department in a task: what it is now is the first choice, and says nothing new. */
export function PartLine({ row, state, today, departmentName }: { row: PartRow; state: ActionState; today: Day; departmentName: string }) {
  const t = useTranslations()
  const field = `parts.${row.number}_${row.departmentId}`
  const answer = lineAnswer(state, field)
  const { typed, errors } = answer
  const control = (name: string) => ({
    name: `${field}.${name}`,
    id: `${field}.${name}`,
    'aria-invalid': errors.some(([at]) => at === name) || undefined,
  })
  return (
    <fieldset className="rowline for-part" data-line={row.number}>
      <legend className="vh">{t('department.partOf', { number: numberText(row.number), department: departmentName })}</legend>
      <input type="hidden" name={`${field}.version`} value={row.version} />
      <input type="hidden" name={`${field}.formId`} value={row.formId} />
      <label className="l-on">
        <span>{t('department.on')}</span>
        <input type="date" {...control('on')} defaultValue={typed('on') ?? today} max={today} />
      </label>
      <label className="l-part">
        <span>{t('department.part')}</span>
        <select key={typed('part')} {...control('part')} defaultValue={typed('part')}>
          <option value="">{t('department.partNow', { part: t(`parts.${row.part}`) })}</option>
          {CHOICES.map((part) => (
            <option key={part} value={part}>
              {t(`parts.${part}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="l-done">
        <span>{t('department.note')}</span>
        <textarea rows={2} {...control('note')} placeholder={t('department.noteHint')} defaultValue={typed('note')} />
      </label>
      <LineSays answer={answer} number={row.number} />
    </fieldset>
  )
}
