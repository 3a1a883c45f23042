import { useTranslations } from 'next-intl'
import type { Person } from '@/components/shell/header'
import { SignOutButton } from '@/components/shell/sign-out-button'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { AppLink } from '@/components/ui/app-link'
import { Menu } from '@/components/ui/menu'

/** Who is signed in; password, light or dark, sign out. */
export function PersonMenu({ person, signOut }: { person: Person; signOut: () => Promise<void> }) {
  const t = useTranslations()
  const role = t(`roles.${person.role}`)
  return (
    <Menu
      className="person"
      label={
        <>
          <span className="org">{person.departmentName ?? role} </span>
          {person.name}
        </>
      }
    >
      <p>
        {person.departmentName && <span className="x">{person.departmentName}</span>}
        {role}
      </p>
      {person.role === 'supervisor' && <AppLink href="/settings">{t('shell.planSettings')}</AppLink>}
      <AppLink href="/own">{t('shell.own')}</AppLink>
      <AppLink href="/password">{t('shell.password')}</AppLink>
      <ThemeSwitch />
      <SignOutButton signOut={signOut}>{t('actions.signOut')}</SignOutButton>
    </Menu>
  )
}
