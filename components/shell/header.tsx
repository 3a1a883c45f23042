import { useLocale, useTranslations } from 'next-intl'
import { DemoMark } from '@/components/shell/demo-mark'
import { LocaleSwitch } from '@/components/shell/locale-switch'
import { MainNav, type NavItem } from '@/components/shell/main-nav'
import { PersonMenu } from '@/components/shell/person-menu'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { AppLink } from '@/components/ui/app-link'
import { SearchBox } from '@/components/ui/search-box'
import type { Role } from '@/domain/words'

/** Who is signed in, in words. */
export type Person = { name: string; role: Role; departmentName: string | null }
export type HeaderProps = {
  /** Null before signing in. */
  person: Person | null
  nav: readonly NavItem[]
  /** The database holds invented data. */
  demo: boolean
  /** Whether this person can search tasks. */
  search: boolean
  /** Server actions. switchLocale reads the field `locale`. */
  signOut?: () => Promise<void>
  switchLocale: (form: FormData) => Promise<void>
}

/** The top bar: name, demo mark, navigation, search, language, and the person's own menu. */
export function Header({ person, nav, demo, search, signOut, switchLocale }: HeaderProps) {
  const t = useTranslations()
  return (
    <header className="top">
      <AppLink className="name" href="/">
        {t('app.name')}
      </AppLink>
      {demo && <DemoMark />}
      {nav.length > 0 && <MainNav items={nav} label={t('nav.main')} />}
      <div className="end">
        {search && <SearchBox action="/ledger" label={t('shell.search')} placeholder={t('shell.searchHint')} />}
        <LocaleSwitch locale={useLocale()} switchLocale={switchLocale} />
        {person && signOut ? <PersonMenu person={person} signOut={signOut} /> : <ThemeSwitch />}
      </div>
    </header>
  )
}
