import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { sendNudges } from '@/app/(signed-in)/(supervision)/nudge/actions'
import { type LedgerContext, ledgerContext } from '@/app/ledger-context'
import { readListQuery, type SearchParams } from '@/app/list-query'
import { LeftOut } from '@/components/nudges/left-out'
import { NudgeForm } from '@/components/nudges/nudge-form'
import { NudgedTasks } from '@/components/nudges/nudged-tasks'
import { FormTextArea } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { NUDGE_MAX } from '@/db/commands/nudge'
import { type NudgeChoice, type NudgePreview, nudgePreview } from '@/db/queries/nudge-preview'
import { rulesOf } from '@/db/queries/reporting'
import { isDay } from '@/domain/calendar'
import { isPastDue, periodOf } from '@/domain/reporting-periods'
import { readTaskNumber } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nudges'))('page') }
}

/** What is to be sent, to whom and why, before it is sent: `?task=3&task=5`, or what a department is waited for, or has not reported. */
export default async function NudgePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  const { viewer, db, today } = context
  if (viewer.role === 'leader') notFound()
  const choice = choiceOf(await searchParams, context)
  if (!choice) notFound()
  if (choice.numbers.length > NUDGE_MAX) return <TooMany />
  const preview = await nudgePreview(db, viewer, choice, today, NUDGE_MAX)
  if (!preview) notFound()
  const t = await getTranslations('nudges')
  const { departments, total, nudgedToday, leftOut } = preview
  const count = departments.reduce((sum, { items }) => sum + items.length, 0)
  const numbers = [...new Set(departments.flatMap(({ items }) => items.map(({ row }) => row.number)))]
  const isEmpty = count === 0 && leftOut.length === 0 && nudgedToday === 0
  const bold = (text: React.ReactNode) => <b>{text}</b>
  return (
    <>
      <PageHead title={t('previewTitle')} note={t('previewNote')} />
      <NudgeForm
        action={sendNudges}
        sendable={count > 0}
        after={<AppLink href="/nudges">{t('toLog')}</AppLink>}
        otherwise={
          <p className="note">
            {t(isEmpty ? 'choose' : 'nothing')} <AppLink href="/ledger">{t('toLedger')}</AppLink>
          </p>
        }
      >
        <p className="lead">{t.rich('lead', { departments: departments.length, tasks: count, b: bold })}</p>
        {total > NUDGE_MAX && <p className="said">{t('firstOf', { count: NUDGE_MAX, total })}</p>}
        <input type="hidden" name="formId" value={randomUUID()} />
        {numbers.map((number) => (
          <input key={number} type="hidden" name="tasks[]" value={number} />
        ))}
        {choice.departmentIds.map((id) => (
          <input key={id} type="hidden" name="departments[]" value={id} />
        ))}
        <FormTextArea
          name="text"
          label={t('text')}
          hint={t('textHint')}
          defaultValue={await prefilled(choice, preview, context)}
          rows={3}
          required
        />
        <p className="btns">
          <SubmitButton>{t('send', { count: departments.length })}</SubmitButton>
        </p>
      </NudgeForm>
      {departments.map(({ departmentId, department, items }) => (
        <Section key={departmentId} title={<span lang="zh-CN">{department}</span>} note={t('tasksOf', { count: items.length })}>
          <NudgedTasks items={items} today={today} department={department} />
        </Section>
      ))}
      {nudgedToday > 0 && <p className="note">{t('nudgedToday', { count: nudgedToday })}</p>}
      {leftOut.length > 0 && <LeftOut items={leftOut} />}
    </>
  )
}

async function TooMany() {
  return (
    <>
      <PageHead title={(await getTranslations('nudges'))('previewTitle')} />
      <p className="said" role="alert">
        {(await getTranslations('errors'))('nudge-too-many')}
      </p>
    </>
  )
}

/** Null for what no link of ours asks for. */
function choiceOf(params: SearchParams, { plans, today }: LedgerContext): NudgeChoice | null {
  const { task, department, lead, silentSince } = params
  const many = (value: string | string[] | undefined) => [...new Set([value ?? []].flat().filter(Boolean))]
  const numbers = many(task).map(readTaskNumber)
  const { plan } = readListQuery(params, today, plans)
  const since = typeof silentSince === 'string' && isDay(silentSince) ? silentSince : undefined
  const isSound = numbers.every((number) => number !== null)
  return isSound ? { numbers, departmentIds: many(department), leadIds: many(lead), silentSince: since, plan } : null
}

async function prefilled(choice: NudgeChoice, { departments }: NudgePreview, { plans, today }: LedgerContext): Promise<string> {
  const t = await getTranslations('nudges.prefill')
  const locale = await getLocale()
  if (departments.every(({ items }) => items.every(({ workingDays }) => workingDays !== null))) return t('part')
  const plan = plans.find(({ number }) => number === (choice.plan ?? plans[0]?.number))
  const period = choice.silentSince === undefined || !plan ? null : periodOf(rulesOf(plan), today)
  if (!period) return t('lead')
  return t(isPastDue(period, today) ? 'reportLate' : 'report', { day: dayText(period.dueOn, locale) })
}
