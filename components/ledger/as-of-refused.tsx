import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { Day } from '@/domain/calendar'
import { dayText } from '@/messages/day-text'

/** Says that the day asked for cannot be shown, and which one is shown instead. */
export function AsOfRefused({ asked, today }: { asked: string; today: Day }) {
  const t = useTranslations('home')
  return <Notice refused>{t('asOfRefused', { day: asked.slice(0, 40), today: dayText(today, useLocale()) })}</Notice>
}
