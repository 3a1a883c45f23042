import type { Locale } from 'next-intl'
import type { View } from '@/app/(signed-in)/(documents)/compare/asked'
import type { Translator } from '@/components/compare/change-words'
import { dayText } from '@/messages/day-text'

/** What a view is called: its day, or where both are of one day, on whose knowledge it rests. */
export function viewWords({ asOf, knownOn }: View, ofKnowledge: boolean, t: Translator, locale: Locale): string {
  if (!ofKnowledge) return dayText(asOf, locale)
  return knownOn === null ? t('compare.knownNow') : t('scope.knownOn', { day: dayText(knownOn, locale) })
}
