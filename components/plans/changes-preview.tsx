import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import type { DutyRole } from '@/domain/words'

type Departments = readonly { name: string; role: DutyRole }[]
type Named = { path: string | null; number: string; title: string }
export type ChangesView = {
  added: (Named & { departments: Departments; deadline: string })[]
  changed: (Named & { fields: { field: 'goal' | 'title' | 'measure' | 'deadline' | 'other'; from: string; to: string }[] })[]
  reassigned: (Named & { from: Departments; to: Departments })[]
  removed: Named[]
  /** Closed tasks that the table leaves out, and withdrawn ones that it names again: they stay as they are. */
  leftClosed: Named[]
  reappeared: Named[]
  renumbered: number
  unchanged: number
}

/** What a document would change in a plan, before it does. */
export function ChangesPreview({ changes }: { changes: ChangesView }) {
  const t = useTranslations()
  const { added, changed, reassigned, removed, leftClosed, reappeared, renumbered, unchanged } = changes
  const counts = { added: added.length, changed: changed.length, reassigned: reassigned.length, removed: removed.length, unchanged }
  return (
    <div className="changes">
      <p className="lead">{t('import.changesSum', counts)}</p>
      <Part title={t('import.added')} rows={added}>
        {({ departments, deadline }) => (
          <span className="note x">
            <DepartmentsText departments={departments} /> {deadline}
          </span>
        )}
      </Part>
      <Part title={t('import.changed')} rows={changed}>
        {({ fields }) =>
          fields.map(({ field, from, to }) => (
            <span key={field} className="x">
              <span className="muted">{t(`import.fields.${field}`)}</span> <del>{from || t('common.none')}</del> →{' '}
              <ins>{to || t('common.none')}</ins>
            </span>
          ))
        }
      </Part>
      <Part title={t('import.reassigned')} rows={reassigned} note={t('import.reassignedNote')}>
        {({ from, to }) => (
          <span className="x">
            <del>
              <DepartmentsText departments={from} />
            </del>{' '}
            →{' '}
            <ins>
              <DepartmentsText departments={to} />
            </ins>
          </span>
        )}
      </Part>
      <Part title={t('import.removed')} rows={removed} note={t('import.removedNote')} />
      <Part title={t('import.leftClosed')} rows={leftClosed} note={t('import.leftClosedNote')} />
      <Part title={t('import.reappeared')} rows={reappeared} note={t('import.reappearedNote')} />
      {renumbered > 0 && <p className="note">{t('import.renumbered', { count: renumbered })}</p>}
    </div>
  )
}

const SHOWN = 200
const OPEN_UP_TO = 20

type PartProps<T extends Named> = { title: string; rows: readonly T[]; note?: string; children?: (row: T) => ReactNode }

function Part<T extends Named>({ title, rows, note, children }: PartProps<T>) {
  const t = useTranslations('import')
  if (rows.length === 0) return null
  return (
    <details open={rows.length <= OPEN_UP_TO}>
      <summary>
        <b>{t('partOf', { title, count: rows.length })}</b> {note && <span className="note">{note}</span>}
      </summary>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.number}>
            {row.path ? <AppLink href={row.path}>{row.number}</AppLink> : row.number} {row.title}
            {children?.(row)}
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && <p className="note">{t('moreRows', { count: rows.length - SHOWN })}</p>}
    </details>
  )
}

function DepartmentsText({ departments }: { departments: Departments }) {
  const t = useTranslations('dutyRoles')
  return departments.map(({ name, role }) => (
    <span key={name} className="dept">
      {t(role)} {name}　
    </span>
  ))
}
