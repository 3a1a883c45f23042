import { useTranslations } from 'next-intl'
import { CellDoubt, DeadlineDoubt, DepartmentDoubt } from '@/components/plans/doubt-fields'
import { DoubtPlaces } from '@/components/plans/doubt-places'
import type { DoubtView } from '@/components/plans/import-view'
import { KeptVersion } from '@/components/settings/kept-version'
import { ActionForm } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { FormTick } from '@/components/ui/form-choices'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'

type DoubtsSectionProps = {
  /** Null once the import was carried out. */
  action: Action | null
  importId: string
  version: number
  doubts: readonly DoubtView[]
  /** How many there are beyond those. */
  more: number
  departments: readonly string[]
  /** How the rows are numbered; absent where there is nothing to ask. */
  numbering: { acceptGaps: boolean; renumber: boolean } | null
}

/** What a person has to settle, and what should be looked at: each with the places in the source, one answer for all of them. */
export function DoubtsSection({ action, importId, version, doubts, more, departments, numbering }: DoubtsSectionProps) {
  const t = useTranslations('import')
  const asked = action ? doubts.filter(({ settle }) => ASKED.includes(settle)) : []
  const seen = doubts.filter((doubt) => !asked.includes(doubt))
  const unlike = asked.filter((doubt) => doubt.unlike).map(({ written }) => written)
  return (
    <Section id="doubts" title={t('steps.doubts')} note={t('doubtsNote')} className="step">
      {doubts.length === 0 && <p>{t('noDoubts')}</p>}
      {seen.length > 0 && (
        <ul className="doubts">
          {seen.map((doubt) => (
            <li key={doubt.id} id={`doubt-${doubt.id}`}>
              <DoubtHead doubt={doubt} />
              <DoubtPlaces {...doubt} />
              {action && <span className="note">{t(`settle.${settledBy(doubt)}`)}</span>}
            </li>
          ))}
        </ul>
      )}
      {action && (asked.length > 0 || numbering) && (
        <ActionForm action={action} id="answers" className="answers">
          <KeptVersion version={version} />
          <input type="hidden" name="id" value={importId} />
          {unlike.length > 1 && (
            <span className="opts">
              <FormTick name="restNew" value="yes" label={t('restNew', { count: unlike.length, names: unlike.join('、') })} />
            </span>
          )}
          {asked.map((doubt, index) => (
            <div key={`${doubt.settle} ${doubt.written} ${doubt.cell}`} className="doubt" id={`doubt-${doubt.id}`}>
              <p>
                <DoubtHead doubt={doubt} /> <DoubtPlaces {...doubt} />
              </p>
              {doubt.settle === 'department' && <DepartmentDoubt doubt={doubt} index={index} departments={departments} />}
              {doubt.settle === 'cell' && <CellDoubt doubt={doubt} index={index} />}
              {doubt.settle === 'deadline' && <DeadlineDoubt doubt={doubt} index={index} />}
            </div>
          ))}
          {numbering && (
            <fieldset className="doubt">
              <legend>{t('numbering')}</legend>
              <input type="hidden" name="numbering" value="asked" />
              <span className="opts">
                <FormTick name="acceptGaps" value="yes" label={t('acceptGaps')} ticked={numbering.acceptGaps} />
                <FormTick name="renumber" value="yes" label={t('renumber')} ticked={numbering.renumber} />
              </span>
            </fieldset>
          )}
          <SubmitButton>{t('saveAnswers')}</SubmitButton>
        </ActionForm>
      )}
      {more > 0 && <p className="note">{t('moreDoubts', { count: more })}</p>}
    </Section>
  )
}

const ASKED: readonly DoubtView['settle'][] = ['department', 'cell', 'deadline']
const settledBy = ({ settle, blocking }: DoubtView) =>
  settle === 'columns' || settle === 'numbers' ? settle : blocking ? ('file' as const) : ('look' as const)

function DoubtHead({ doubt }: { doubt: DoubtView }) {
  const t = useTranslations('import')
  return (
    <>
      <span className="mark">{t('doubtMark', { id: doubt.id })}</span>{' '}
      <b className={doubt.blocking ? 'late' : undefined}>{t(doubt.blocking ? 'mustSettle' : 'pleaseLook')}</b> {doubt.text}{' '}
    </>
  )
}
