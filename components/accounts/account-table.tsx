import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { InstantText, instantText } from '@/components/ui/instant-text'
import type { Instant } from '@/domain/calendar'
import type { Role } from '@/domain/words'

export type AccountLine = {
  username: string
  role: Role
  departmentName: string | null
  name: string
  post: string
  mustSetPassword: boolean
  disabledAt: Instant | null
  lockedUntil: Instant | null
  lastSignInAt: Instant | null
}

/** Each account with a link to what can be done about it. `now` tells whether a lock still holds. */
export function AccountTable({ rows, now }: { rows: readonly AccountLine[]; now: Instant }) {
  const t = useTranslations()
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('accounts.username')}</th>
          <th scope="col">{t('accounts.role')}</th>
          <th scope="col">{t('accounts.department')}</th>
          <th scope="col">{t('accounts.person')}</th>
          <th scope="col">{t('accounts.state')}</th>
          <th scope="col">{t('accounts.lastSignIn')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.username}>
            <th scope="row">
              <AppLink href={`/accounts/${row.username}`}>{row.username}</AppLink>
            </th>
            <td data-l={t('accounts.role')}>{t(`roles.${row.role}`)}</td>
            <td data-l={t('accounts.department')}>{row.departmentName ?? '—'}</td>
            <td data-l={t('accounts.person')}>
              {row.name ? `${row.name} ${row.post}` : <span className="muted">{t('accounts.noName')}</span>}
            </td>
            <td data-l={t('accounts.state')}>
              <AccountState row={row} now={now} />
            </td>
            <td data-l={t('accounts.lastSignIn')}>
              {row.lastSignInAt ? <InstantText at={row.lastSignInAt} /> : <span className="muted">{t('accounts.never')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AccountState({ row, now }: { row: AccountLine; now: Instant }) {
  const t = useTranslations('accounts')
  const locale = useLocale()
  if (row.disabledAt) return t('disabled')
  if (row.lockedUntil && row.lockedUntil > now) return t('locked', { time: instantText(row.lockedUntil, locale) })
  return t(row.mustSetPassword ? 'waiting' : 'active')
}
