'use client'

import { useTranslations } from 'next-intl'
import type { ActionState } from '@/components/ui/action-state'
import { TextField } from '@/components/ui/field'

export type EveryRowProps = {
  state: ActionState
  /** The viewer writes down what departments told. */
  behalf: boolean
  signOff: { name: string; post: string } | null
  /** Nobody can claim without a sign-off (a plan setting). */
  signOffRequired: boolean
  leads: boolean
}

/** What holds for every row of the form: where it was heard, and who in the department signed off. */
export function EveryRow({ state, behalf, signOff, signOffRequired, leads }: EveryRowProps) {
  const t = useTranslations('department')
  const value = (name: string) => state.values?.[name] ?? state.data?.[name]?.toString()
  const wrong = state.fieldErrors ?? {}
  if (!behalf && !leads) return null
  return (
    <div className="every-row noprint">
      {behalf && (
        <TextField name="source" label={t('source')} hint={t('sourceHint')} error={wrong.source} defaultValue={value('source')} required />
      )}
      {leads && (
        <>
          <TextField
            name="signOffName"
            label={t('signOffName')}
            hint={signOffRequired ? t('signOffHint') : t('signOffOptional')}
            error={wrong.signOffName}
            defaultValue={value('signOffName') ?? signOff?.name}
            autoComplete="off"
          />
          <TextField
            name="signOffPost"
            label={t('signOffPost')}
            error={wrong.signOffPost}
            defaultValue={value('signOffPost') ?? signOff?.post}
            autoComplete="off"
          />
        </>
      )}
    </div>
  )
}
