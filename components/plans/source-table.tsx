import { useTranslations } from 'next-intl'
import { DoubtMarks } from '@/components/plans/doubt-marks'
import type { CellView, RowView, TableView } from '@/components/plans/import-view'
import { UnderstoodCells } from '@/components/plans/understood-cells'
import { FormSelect } from '@/components/ui/action-form'
import { COLUMN_ROLES } from '@/domain/plan-layout'

const UNDERSTOOD = ['number', 'goal', 'title', 'measure', 'departments', 'deadline'] as const

/**
 * A table as it stands in the file, and beside each row what was understood. While it can be changed, each column's head says what it
 * holds, to be set otherwise.
 */
export function SourceTable({ table, editable }: { table: TableView; editable: boolean }) {
  const t = useTranslations('import')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="recogbox" tabIndex={0} aria-label={t('sideBySide')}>
      <table className="recog">
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t('line')}
            </th>
            <th colSpan={table.columns.length} scope="colgroup">
              {t('source')}
            </th>
            <th colSpan={UNDERSTOOD.length} scope="colgroup" className="res">
              {t('understood')}
            </th>
          </tr>
          <tr>
            {table.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
              <ColumnHead key={index} index={index} column={column} editable={editable} />
            ))}
            {UNDERSTOOD.map((role, index) => (
              <th key={role} scope="col" className={index === 0 ? 'res' : undefined}>
                {t(`roles.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <SourceRow key={row.row} table={table.index} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type ColumnHeadProps = { index: number; column: TableView['columns'][number]; editable: boolean }

function ColumnHead({ index, column: { heading, role, sure, doubts }, editable }: ColumnHeadProps) {
  const t = useTranslations('import')
  const roles = [...COLUMN_ROLES, 'ignored' as const].map((role) => ({ value: role, label: t(`roles.${role}`) }))
  return (
    <th scope="col" className={[role === 'measure' && 'long', !sure && 'doubtful'].filter(Boolean).join(' ') || undefined}>
      {editable ? (
        <FormSelect
          name={`columns.${index}`}
          label={heading || t('columnWithoutHead', { column: index + 1 })}
          options={roles}
          defaultValue={role}
        />
      ) : (
        <>
          {heading} <span className="note">{t(`roles.${role}`)}</span>
        </>
      )}
      <DoubtMarks ids={doubts} />
    </th>
  )
}

function SourceRow({ table, row }: { table: number; row: RowView }) {
  const isHeader = row.other === 'header' || row.other === 'repeated-header'
  return (
    <tr id={`row-${table}-${row.row}`} className={row.is ? undefined : 'norow'}>
      <td className="r muted">{row.line}</td>
      {row.cells.map((cell) => (
        <SourceCell key={cell.column} cell={cell} isHeader={isHeader} />
      ))}
      <UnderstoodCells row={row} columns={UNDERSTOOD.length} />
    </tr>
  )
}

function SourceCell({ cell, isHeader }: { cell: CellView; isHeader: boolean }) {
  const t = useTranslations('import')
  const { rowSpan, columnSpan, lines, continued, doubts } = cell
  return (
    <td
      rowSpan={rowSpan}
      colSpan={columnSpan}
      className={[doubts.length > 0 && 'doubtful', isHeader && 'h'].filter(Boolean).join(' ') || undefined}
    >
      {continued && <span className="note">{t('continued')}</span>}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a cell have no other name
        <span className="x" key={index}>
          {line}
        </span>
      ))}
      <DoubtMarks ids={doubts} />
    </td>
  )
}
