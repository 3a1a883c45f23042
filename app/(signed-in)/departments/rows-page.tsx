import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { saveRows } from '@/app/(signed-in)/departments/actions'
import { unheardThisMonth } from '@/app/(signed-in)/departments/no-change'
import type { LedgerContext } from '@/app/ledger-context'
import { hrefWith, type ListQuery } from '@/app/list-query'
import { pageScope } from '@/app/page-scope'
import { PartCell } from '@/components/department/part-cell'
import { RowsForm, type Shown } from '@/components/department/rows-form'
import { TaskCells } from '@/components/department/task-cells'
import { TasksTable } from '@/components/department/tasks-table'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { Section } from '@/components/ui/section'
import type { DepartmentPage } from '@/db/queries/department-page'
import { lastSignOff } from '@/db/queries/task-page'
import type { Duty, TaskRow } from '@/db/queries/task-rows'
import type { Day } from '@/domain/calendar'
import { actsOnBehalf } from '@/domain/permissions'
import { taskPath } from '@/domain/task-number'

type RowsPageProps = {
  context: LedgerContext
  page: DepartmentPage
  query: ListQuery
  path: string
  title: string
  marks?: ReactNode
  tools?: ReactNode
}

/** The page of one department or of all: to be filled in today, to be read for any other day and by leaders. */
export async function RowsPage({ context, page, query, path, title, marks, tools }: RowsPageProps) {
  const t = await getTranslations()
  const { viewer, today } = context
  const { asOf } = query
  const { scope, keptByTask, planTitle } = await pageScope(context, query)
  const parts = page.cooperating.flatMap((row) => dutiesHere(row, page).map((duty) => ({ row, duty })))
  const isEntered = asOf === today && viewer.role !== 'leader'
  return (
    <>
      <PageHead
        title={title}
        marks={marks}
        note={t('departments.counts', { leading: page.leading.length, cooperating: parts.length })}
        tools={
          <>
            <AsOfPicker asOf={asOf} today={today} path={path} scope={scope} compare={page.department ? { lead: page.department.id } : {}} />
            {tools}
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={query} today={today} />
      <PrintLine asOf={asOf} knownOn={query.knownOn} plan={planTitle} />
      {isEntered ? (
        <Filling context={context} page={page} parts={parts} chosen={query.plan} />
      ) : (
        <Reading page={page} parts={parts} asOf={asOf} hrefOf={(number) => hrefWith(taskPath(number), keptByTask)} />
      )}
      {page.leading.length + parts.length === 0 && <p className="lead">{t('departments.noTasks')}</p>}
    </>
  )
}

type PartsListed = { row: TaskRow; duty: Duty }[]

type FillingProps = { context: LedgerContext; page: DepartmentPage; parts: PartsListed; chosen: number | undefined }

async function Filling({ context, page, parts, chosen }: FillingProps) {
  const { viewer, db, plans, today } = context
  const { department } = page
  const leads = page.leading.map((row) => ({
    row: {
      number: row.number,
      version: row.version,
      formId: crypto.randomUUID(),
      lastText: row.lastReport?.done ?? '',
      progress: row.lastReport?.progress ?? 0,
      canClaim: isRunning(row) && row.deadline.issuedDueOn !== null,
      unconfirmed: row.cooperating.filter((duty) => duty.part !== 'done').map((duty) => duty.department),
    },
    ...shownOf(row, row.lead.department),
    cells: <TaskCells row={row} asOf={today} showLead={department === null} />,
  }))
  return (
    <RowsForm
      action={saveRows}
      user={viewer.username}
      departmentId={department?.id ?? ''}
      plan={chosen}
      formId={crypto.randomUUID()}
      today={today}
      leads={leads}
      parts={parts.map(({ row, duty }) => ({
        row: { number: row.number, departmentId: duty.departmentId, version: duty.version, formId: crypto.randomUUID(), part: duty.part },
        ...shownOf(row, duty.department),
        cells: <PartCells row={row} duty={duty} asOf={today} named={department === null} />,
      }))}
      unheard={department ? unheardThisMonth(page.leading, today).length : null}
      everyRow={{
        behalf: actsOnBehalf(viewer),
        signOff: department && leads.length > 0 ? await lastSignOff(db, viewer, department.id) : null,
        signOffRequired: plans.some((one) => one.signOffRequired),
        leads: leads.length > 0,
      }}
    />
  )
}

const shownOf = (row: TaskRow, departmentName: string): Pick<Shown<never>, 'open' | 'departmentName'> => ({
  open: isRunning(row),
  departmentName,
})

const isRunning = ({ state }: TaskRow): boolean => state === 'not_started' || state === 'in_progress'

const dutiesHere = (row: TaskRow, page: DepartmentPage): Duty[] =>
  row.cooperating.filter((duty) => page.department === null || duty.departmentId === page.department.id)

type PartCellsProps = { row: TaskRow; duty: Duty; asOf: Day; named: boolean; href?: string }

function PartCells({ row, duty, asOf, named, href }: PartCellsProps) {
  return (
    <>
      <TaskCells row={row} asOf={asOf} href={href} showLead />
      <PartCell part={duty.part} since={duty.partSince} note={duty.partNote} department={named ? duty.department : null} />
    </>
  )
}

type ReadingProps = { page: DepartmentPage; parts: PartsListed; asOf: Day; hrefOf: (number: number) => string }

async function Reading({ page, parts, asOf, hrefOf }: ReadingProps) {
  const t = await getTranslations('department')
  return (
    <>
      {page.leading.length > 0 && (
        <Section title={t('leading')} id="leading">
          <TasksTable>
            {page.leading.map((row) => (
              <tr key={row.number}>
                <TaskCells row={row} asOf={asOf} href={hrefOf(row.number)} showLead={page.department === null} />
              </tr>
            ))}
          </TasksTable>
        </Section>
      )}
      {parts.length > 0 && (
        <Section title={t('cooperating')} id="cooperating">
          <TasksTable part>
            {parts.map(({ row, duty }) => (
              <tr key={`${row.number} ${duty.departmentId}`}>
                <PartCells row={row} duty={duty} asOf={asOf} href={hrefOf(row.number)} named={page.department === null} />
              </tr>
            ))}
          </TasksTable>
        </Section>
      )}
    </>
  )
}
