import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FormText, FormTextArea } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormChoices } from '@/components/ui/form-choices'
import type { SheetCells, SheetField, SheetReading } from '@/domain/sheet-line'
import { numberText, taskPath } from '@/domain/task-number'
import type { Part } from '@/domain/words'

/** What the ledger has: `version` is what a choice between the two rests on. */
export type SheetNow = {
  leads: boolean
  version: number
  progress: number
  text: string
  problems: string
  nextStep: string
  part: Part
  note: string
  open: boolean
  /** Shown at 100 % until it is returned. */
  claimed: boolean
}
/** `refused` are the words why it was not saved, `wrong` those of the cells that do not fit. */
export type SheetRowShown = {
  number: number
  title: string
  cells: SheetCells
  reading: SheetReading
  now: SheetNow | null
  conflict: boolean
  state: 'saved' | 'left' | 'to-do'
  refused: string | null
  wrong: Partial<Record<SheetField, string>>
}

/** Row by row what the ledger has, what the sheet would make of it, and what is still to be settled. */
export function SheetRows({ rows }: { rows: readonly SheetRowShown[] }) {
  const t = useTranslations('sheet')
  return (
    <table className="plainhead cards sheetrows">
      <thead>
        <tr>
          {(['task', 'was', 'willBe', 'answer'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <SheetRow key={row.number} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function SheetRow({ row }: { row: SheetRowShown }) {
  const t = useTranslations('sheet')
  return (
    <tr id={`row-${row.number}`} className={row.state === 'to-do' ? undefined : 'settled'}>
      <th scope="row">
        <AppLink href={taskPath(row.number)}>
          <span className="num">{numberText(row.number)}</span> {row.title}
        </AppLink>
      </th>
      <td data-l={t('columns.was')}>{row.now && <Present now={row.now} />}</td>
      <td data-l={t('columns.willBe')}>
        <Future row={row} />
      </td>
      <td data-l={t('columns.answer')}>
        <Answer row={row} />
      </td>
    </tr>
  )
}

function Present({ now }: { now: SheetNow }) {
  const t = useTranslations()
  if (!now.leads) return <Said lines={[t(`parts.${now.part}`), now.note]} />
  if (now.text === '') return <Said lines={[t('sheet.progress', { value: now.progress }), t('sheet.never')]} />
  return <Said lines={[t('sheet.progress', { value: now.progress }), now.text, ...more(t, now)]} />
}

function Future({ row: { reading, cells, now } }: { row: SheetRowShown }) {
  const t = useTranslations()
  if ('wrong' in reading) return <Said lines={[cells.progress && `${cells.progress}`, cells.done, cells.part, cells.note]} />
  if (reading.says === 'nothing') return null
  if (reading.says.do === 'no_change') return <Said lines={[t('sheet.noChange')]} />
  if (reading.says.do === 'confirm') return <Said lines={[t(`parts.${reading.says.part}`), reading.says.note]} />
  const { progress, done } = reading.says
  const figure = now?.claimed ? t('sheet.progressClaimed', { value: progress }) : t('sheet.progress', { value: progress })
  return <Said lines={[figure, done, ...more(t, reading.says)]} />
}

const more = (t: ReturnType<typeof useTranslations<never>>, { problems, nextStep }: { problems: string; nextStep: string }): string[] => [
  problems && `${t('sheet.problems')}：${problems}`,
  nextStep && `${t('sheet.nextStep')}：${nextStep}`,
]

function Said({ lines }: { lines: readonly string[] }) {
  return lines
    .filter((line) => line !== '')
    .map((line, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places
      <p key={i} className={i === 0 ? 'first' : undefined}>
        {line}
      </p>
    ))
}

function Answer({ row }: { row: SheetRowShown }) {
  const t = useTranslations('sheet')
  const { number, state, refused, conflict, now } = row
  if (state === 'saved')
    return (
      <p>
        {t('rowSaved')}{' '}
        <AppLink className="x" href={taskPath(number)}>
          {t('undo')}
        </AppLink>
      </p>
    )
  if (state === 'left') return <p className="muted">{t('rowKept')}</p>
  if (!now) return <p className="wrong">{t('gone')}</p>
  const wrongCells = Object.keys(row.wrong).length > 0
  return (
    <>
      {!now.open && <p className="wrong">{t('notOpen')}</p>}
      {refused && <p className="wrong">{refused}</p>}
      {conflict && <Conflict number={number} version={now.version} />}
      {(wrongCells || refused) && <PutRight row={row} leads={now.leads} />}
      {!conflict && !wrongCells && !refused && <p className="muted">{t('rowSame')}</p>}
    </>
  )
}

function Conflict({ number, version }: { number: number; version: number }): ReactNode {
  const t = useTranslations('sheet')
  return (
    <>
      <input type="hidden" name={`rows.${number}.seen`} value={version} />
      <FormChoices
        legend={t('conflict')}
        name={`rows.${number}.take`}
        options={[
          { value: 'sheet', label: t('takeSheet') },
          { value: 'ledger', label: t('takeLedger') },
        ]}
      />
    </>
  )
}

const OF_LEAD = ['progress', 'done', 'problems', 'nextStep', 'noChange', 'part', 'note'] as const
const LONG: readonly SheetField[] = ['done', 'problems', 'nextStep', 'note']

/** The cells that do not fit, and those that hold anything: all that a correction may touch. */
function PutRight({ row: { number, cells, wrong }, leads }: { row: SheetRowShown; leads: boolean }) {
  const t = useTranslations('sheet')
  const own = (field: SheetField) => (leads ? field !== 'part' && field !== 'note' : field === 'part' || field === 'note')
  const fields = OF_LEAD.filter((field) => wrong[field] || cells[field] !== '' || own(field))
  return (
    <details className="putright" open>
      <summary>{t('putRight')}</summary>
      {fields.map((field) => {
        const name = `rows.${number}.cells.${field}`
        const common = { name, label: t(`cells.${field}`), defaultValue: cells[field] }
        return (
          <div key={field}>
            {wrong[field] && <p className="wrong">{wrong[field]}</p>}
            {LONG.includes(field) ? <FormTextArea {...common} rows={2} /> : <FormText {...common} autoComplete="off" />}
          </div>
        )
      })}
    </details>
  )
}
