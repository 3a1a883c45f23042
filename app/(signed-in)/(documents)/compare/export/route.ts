import { getLocale, getTranslations } from 'next-intl/server'
import { comparisonAsked, isOfKnowledge, scopeOf } from '@/app/(signed-in)/(documents)/compare/asked'
import { viewWords } from '@/app/(signed-in)/(documents)/compare/view-words'
import { chosenPlan, planOfRequest } from '@/app/ledger-context'
import { viewerHandler } from '@/app/viewer-handler'
import { today } from '@/clock'
import { changeWords, differenceWords } from '@/components/compare/change-words'
import { comparedLines } from '@/components/compare/figures-compared'
import { database } from '@/db/client'
import { type TasksCompared, tasksCompared } from '@/db/queries/comparison'
import { type SheetColumn, writeSheet } from '@/documents/write/sheet'
import type { ChangedTask } from '@/domain/compare'
import { canExport } from '@/domain/permissions'
import { numberText } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

/** The comparison as a workbook: the figures above, then a row for each task that changed. 400 where the days make no sense. */
export const GET = viewerHandler(async (viewer, request) => {
  const current = await planOfRequest()
  if (!canExport(viewer) || !current) return 'hidden'
  const asked = comparisonAsked(Object.fromEntries(new URL(request.url).searchParams), { today: today(), plans: current.plans })
  const { query, before, after, lead, kind } = asked
  const t = await getTranslations()
  const refused = query.asOfRefused ?? query.knownOnRefused ?? query.planRefused ?? asked.otherRefused
  if (refused !== null) return new Response(t('errors.invalid'), { status: 400 })
  const { db } = await database()
  const found = await tasksCompared(db, viewer, { before: scopeOf(before), after: scopeOf(after), plan: query.plan, lead })
  const rows = found.changed.filter(({ kinds }) => kind === undefined || kinds.includes(kind))
  const locale = await getLocale()
  const [first, last] = [before, after].map((view) => viewWords(view, isOfKnowledge(asked), t, locale))
  const between = t('compare.between', { before: first ?? '', after: last ?? '' })
  const speaksOf = [
    current.mark === 'demo' ? t('app.demoBoth') : '',
    t('common.asOf', { day: dayText(after.asOf, locale) }),
    between,
    lead ? (found.departmentNames[lead] ?? '') : '',
    kind ? t(`compare.kinds.${kind}`) : '',
  ]
  const plan = chosenPlan(current.plans, query.plan)
  const bytes = await writeSheet(
    {
      name: t('compare.title'),
      title: `${plan?.title ?? t('scope.allPlans')} ${t('compare.title')}`,
      subtitle: [speaksOf.filter(Boolean).join('　'), figuresInWords(found, t)],
      footer: t('export.footer'),
    },
    columnsOf(found, t, locale),
    rows,
  )
  const name = `${t('compare.title')}_${before.asOf}_${after.asOf}.xlsx`
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="compare-${before.asOf}-${after.asOf}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  })
})

type Translator = Awaited<ReturnType<typeof getTranslations<never>>>

function figuresInWords({ figures: { before, after } }: TasksCompared, t: Translator): string {
  return comparedLines(t)
    .map(({ word, count }) => `${word} ${count(before)}→${count(after)}（${differenceWords(count(before), count(after), t)}）`)
    .join('　')
}

function columnsOf(
  { departmentNames }: TasksCompared,
  t: Translator,
  locale: Awaited<ReturnType<typeof getLocale>>,
): SheetColumn<ChangedTask>[] {
  const light = (row: ChangedTask['before']) => (row ? t(`lights.${row.light}`) : '—')
  return [
    { heading: t('terms.number'), width: 7, align: 'center', value: ({ number }) => numberText(number) },
    { heading: t('terms.task'), width: 40, value: ({ title }) => title },
    { heading: t('terms.leadDepartment'), width: 22, value: (task) => departmentNames[(task.after ?? task.before)?.leadId ?? ''] ?? null },
    { heading: t('compare.kindColumn'), width: 22, value: ({ kinds }) => kinds.map((kind) => t(`compare.kinds.${kind}`)).join('\n') },
    { heading: t('compare.lights'), width: 16, align: 'center', value: (task) => `${light(task.before)} → ${light(task.after)}` },
    { heading: t('compare.what'), width: 46, value: (task) => changeWords(task, departmentNames, t, locale).join('\n') },
  ]
}
