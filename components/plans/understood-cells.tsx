import { useTranslations } from 'next-intl'
import { DoubtMarks } from '@/components/plans/doubt-marks'
import type { RowView, Understood } from '@/components/plans/import-view'
import { DayText } from '@/components/ui/day-text'

/** What a row of the source became, or why it is no task. */
export function UnderstoodCells({ row, columns }: { row: RowView; columns: number }) {
  const t = useTranslations('import')
  const terms = useTranslations('terms')
  const { is, doubts } = row
  if (!is) {
    return (
      <td colSpan={columns} className={doubts.row ? 'res doubtful' : 'res muted'}>
        {row.other && t(`otherRows.${row.other}`)}
        <DoubtMarks ids={doubts.row} />
      </td>
    )
  }
  const mark = (...roles: (keyof typeof doubts)[]) => [...new Set(roles.flatMap((role) => doubts[role] ?? []))]
  const cell = (ids: number[], more = '') => ({ className: `${more} ${ids.length > 0 ? 'doubtful' : ''}`.trim() || undefined })
  const ofNumber = mark('number', 'row')
  const ofDepartments = mark('departments', 'lead', 'cooperating')
  return (
    <>
      <td {...cell(ofNumber, 'res r')}>
        {is.number}
        <DoubtMarks ids={ofNumber} />
      </td>
      <td {...cell(mark('goal'))}>
        {is.goal}
        <DoubtMarks ids={doubts.goal} />
      </td>
      <td {...cell(mark('title'), 'wide')}>
        {is.title}
        <DoubtMarks ids={doubts.title} />
      </td>
      <td {...cell(mark('measure'), 'long')}>
        {is.measure}
        {is.contacts.map(({ what, text }) => (
          <span className="note x" key={what}>
            {t('named', { name: terms(what), text })}
          </span>
        ))}
        {is.more.map(({ heading, text }) => (
          <span className="note x" key={heading}>
            {t('named', { name: heading, text })}
          </span>
        ))}
        <DoubtMarks ids={doubts.measure} />
      </td>
      <td {...cell(ofDepartments, 'wide')}>
        <Departments departments={is.departments} />
        <DoubtMarks ids={ofDepartments} />
      </td>
      <td {...cell(mark('deadline'), 'wide')}>
        {is.unsettled.includes('deadline') ? is.deadline.issued : <DeadlineMeaning {...is.deadline} />}
        <DoubtMarks ids={doubts.deadline} />
      </td>
    </>
  )
}

function Departments({ departments }: Pick<Understood, 'departments'>) {
  const t = useTranslations('dutyRoles')
  return departments.map(({ name, role }) => (
    <span className="x" key={name}>
      <span className="muted">{t(role)}</span> {name}
    </span>
  ))
}

/** The deadline as written, and the last day on time. */
export function DeadlineMeaning({
  issued,
  precision,
  dueOn,
}: Omit<Understood['deadline'], 'precision'> & { precision: Understood['deadline']['precision'] | null }) {
  const t = useTranslations('import')
  return (
    <>
      <span className="x">{issued}</span>
      <span className="note x">
        {dueOn === null ? t(precision === 'none' ? 'longTerm' : 'notUnderstood') : t.rich('dueOn', { d: () => <DayText day={dueOn} /> })}
      </span>
    </>
  )
}
