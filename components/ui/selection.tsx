// Rows that can be chosen and acted on together. All of it is a GET form that needs no JavaScript: the boxes belong to the bar's form by
// its id, and the bar shows while a box is ticked (app/styles/supervision.css).

import { useTranslations } from 'next-intl'
import { SelectedCount } from '@/components/ui/selected-count'
import { numberText } from '@/domain/task-number'

const FORM = 'selection'

/** The box of one row. `name` is the parameter that it sends, `task` unless something else is chosen; `label` says which row it is. */
export function SelectRow({ name = 'task', value, label }: { name?: string; value: string | number; label: string }) {
  return (
    <label className="pickrow noprint">
      <input type="checkbox" form={FORM} name={name} value={value} data-row="" />
      <span className="vh">{label}</span>
    </label>
  )
}

/** The box of one task. */
export function SelectTask({ number }: { number: number }) {
  return <SelectRow value={numberText(number)} label={useTranslations('selection')('row', { number: numberText(number) })} />
}

type SelectionBarProps = {
  /** What is chosen, for counting in words. */
  of?: 'tasks' | 'departments'
  /** Whether a notice can be issued about it, beside a nudge. */
  notices?: boolean
  /** Sent along with what is chosen. */
  hidden?: Record<string, string | undefined>
}

/** At the bottom of the screen as long as something is chosen: how much it is, and what can be done with it. */
export function SelectionBar({ of = 'tasks', notices = false, hidden = {} }: SelectionBarProps) {
  const t = useTranslations('selection')
  return (
    <form id={FORM} className="selbar noprint" action="/nudge" aria-label={t('label')}>
      {Object.entries(hidden).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <SelectedCount of={of} />
      <button type="submit" className="btn go">
        {t('nudge')}
      </button>
      {notices && (
        <button type="submit" className="btn" formAction="/notices/new">
          {t('notice')}
        </button>
      )}
    </form>
  )
}
