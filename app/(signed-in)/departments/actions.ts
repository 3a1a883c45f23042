'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { type Entered, type Entering, enterRows } from '@/app/(signed-in)/departments/enter-rows'
import { filledEntries } from '@/app/(signed-in)/departments/entries'
import { enterNoChange, unheardThisMonth } from '@/app/(signed-in)/departments/no-change'
import { type RowsForm, rowsForm } from '@/app/(signed-in)/departments/row-fields'
import { planOfRequest } from '@/app/ledger-context'
import { missingOfSignOff } from '@/app/task-forms'
import { type ActionOutcome, type Done, done, viewerAction } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { allTasksPage, departmentPage } from '@/db/queries/department-page'
import { actsOnBehalf, type Viewer } from '@/domain/permissions'
import { numberText, planOf, rowOf } from '@/domain/task-number'

/** Saves every filled row of the page; with the intent `no_change` says so for the lead tasks of which nothing was heard this month. */
export const saveRows = viewerAction(rowsForm, async (viewer, form): Promise<ActionOutcome> => {
  const at = await entering(viewer, form)
  const { db } = at.database
  const scope = { asOf: at.time.today, plan: form.plan }
  const page = await (form.department
    ? departmentPage(db, viewer, form.department, scope, at.time.today)
    : allTasksPage(db, viewer, scope, at.time.today))
  const entries = page && filledEntries(form, page)
  if (!page || !entries) return 'hidden'
  if (viewer.role === 'leader') return { refused: 'not-permitted' }
  if (actsOnBehalf(viewer) && !form.source) return { refused: 'source-required', field: 'source' }
  const missing = missingOfSignOff(form)
  if (missing && entries.leads.some(({ line }) => line.claim)) return { refused: 'sign-off-required', field: missing }
  if (form.intent === 'save') return saidOf(await enterRows(entries, at), form)
  const typedIn = new Set(
    [...entries.leads.map((entry) => entry.field), ...Object.keys(entries.misfits)].map((field) => Number(field.split('.')[1])),
  )
  const rest = page.department ? unheardThisMonth(page.leading, at.time.today).filter((row) => !typedIn.has(row.number)) : []
  return saidOfNoChange(await enterNoChange(rest, form.formId, at))
})

async function entering(viewer: Viewer, { source, signOffName, signOffPost }: RowsForm): Promise<Entering> {
  const t = await getTranslations('department')
  const words = { problems: t('problemsInClaim'), nextStep: t('nextStepInClaim') }
  const current = await planOfRequest()
  const time = { today: today(), now: now() }
  return {
    database: await database(),
    viewer,
    time,
    lateEntryDays: (number) => current?.plans.find((plan) => plan.number === planOf(number))?.lateEntryDays ?? 0,
    source,
    signOffName,
    signOffPost,
    words,
  }
}

const EVERY_ROW = ['source', 'signOffName', 'signOffPost']
const forNextTime = ({ source, signOffName, signOffPost }: RowsForm) => ({ source, signOffName, signOffPost })

async function saidOf({ saved, refused, again, collides }: Entered, form: RowsForm): Promise<Done> {
  const keeps = (field: string) => EVERY_ROW.includes(field) || again.some((line) => field.startsWith(`${line}.`))
  revalidatePath('/', 'layout')
  const signOffMissing = Object.values(refused).includes('sign-off-required') && !(form.signOffName && form.signOffPost)
  const numbers = await listed(saved)
  const closed = saved.filter((row) => row.closed).length
  const claimed = saved.filter((row) => row.claimed).length - closed
  const values = { count: saved.length, refused: again.length, numbers, claimed, closed }
  const data = { ...forNextTime(form), ...collides, saved: saved.map(({ field }) => field).join(' ') }
  const rest = { refused: signOffMissing ? { signOffName: 'sign-off-required' as const, ...refused } : refused, keeps }
  return done(messageOf(saved.length, again.length), values, data, saved.length > 0 && Object.keys(refused).length === 0 ? undefined : rest)
}

function messageOf(saved: number, refused: number) {
  if (refused > 0) return saved > 0 ? 'department.savedSome' : 'department.savedNone'
  return saved > 0 ? 'department.saved' : 'department.nothingFilled'
}

async function saidOfNoChange({ saved, refused }: Entered): Promise<Done> {
  if (saved.length > 0) revalidatePath('/', 'layout')
  const values = { count: saved.length, numbers: await listed(saved) }
  const data = { saved: saved.map(({ field }) => field).join(' ') }
  return done(saved.length > 0 ? 'department.noChangeSaid' : 'department.noChangeNeeded', values, data, { refused, keeps: () => true })
}

/** The numbers in words, runs of three and more as "1–31", in another plan "2-1–31". */
async function listed(rows: readonly { number: number }[]): Promise<string> {
  const t = await getTranslations('common')
  const runs: [first: number, last: number][] = []
  for (const number of [...new Set(rows.map((row) => row.number))].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run?.[1] === number - 1 && planOf(run[1]) === planOf(number)) run[1] = number
    else runs.push([number, number])
  }
  return runs
    .flatMap(([first, last]) => (last - first > 1 ? `${numberText(first)}–${rowOf(last)}` : [...new Set([first, last])].map(numberText)))
    .join(t('listSeparator'))
}
