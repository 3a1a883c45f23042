'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'

/** From light to dark and back; the choice is remembered in this browser (theme-script.tsx applies it before the first paint). */
export function ThemeSwitch() {
  const t = useTranslations('shell')
  const isDark = useSyncExternalStore(onThemeChange, isDarkNow, () => false)
  return (
    <Button className="js-only" variant="plain" onClick={() => setTheme(isDark ? 'light' : 'dark')}>
      {isDark ? t('light') : t('dark')}
    </Button>
  )
}

const systemIsDark = () => window.matchMedia('(prefers-color-scheme: dark)')

function isDarkNow(): boolean {
  const chosen = document.documentElement.dataset.theme
  return chosen ? chosen === 'dark' : systemIsDark().matches
}

function setTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem('theme', theme)
  } catch {
    // then it holds for this page only
  }
}

function onThemeChange(notify: () => void): () => void {
  const attribute = new MutationObserver(notify)
  attribute.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const system = systemIsDark()
  system.addEventListener('change', notify)
  return () => {
    attribute.disconnect()
    system.removeEventListener('change', notify)
  }
}
