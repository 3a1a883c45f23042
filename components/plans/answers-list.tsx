import { useTranslations } from 'next-intl'
import type { AnswerView } from '@/components/plans/import-view'
import { KeptVersion } from '@/components/settings/kept-version'
import { ActionForm } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { FormTick } from '@/components/ui/form-choices'
import { SubmitButton } from '@/components/ui/submit-button'

type AnswersListProps = { action: Action | null; importId: string; version: number; answers: readonly AnswerView[] }

/** What was settled already; what is ticked is asked anew. */
export function AnswersList({ action, importId, version, answers }: AnswersListProps) {
  const t = useTranslations('import')
  if (answers.length === 0) return null
  const rows = answers.map((answer) => ({ ...answer, key: `${answer.about}:${answer.written}` }))
  if (!action) {
    return (
      <ul className="settled">
        {rows.map((row) => (
          <li key={row.key}>{t('named', { name: row.written, text: row.means })}</li>
        ))}
      </ul>
    )
  }
  return (
    <details className="settledbox">
      <summary>{t('settled', { count: answers.length })}</summary>
      <ActionForm action={action} id="settled">
        <KeptVersion version={version} />
        <input type="hidden" name="id" value={importId} />
        <ul className="settled">
          {rows.map((row, index) => (
            <li key={row.key} className="opts">
              <FormTick name={`again.${index}`} value={row.key} label={t('named', { name: row.written, text: row.means })} />
            </li>
          ))}
        </ul>
        <SubmitButton variant="normal">{t('askAgain')}</SubmitButton>
      </ActionForm>
    </details>
  )
}
