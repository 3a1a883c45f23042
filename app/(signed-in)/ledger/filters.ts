// What the ledger can be narrowed to, and what it is narrowed to now, in words.

import type { getTranslations } from 'next-intl/server'
import type { ActiveFilter } from '@/components/ledger/active-filters'
import type { Choice } from '@/components/ledger/filter-bar'
import type { deadlineYears, departmentsInSight, goalsInSight } from '@/db/queries/departments'
import { type LedgerFilter, LISTS } from '@/db/queries/ledger-filter'
import { numberText, taskNumber } from '@/domain/task-number'
import { STATES } from '@/domain/words'
import { dayText } from '@/messages/day-text'
import type { Locale } from '@/messages/locales'

export type Known = {
  departments: Awaited<ReturnType<typeof departmentsInSight>>
  goals: Awaited<ReturnType<typeof goalsInSight>>
  deadlines: Awaited<ReturnType<typeof deadlineYears>>
}
type Translator = Awaited<ReturnType<typeof getTranslations<never>>>

export function filterChoices(known: Known, t: Translator): Choice[] {
  const longTerm = known.deadlines.longTerm ? [{ value: 'none', label: t('precision.none') }] : []
  return [
    { name: 'department', label: t('terms.department'), options: known.departments.map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'goal', label: t('terms.goal'), options: goalOptions(known.goals) },
    {
      name: 'year',
      label: t('ledger.year'),
      options: [...known.deadlines.years.map((year) => ({ value: year, label: t('ledger.yearOf', { year }) })), ...longTerm],
    },
    { name: 'state', label: t('terms.state'), options: STATES.map((state) => ({ value: state, label: t(`states.${state}`) })) },
    {
      name: 'waits',
      label: t('ledger.waitsLabel'),
      options: known.departments.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'waitsFor',
      label: t('ledger.waitsForLabel'),
      options: known.departments.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'list', label: t('ledger.list'), options: LISTS.map((list) => ({ value: list, label: t(`ledger.lists.${list}`) })) },
  ]
}

/** Each goal as it was issued, with its plan where there are several; one choice for all wordings of a number. */
function goalOptions(goals: Known['goals']): { value: string; label: string }[] {
  const several = new Set(goals.map(({ plan }) => plan)).size > 1
  return [...Map.groupBy(goals, ({ plan, number }) => numberText(taskNumber(plan, number)))].map(([value, wordings]) => {
    const text = wordings.map((wording) => wording.text).join(' / ')
    return { value, label: several ? `${wordings[0]?.planTitle}　${text}` : text }
  })
}

export function activeFilters(
  filter: LedgerFilter,
  known: Known,
  to: (changes: Record<string, undefined>) => string,
  t: Translator,
  locale: Locale,
): ActiveFilter[] {
  const nameOf = (id: string): string => known.departments.find((department) => department.id === id)?.name ?? id
  const words: Record<keyof LedgerFilter, (value: string) => string> = {
    light: () => `${t('terms.light')} ${filter.light ? t(`lights.${filter.light}`) : ''}`,
    list: () => (filter.list ? t(`ledger.lists.${filter.list}`) : ''),
    lead: (id) => `${t('terms.leadDepartment')} ${nameOf(id)}`,
    department: (id) => `${t('terms.departments')} ${nameOf(id)}`,
    goal: (number) => goalOptions(known.goals).find(({ value }) => value === number)?.label ?? `${t('terms.goal')} ${number}`,
    year: (year) => (year === 'none' ? t('precision.none') : `${t('ledger.year')} ${t('ledger.yearOf', { year })}`),
    state: () => `${t('terms.state')} ${filter.state ? t(`states.${filter.state}`) : ''}`,
    waits: (id) => t('ledger.waits', { department: nameOf(id) }),
    waitsFor: (id) => t('ledger.waitsFor', { department: nameOf(id) }),
    silentSince: (day) => t('ledger.silentSince', { day: dayText(day, locale) }),
    dueWithin: (days) => t('ledger.dueWithin', { days: Number(days) }),
    q: (text) => `${t('ledger.text')} “${text}”`,
  }
  const given = { ...filter, goal: filter.goal === undefined ? undefined : numberText(filter.goal) }
  return (Object.keys(words) as (keyof LedgerFilter)[]).flatMap((name) => {
    const value = given[name]
    return value === undefined ? [] : [{ name, text: words[name](String(value)), href: to({ [name]: undefined }) }]
  })
}
