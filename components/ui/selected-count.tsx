'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

const boxes = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input[data-row]')]
const counted = () => ({ chosen: boxes().filter((box) => box.checked).length, shown: boxes().length })

/** How many rows are chosen, and all that are shown at once; without JavaScript the boxes speak for themselves. */
export function SelectedCount({ of }: { of: 'tasks' | 'departments' }) {
  const t = useTranslations('selection')
  const [{ chosen, shown }, setCount] = useState({ chosen: 0, shown: 0 })
  useEffect(() => {
    const count = () => setCount(counted())
    count()
    document.addEventListener('change', count)
    return () => document.removeEventListener('change', count)
  }, [])
  const tick = (checked: boolean) => {
    for (const box of boxes()) box.checked = checked
    setCount(counted())
  }
  return (
    <span className="count js-only">
      <span role="status">{t(of === 'tasks' ? 'chosen' : 'chosenDepartments', { count: chosen })}</span>
      {chosen < shown && (
        <Button variant="plain" small onClick={() => tick(true)}>
          {t('all', { count: shown })}
        </Button>
      )}
      <Button variant="plain" small onClick={() => tick(false)}>
        {t('none')}
      </Button>
    </span>
  )
}
