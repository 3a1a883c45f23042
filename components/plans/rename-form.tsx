import { useTranslations } from 'next-intl'
import { DocumentFields } from '@/components/plans/document-fields'
import { KeptVersion } from '@/components/settings/kept-version'
import { ActionForm, FormSelect, FormText } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { SubmitButton } from '@/components/ui/submit-button'

type Department = { id: string; name: string }

/** A department has another name from today on, by a document. */
export function RenameForm({ action, departments, today }: { action: Action; departments: readonly Department[]; today: string }) {
  const t = useTranslations('plans')
  return (
    <ActionForm action={action} id="rename-department">
      <div className="set">
        <FormSelect
          name="departmentId"
          label={t('department')}
          empty={t('choose')}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormText name="name" label={t('newName')} required />
        <DocumentFields today={today} />
      </div>
      <SubmitButton variant="normal">{t('renameNow')}</SubmitButton>
    </ActionForm>
  )
}

type NameFormProps = { action: Action; plan: number; version: number; shortName: string }

/** What lists of several plans call this one. */
export function NameForm({ action, plan, version, shortName }: NameFormProps) {
  const t = useTranslations('plans')
  return (
    <ActionForm action={action} id="name-plan">
      <KeptVersion version={version} />
      <input type="hidden" name="plan" value={plan} />
      <FormText name="shortName" label={t('shortName')} defaultValue={shortName} maxLength={40} />
      <SubmitButton variant="normal">{t('saveName')}</SubmitButton>
    </ActionForm>
  )
}
