'use client'

import { useTranslations } from 'next-intl'
import { type LineAnswer, lineAnswer } from '@/components/department/line-answer'
import type { ActionState } from '@/components/ui/action-state'
import { AppLink } from '@/components/ui/app-link'
import { Button } from '@/components/ui/button'
import type { Day } from '@/domain/calendar'
import { numberText, taskPath } from '@/domain/task-number'
import { EVIDENCE_KINDS } from '@/domain/words'

export type LeadRow = {
  number: number
  version: number
  formId: string
  /** The last report, carried forward where a line leaves text or figure open. */
  lastText: string
  progress: number
  canClaim: boolean
  /** Cooperating departments that have not confirmed: a claim then needs a reason. */
  unconfirmed: string[]
}
type ReportLineProps = {
  row: LeadRow
  index: number
  state: ActionState
  today: Day
  canAccept: boolean
  /** Adds a line for another day; null on all lines but the last. */
  onAnother: (() => void) | null
}

/** One dated line of a lead task: day, figure, text; behind two ticks what a claim needs, and what is rarely said. */
export function ReportLine({ row, index, state, today, canAccept, onAnother }: ReportLineProps) {
  const t = useTranslations('department')
  const field = `rows.${row.number}.lines.${index}`
  const answer = lineAnswer(state, field)
  const { typed, errors } = answer
  const control = (name: string) => ({
    name: `${field}.${name}`,
    id: `${field}.${name}`,
    'aria-invalid': errors.some(([at]) => at === name) || undefined,
  })
  return (
    <fieldset className="rowline" data-line={row.number}>
      <legend className="vh">
        {index === 0
          ? t('lineOf', { number: numberText(row.number) })
          : t('furtherLineOf', { number: numberText(row.number), line: index + 1 })}
      </legend>
      <label className="l-on">
        <span>{t('on')}</span>
        <input type="date" {...control('on')} defaultValue={typed('on') ?? today} max={today} />
      </label>
      <label className="l-progress">
        <span>{t('progress')}</span>
        <input
          type="number"
          {...control('progress')}
          min={0}
          max={99}
          placeholder={String(row.progress)}
          defaultValue={typed('progress')}
        />
        <span aria-hidden="true">%</span>
      </label>
      <label className="l-done">
        <span>{t('done')}</span>
        <textarea rows={2} {...control('done')} placeholder={row.lastText} defaultValue={typed('done')} />
      </label>
      <div className="l-ticks">
        {row.canClaim && (
          <label className="tick">
            <input type="checkbox" {...control('claim')} className="claims" value="on" defaultChecked={typed('claim') !== undefined} />
            {t('claim')}
          </label>
        )}
        <label className="tick">
          <input type="checkbox" className="opens" defaultChecked={isOpenedBy(answer)} />
          {t('more')}
        </label>
      </div>
      {onAnother && (
        <Button
          small
          className="js-only l-another"
          title={t('anotherDay')}
          aria-label={t('anotherDayFor', { number: numberText(row.number) })}
          onClick={onAnother}
        >
          +
        </Button>
      )}
      {row.canClaim && (
        <div className="l-claim">
          <label className="l-kind">
            <span>{t('evidence')}</span>
            <select key={typed('evidenceKind')} {...control('evidenceKind')} defaultValue={typed('evidenceKind')}>
              {EVIDENCE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`evidenceKinds.${kind}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="l-wide">
            <span className="vh">{t('evidenceText')}</span>
            <input type="text" {...control('evidenceText')} placeholder={t('evidenceHint')} defaultValue={typed('evidenceText')} />
          </label>
          {canAccept && (
            <label className="tick">
              <input type="checkbox" {...control('accept')} value="on" defaultChecked={typed('accept') !== undefined} />
              {t('accept')}
            </label>
          )}
          {row.unconfirmed.length > 0 && (
            <label className="l-all">
              <span>{t('unconfirmedReason', { departments: row.unconfirmed.join(t('and')) })}</span>
              <input type="text" {...control('unconfirmedReason')} defaultValue={typed('unconfirmedReason')} />
            </label>
          )}
        </div>
      )}
      <div className="l-more">
        {row.lastText && (
          <Button variant="plain" small className="js-only l-all" onClick={() => carryForward(`${field}.done`, row.lastText)}>
            {t('carryForward')}
          </Button>
        )}
        {(['problems', 'nextStep'] as const).map((name) => (
          <label key={name} className="l-all">
            <span>{t(name)}</span>
            <textarea rows={2} {...control(name)} defaultValue={typed(name)} />
          </label>
        ))}
        {row.canClaim && (
          <div className="l-all l-sign">
            <span>{t('ownSignOff')}</span>
            <input
              type="text"
              {...control('signOffName')}
              aria-label={t('ownSignOffName')}
              placeholder={t('signOffName')}
              defaultValue={typed('signOffName')}
            />
            <input
              type="text"
              {...control('signOffPost')}
              aria-label={t('ownSignOffPost')}
              placeholder={t('signOffPost')}
              defaultValue={typed('signOffPost')}
            />
            <input type="date" {...control('signOffOn')} aria-label={t('ownSignOffOn')} max={today} defaultValue={typed('signOffOn')} />
          </div>
        )}
      </div>
      <LineSays answer={answer} number={row.number} />
    </fieldset>
  )
}

function carryForward(id: string, text: string): void {
  const control = document.getElementById(id) as HTMLTextAreaElement | null
  if (!control) return
  control.value = text
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.focus()
}

const RARE = ['problems', 'nextStep', 'signOffName', 'signOffPost', 'signOffOn']
const isOpenedBy = ({ typed, errors }: LineAnswer): boolean => RARE.some((name) => typed(name) || errors.some(([at]) => at === name))

/** What became of a line: saved, and where to undo it; or why not. */
export function LineSays({ answer, number }: { answer: LineAnswer; number: number }) {
  const t = useTranslations('department')
  return (
    <div className="l-says">
      {answer.saved && <LineSaved number={number} />}
      {answer.errors.map(([name, message]) => (
        <p key={name} className="wrong">
          {t('lineRefused', { reason: message })}{' '}
          {answer.collidesWith && <AppLink href={`${taskPath(number)}#event-${answer.collidesWith}`}>{t('collidesWith')}</AppLink>}
        </p>
      ))}
    </div>
  )
}

export function LineSaved({ number }: { number: number }) {
  const t = useTranslations('department')
  return (
    <span className="x muted">
      {t('lineSaved')} <AppLink href={taskPath(number)}>{t('undoThere', { number: numberText(number) })}</AppLink>
    </span>
  )
}
