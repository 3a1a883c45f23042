// A message in words, the same in the inbox and in what leaves the house.
import type { MessageKind, MessageWords } from '@/domain/messages'
import { dayText } from '@/messages/day-text'
import type { Locale } from '@/messages/locales'

type Values = Record<'who' | 'day' | 'label', string> & { count: number }
/** The translator of the whole messages: next-intl's on pages, use-intl's elsewhere. */
type Translate = (key: `inbox.kinds.${MessageKind}`, values: Values) => string

/** A sentence without the task, which stands above it. What was written about it is not in the sentence. */
export function messageText(t: Translate, locale: Locale, kind: MessageKind, { who, day, label, plan, count }: MessageWords): string {
  return t(`inbox.kinds.${kind}`, {
    who: who ?? '',
    day: day ? dayText(day, locale) : '',
    label: label ? ofPlan(periodText(label, locale), plan, locale) : '',
    count: count ?? 0,
  })
}

/** With the plan's name, where there are several. */
function ofPlan(text: string, plan: string | undefined, locale: Locale): string {
  if (!plan) return text
  return locale === 'en' ? `${text} (${plan})` : `《${plan}》${text}`
}

/** A reporting period's key in words; any other label as it is. */
function periodText(label: string, locale: Locale): string {
  if (/^\d{4}-\d{2}$/.test(label)) return dayText(`${label}-01`, locale, 'month')
  const [, year, quarter] = /^(\d{4})-Q(\d)$/.exec(label) ?? []
  if (!year || !quarter) return label
  return locale === 'en' ? `Q${quarter} ${year}` : `${year}年第${'一二三四'[Number(quarter) - 1]}季度`
}
