// For tests only: a bulletin over the issued table with some of everything.
import { issuedRows } from '@/documents/write/sample'
import { type BulletinContext, bulletinFigures, type PreviousIssue } from '@/domain/bulletin'
import { plainProse } from '@/domain/bulletin-prose'
import type { BulletinRow } from '@/domain/bulletin-rows'
import type { BulletinSheet } from '@/domain/bulletin-sheet'
import { type BulletinIssue, bulletinSheet, bulletinTitle } from '@/domain/bulletin-text'
import { LIGHTS } from '@/domain/words'

export const PLAN_TITLE = '推动公立医院高质量发展重点任务分工'
export const SHA = 'a3f5'.repeat(16)

const ISSUE: BulletinIssue = {
  number: 3,
  sha256: SHA,
  day: '2024年3月15日',
  at: '2024年3月15日09:30',
  by: { name: '李建军', post: '督查室主任' },
  signOff: { name: '张某', post: '副区长', on: '2024-03-14' },
}

/** `times`: how many times the table's rows. */
export function sampleBulletin({ times = 1, draft = false, redHead = true, demo = false, prose = '' } = {}): BulletinSheet {
  const figures = bulletinFigures(rowsOf(times, 0), reportsOf(times), previousOf(times), context())
  const written = plainProse(figures)
  const imprint = { title: bulletinTitle(PLAN_TITLE), issuer: '满城区政府督查室', redHead, demo }
  return bulletinSheet(figures, prose ? { ...written, problems: prose } : written, imprint, draft ? null : ISSUE)
}

const departmentNames = () => [...new Set(issuedRows().flatMap(({ departments }) => departments.map(({ name }) => name)))]

function context(): BulletinContext {
  return {
    plan: { number: 1, title: PLAN_TITLE, firstDay: '2022-01-01' },
    asOf: '2024-03-15',
    basis: 'approved',
    thresholds: { behindPoints: 20, dueSoonDays: 30, lateEntryDays: 7 },
    aheadDays: 30,
    reporting: { rhythm: 'monthly', reportDay: 25, reportingFrom: '2022-02-01' },
    departments: departmentNames().map((name) => ({ id: name, name })),
  }
}

function rowsOf(times: number, shift: number): BulletinRow[] {
  const issued = issuedRows()
  return Array.from({ length: times }, (_, round) => round).flatMap((round) =>
    issued.map((row, index): BulletinRow => {
      const light = LIGHTS[(index + shift + (index % 3)) % LIGHTS.length] ?? 'normal'
      const late = light === 'overdue' ? 40 + index : 0
      const state = light === 'closed' || light === 'withdrawn' || light === 'claimed' ? light : 'in_progress'
      return {
        number: round * issued.length + row.number,
        title: row.title,
        leadId: row.departments[0]?.name ?? '',
        cooperatingIds: row.departments.slice(1).map(({ name }) => name),
        contact: { office: '医政科', contact: '李科员', phone: '0312-7000000' },
        deadline: row.deadline,
        state,
        light,
        progress: state === 'closed' || state === 'claimed' ? 100 : 40,
        expected: 80,
        issuedDueOn: row.deadline.dueOn,
        approvedDueOn: light === 'due_soon' ? '2024-03-31' : row.deadline.dueOn,
        daysLate: { approved: late, issued: late },
        onTime: { approved: state === 'closed' ? true : null, issued: state === 'closed' ? true : null },
        lateEntered: false,
        completedOn: state === 'closed' || state === 'claimed' ? '2024-03-01' : null,
        closedOn: state === 'closed' ? '2024-03-05' : null,
        lastReportOn: '2024-02-20',
        extensions: index % 20 === 0 ? 1 : 0,
        extensionRequested: false,
        obstacles: index % 30 === 0 ? 1 : 0,
        stageMissing: false,
        knownSeq: 2,
      }
    }),
  )
}

const reportsOf = (times: number) => rowsOf(times, 0).map(({ number, leadId }) => ({ number, leadId, reported: number % 9 !== 0 }))

function previousOf(times: number): PreviousIssue {
  const { context: of, all, byLead, rows } = bulletinFigures(rowsOf(times, 1), [], null, { ...context(), asOf: '2024-02-29' })
  return { number: 2, figures: { context: of, all, byLead, rows } }
}
