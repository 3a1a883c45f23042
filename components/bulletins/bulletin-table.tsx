import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { InstantText } from '@/components/ui/instant-text'
import type { Day, Instant } from '@/domain/calendar'
import type { SignOff } from '@/domain/events'
import type { Basis } from '@/domain/words'
import { dayText } from '@/messages/day-text'

export type IssuedLine = {
  id: string
  number: number
  plan: string
  asOf: Day
  basis: Basis
  issuedAt: Instant
  signOff: SignOff
}

/** Issued bulletins, the newest first; the plan is named where there are several. */
export function BulletinTable({ lines, severalPlans }: { lines: readonly IssuedLine[]; severalPlans: boolean }) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <table className="plainhead cards bulletinlist">
      <thead>
        <tr>
          <th scope="col">{t('bulletins.issue')}</th>
          {severalPlans && <th scope="col">{t('terms.plan')}</th>}
          <th scope="col">{t('common.asOfLabel')}</th>
          <th scope="col">{t('bulletins.basis')}</th>
          <th scope="col">{t('bulletins.signedBy')}</th>
          <th scope="col">{t('bulletins.issuedAt')}</th>
          <th scope="col" className="r">
            {t('bulletins.file')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, number, plan, asOf, basis, issuedAt, signOff }) => (
          <tr key={id}>
            <th scope="row">
              <AppLink className="t" href={`/bulletins/${id}`}>
                {t('bulletins.number', { number })}
              </AppLink>
            </th>
            {severalPlans && (
              <td data-l={t('terms.plan')} lang="zh-CN">
                {plan}
              </td>
            )}
            <td data-l={t('common.asOfLabel')}>{dayText(asOf, locale)}</td>
            <td data-l={t('bulletins.basis')}>{t(`bases.${basis}`)}</td>
            <td data-l={t('bulletins.signedBy')} lang="zh-CN">
              {signOff.post} {signOff.name}
            </td>
            <td data-l={t('bulletins.issuedAt')}>
              <InstantText at={issuedAt} />
            </td>
            <td className="r" data-l={t('bulletins.file')}>
              <a href={`/bulletins/${id}/word`} download>
                {t('bulletins.word')}
                <span className="vh"> {t('bulletins.number', { number })}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
