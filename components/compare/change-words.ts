import type { Locale, useTranslations } from 'next-intl'
import type { Change, ChangedTask } from '@/domain/compare'
import { dayText } from '@/messages/day-text'

export type Translator = ReturnType<typeof useTranslations<never>>
type Names = Readonly<Record<string, string>>

/** What became of a task, in words, a phrase for each change; the light has a column of its own. */
export function changeWords(
  { kinds, changes }: Pick<ChangedTask, 'kinds' | 'changes'>,
  names: Names,
  t: Translator,
  locale: Locale,
): string[] {
  const whole = kinds.flatMap((kind) => (kind === 'added' || kind === 'gone' ? [t(`compare.kinds.${kind}`)] : []))
  return [...whole, ...changes.flatMap((change) => wordsOf(change, names, t, locale))]
}

function wordsOf(change: Change, names: Names, t: Translator, locale: Locale): string[] {
  const listed = (ids: readonly string[]) => ids.map((id) => names[id] ?? id).join(t('common.listSeparator'))
  switch (change.of) {
    case 'light':
      return []
    case 'state':
      return [t('compare.state', { from: t(`states.${change.from}`), to: t(`states.${change.to}`) })]
    case 'overdue':
      return [t(change.to ? 'compare.overdueFrom' : 'compare.overdueNoMore', { basis: t(`bases.${change.basis}`) })]
    case 'deadline': {
      const day = (on: string | null) => (on === null ? t('precision.none') : dayText(on, locale))
      return [t('compare.deadline', { from: day(change.from), to: day(change.to) })]
    }
    case 'lead':
      return [t('compare.lead', { from: names[change.from] ?? change.from, to: names[change.to] ?? change.to })]
    case 'cooperating':
      return [
        ...(change.joined.length > 0 ? [t('compare.joined', { departments: listed(change.joined) })] : []),
        ...(change.left.length > 0 ? [t('compare.left', { departments: listed(change.left) })] : []),
      ]
    case 'wording':
      return [t('compare.wording', { fields: change.fields.map((field) => t(`compare.fields.${field}`)).join(t('common.listSeparator')) })]
    case 'progress': {
      const { from, to } = change
      return [t(to > from ? 'compare.progressUp' : 'compare.progressDown', { from, to, points: Math.abs(to - from) })]
    }
  }
}

/** Up, down or the same, in words. */
export const differenceWords = (before: number, after: number, t: Translator): string =>
  after === before ? t('compare.same') : t(after > before ? 'compare.up' : 'compare.down', { count: Math.abs(after - before) })
