// No page prints a task's whole number: people see 2-17, never 1000017. The main tables are drawn; the sources of all others are read.
import { readdirSync, readFileSync } from 'node:fs'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { OwnTasks } from '@/components/home/own-tasks'
import { Row as ToDoRow } from '@/components/home/to-do-row'
import { WaitingClaims } from '@/components/home/waiting-claims'
import type { LedgerRow } from '@/components/ledger/ledger-row'
import { LedgerTable } from '@/components/ledger/ledger-table'
import { ChosenTasks } from '@/components/notices/chosen-tasks'
import { NoticeSheet } from '@/components/notices/notice-sheet'
import { LeftOut } from '@/components/nudges/left-out'
import { NudgedTasks } from '@/components/nudges/nudged-tasks'
import { OverdueTable } from '@/components/overdue/overdue-table'
import { DecisionList } from '@/components/review/decision-list'
import { SelectTask } from '@/components/ui/selection'
import { WarningTable } from '@/components/warning/warning-table'
import { taskNumber, taskPath } from '@/domain/task-number'
import messages from '@/messages/zh-CN.json'

const NUMBER = taskNumber(2, 17)
const DAY = '2024-03-15'
const duty = {
  ...{
    departmentId: 'd01',
    department: '区卫生健康局',
    role: 'lead' as const,
    part: 'none' as const,
    partSince: DAY,
    partNote: '',
    version: 1,
  },
  ...{ office: '', contact: '', phone: '', leaderInCharge: '' },
}
const row = {
  ...{
    number: NUMBER,
    goal: { number: 1, text: '一、民生' },
    title: '异地就医',
    measure: '方便结算。',
    lead: duty,
    cooperating: [],
  },
  deadline: { issued: '2024年1月', precision: 'month', issuedDueOn: '2024-01-31', approvedDueOn: '2024-01-31' },
  ...{ state: 'in_progress', light: 'overdue', progress: 10, expected: 100, daysLate: { approved: 44, issued: 44 }, completedOn: null },
  ...{ closedOn: null, returnSeq: null, lastReport: null, lastReportOn: null, extensions: 1, extensionSeq: null, checked: null, gap: 0 },
  ...{ obstacles: 0, instructions: 0, stageMissingFrom: null },
} satisfies LedgerRow & object
const undecided = { ...row, lead: '区卫生健康局', daysLate: 0, recordedAt: `${DAY}T01:00:00.000Z`, asks: '', reason: '', onBehalf: false }

const drawn = (node: ReactNode): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={messages} timeZone="Asia/Shanghai" now={new Date(`${DAY}T04:00:00.000Z`)}>
      {node}
    </NextIntlClientProvider>,
  )

const TABLES: Record<string, ReactNode> = {
  ledger: (
    <LedgerTable
      rows={[row]}
      basis="approved"
      asOf={DAY}
      sorted={{ by: 'number', descending: false }}
      whole
      to={(changes) => `/ledger?${new URLSearchParams(changes as Record<string, string>)}`}
      taskHref={taskPath}
      canSelect={() => true}
    />
  ),
  overdue: (
    <OverdueTable
      found={{
        rows: [row],
        departments: [{ departmentId: 'd01', department: '区卫生健康局', approved: 1, issued: 1 }],
        total: { approved: 1, issued: 1 },
      }}
      asOf={DAY}
      linkOf={() => '/overdue'}
      taskHref={taskPath}
      notices={new Map()}
      decides
    />
  ),
  warning: (
    <WarningTable
      items={[{ row, risk: { daysLeft: 3, behind: 0, silentDays: 0, unconfirmed: 0, obstacles: 0 } as never, unconfirmed: [] }]}
      asOf={DAY}
      quietDays={() => 31}
      selects
      taskHref={taskPath}
    />
  ),
  own: <OwnTasks rows={[row]} asOf={DAY} obstacles={new Map()} nudged={new Map()} />,
  toDo: (
    <table>
      <tbody>
        <ToDoRow mark="" task={row} why="">
          {null}
        </ToDoRow>
      </tbody>
    </table>
  ),
  waiting: (
    <WaitingClaims
      claims={[{ number: NUMBER, claimedAt: `${DAY}T01:00:00.000Z`, onBehalf: true }]}
      extensions={[row]}
      stages={[]}
      today={DAY}
    />
  ),
  decisions: <DecisionList title="" act="批" form="approve-extension" id="extensions" today={DAY} waiting={[undecided]} />,
  nudged: <NudgedTasks items={[{ row, duty, workingDays: 3 }]} today={DAY} department="区卫生健康局" />,
  leftOut: <LeftOut items={[{ number: NUMBER, title: row.title, department: null, why: 'closed' }]} />,
  chosen: <ChosenTasks department="区卫生健康局" rows={[{ ...row, deadline: '2024年1月', standing: '推进中。' }]} />,
  select: <SelectTask number={NUMBER} />,
}

describe('a task of the second plan', () => {
  it.each(Object.entries(TABLES))('is 2-17 in %s', (_name, table) => {
    const html = drawn(table)
    expect(html).toContain('2-17')
    expect(html).not.toMatch(/1[,.]?000[,.]?017/)
  })
  it('stands on a notice, which names its plan, with its number there', () => {
    const text = {
      ...{
        label: '满民〔2024〕1号',
        colour: 'red' as const,
        issuer: '满城区',
        redHead: true,
        department: '区卫生健康局',
        planTitle: '民生实事',
      },
      tasks: [{ number: NUMBER, title: row.title, measure: row.measure, deadline: '2024年1月', state: '推进中。' }],
      ...{ demand: '请说明。', replyBy: '2024年3月22日', issuedOn: '2024年3月15日', signedBy: null, voided: null, demo: false },
    }
    const html = drawn(<NoticeSheet text={text} />)
    expect(html).toContain('<td class="number">17</td>')
    expect(html).not.toContain('1000017')
  })
})

/** Bare numbers in what is printed: as text between tags, in a task's address, as an argument of a message. */
const BARE = [
  /(?<![=\w(])[>\s]\{(?:\w+\.)*number\}/,
  /\/tasks\/\$\{/,
  /[?&]task=\$\{(?!numberText)/,
  /\bt\((?:'[^']*'|[\w.]+), \{ (?:[^{}]*, )?number(?: \}|,|: \w+\.number\b)/,
]
/** Where `number` is that of a page, a bulletin, a plan or a row of an issued table, or was put in words a line before. */
const EXEMPT = [
  'bulletins/',
  'components/plans/',
  'components/letters/',
  'components/ui/pagination.tsx',
  'components/task/forms/long-term-form.tsx',
  'components/task/forms/withdraw-form.tsx',
]

it('no source prints a number that was not put in words', () => {
  const files = ['app', 'components', 'jobs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  const sources = files.filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.|guard/.test(file) && !EXEMPT.some((part) => file.includes(part)),
  )
  expect(sources.length).toBeGreaterThan(200)
  const bare = sources.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (BARE.some((pattern) => pattern.test(line)) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  )
  expect(bare).toEqual([])
})
