'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { type BulletinProse, PROSE_NAMES, type ProseName } from '@/domain/bulletin-prose'

/**
 * Beside the form that issues: stops it while a paragraph was typed but not saved, since what is issued can never be changed. Not in the
 * form, which keeps what it was opened with.
 */
export function UnsavedProse({ saved }: { saved: BulletinProse }) {
  const t = useTranslations('unsavedProse')
  const here = useRef<HTMLParagraphElement>(null)
  const [unsaved, setUnsaved] = useState<readonly ProseName[]>([])
  useEffect(() => {
    setUnsaved([])
    const check = (event: SubmitEvent) => {
      if (event.target !== here.current?.parentElement?.querySelector('form')) return
      const changed = PROSE_NAMES.filter((name) => {
        const field = document.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`)
        return field !== null && plain(field.value) !== plain(saved[name])
      })
      setUnsaved(changed)
      if (changed.length === 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    // before React, which listens on the document
    window.addEventListener('submit', check, true)
    return () => window.removeEventListener('submit', check, true)
  }, [saved])
  return (
    <p ref={here} role="alert" className={unsaved.length > 0 ? 'said no' : undefined}>
      {unsaved.length > 0 && <span>{t('stop', { names: unsaved.map((name) => t(`names.${name}`)).join(t('and')) })}</span>}
    </p>
  )
}

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()
