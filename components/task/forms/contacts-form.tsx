import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Contacts } from '@/domain/events'

/** Who handles a department's part, and how to reach them. */
export function ContactsForm({ departmentId, contacts, ...form }: TaskFormProps & { departmentId: string; contacts: Contacts }) {
  const t = useTranslations('forms.task')
  const actions = useTranslations('actions')
  return (
    <TaskForm {...form} hidden={{ departmentId }}>
      <div className="two">
        <FormText name="office" defaultValue={contacts.office} label={t('officeField')} maxLength={200} />
        <FormText name="contact" defaultValue={contacts.contact} label={t('contactField')} maxLength={200} />
        <FormText name="phone" defaultValue={contacts.phone} type="tel" label={t('phoneField')} maxLength={200} />
        <FormText name="leaderInCharge" defaultValue={contacts.leaderInCharge} label={t('leaderField')} maxLength={200} />
      </div>
      <p className="btns">
        <SubmitButton variant="normal">{actions('save')}</SubmitButton>
      </p>
    </TaskForm>
  )
}
