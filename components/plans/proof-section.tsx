import { useTranslations } from 'next-intl'
import type { ProofView } from '@/components/plans/import-view'
import { DeadlineMeaning } from '@/components/plans/understood-cells'
import { Section } from '@/components/ui/section'

/** That nothing was lost: rows, departments and deadlines of the source, and what became of each. */
export function ProofSection({ proof }: { proof: ProofView }) {
  const t = useTranslations()
  const { sourceRows, understood, goalRows, notes, repeatedHeaders, notUnderstood } = proof
  const counts = { sourceRows, understood, goalRows, notes, repeatedHeaders, notUnderstood }
  const whole = sourceRows === understood + goalRows + notes + repeatedHeaders + notUnderstood
  return (
    <Section id="proof" title={t('import.steps.proof')} className="step">
      <p className="lead">
        {t('import.rowsSum', counts)}
        {!whole && <b className="late">{t('import.rowsDiffer')}</b>}
      </p>
      <p>{t('import.dutiesSum', { duties: proof.duties, departments: proof.departments.length })}</p>
      <div className="proofs">
        <table className="cards">
          <caption className="vh">{t('terms.departments')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('terms.department')}</th>
              <th scope="col" className="r">
                {t('dutyRoles.lead')}
              </th>
              <th scope="col" className="r">
                {t('dutyRoles.cooperating')}
              </th>
              <th scope="col">{t('import.writtenAs')}</th>
            </tr>
          </thead>
          <tbody>
            {proof.departments.map(({ name, known, leads, cooperates, written }) => (
              <tr key={name}>
                <th scope="row">
                  {name} {!known && <span className="mark">{t('import.newDepartment')}</span>}
                </th>
                <td className="r" data-l={t('dutyRoles.lead')}>
                  {leads}
                </td>
                <td className="r" data-l={t('dutyRoles.cooperating')}>
                  {cooperates}
                </td>
                <td data-l={t('import.writtenAs')}>
                  {written.map(({ as, times }) => (
                    <span className="x" key={as}>
                      {t('import.times', { text: as, times })}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className="cards">
          <caption className="vh">{t('terms.deadline')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('import.deadlineWritten')}</th>
              <th scope="col" className="r">
                {t('import.rows')}
              </th>
            </tr>
          </thead>
          <tbody>
            {proof.deadlines.map(({ written, precision, dueOn, times }) => (
              <tr key={written}>
                <td>
                  <DeadlineMeaning issued={written} precision={precision} dueOn={dueOn} />
                </td>
                <td className="r" data-l={t('import.rows')}>
                  {times}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
