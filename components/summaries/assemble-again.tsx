'use client'

import { useFormField } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { SubmitButton } from '@/components/ui/submit-button'

/** Where there is a summary like the one asked for: the way to it, and a button to assemble another all the same. */
export function AssembleAgain({ words }: { words: { see: string; again: string } }) {
  const { typed: existing } = useFormField('existing')
  if (!existing) return null
  return (
    <p className="buttons">
      <AppLink href={`/summaries/${existing}`}>{words.see}</AppLink>{' '}
      <SubmitButton variant="normal" name="again" value="1">
        {words.again}
      </SubmitButton>
    </p>
  )
}
