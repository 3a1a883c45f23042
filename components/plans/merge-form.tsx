import { useTranslations } from 'next-intl'
import { DocumentFields } from '@/components/plans/document-fields'
import { ActionForm } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { AppLink } from '@/components/ui/app-link'
import { SelectField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DutyRole } from '@/domain/words'

type Department = { id: string; name: string }
type Moving = { number: string; path: string; title: string; role: DutyRole; otherRole: DutyRole | null }
type MergeFormProps = {
  action: Action
  path: string
  departments: readonly Department[]
  chosen: { from: Department | null; into: Department | null }
  /** The tasks that would move; null before both departments are chosen. */
  moving: readonly Moving[] | null
  /** The merger that was just carried out. */
  merged: { from: string; into: string; tasks: number; accounts: number; document: string } | null
  today: string
}

/** One department into another: first which tasks would move, then, by a document, that they do. */
export function MergeForm({ action, path, departments, chosen, moving, merged, today }: MergeFormProps) {
  const t = useTranslations('plans')
  const options = departments.map(({ id, name }) => ({ value: id, label: name }))
  const { from, into } = chosen
  return (
    <>
      {merged && <Notice>{t('mergedInto', merged)}</Notice>}
      <form action={`${path}#merge`} className="mergechoice">
        <SelectField name="from" label={t('mergeFrom')} options={options} empty={t('choose')} defaultValue={from?.id} required />
        <SelectField name="into" label={t('mergeInto')} options={options} empty={t('choose')} defaultValue={into?.id} required />
        <SubmitButton variant="normal">{t('mergePreview')}</SubmitButton>
      </form>
      {from && into && from.id === into.id && <p className="late">{t('mergeSame')}</p>}
      {from && into && moving && (
        <>
          <p>
            <b>{t('mergeMoves', { from: from.name, into: into.name, count: moving.length })}</b>
          </p>
          <ul className="moving">
            {moving.map(({ number, path: to, title, role, otherRole }) => (
              <li key={number}>
                <AppLink href={to}>{number}</AppLink> {title} <span className="muted">{t(`mergeRoles.${role}`)}</span>
                {otherRole && (
                  <span className="note"> {t(`mergeBoth.${role === 'lead' || otherRole === 'lead' ? 'lead' : 'cooperating'}`)}</span>
                )}
              </li>
            ))}
          </ul>
          <ActionForm action={action} id="merge-departments">
            <input type="hidden" name="from" value={from.id} />
            <input type="hidden" name="into" value={into.id} />
            <div className="set">
              <DocumentFields today={today} />
            </div>
            <SubmitButton>{t('mergeNow', { from: from.name, into: into.name })}</SubmitButton>
          </ActionForm>
        </>
      )}
    </>
  )
}
