import { useTranslations } from 'next-intl'
import { SourceField } from '@/components/task/forms/source-field'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormSelect, FormText, FormTextArea } from '@/components/ui/action-form'
import type { Option } from '@/components/ui/field'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'

/** An officer speaks for the own department; a supervisor chooses for which, and says where he has it from. */
type RaiseStart = { departments: readonly Option[]; today: string; source?: string }

/** What stops the task, who could remove it, and since when. */
export function ObstacleForm({ start: { departments, today, source }, ...form }: TaskFormProps & { start: RaiseStart }) {
  const t = useTranslations('talk')
  const [own] = departments
  const isChosen = departments.length > 1
  return (
    <TaskForm {...form} hidden={isChosen || !own ? {} : { departmentId: own.value }}>
      {isChosen && <FormSelect name="departmentId" label={t('whoSays')} options={departments} required />}
      <FormTextArea name="text" label={t('whatStops')} hint={t('whatStopsHint')} rows={2} required />
      <FormText name="remover" label={t('whoRemoves')} hint={t('whoRemovesHint')} maxLength={200} required />
      {source !== undefined && <SourceField source={source} />}
      <div className="foot">
        <FormDay name="on" defaultValue={today} line max={today} label={t('since')} required />
        <SubmitButton>{t('raise')}</SubmitButton>
      </div>
    </TaskForm>
  )
}

type RemovalStart = { raisedSeq: number; since: string; today: string; source?: string }

/** How it was removed, and on which day. */
export function RemovalForm({ start: { raisedSeq, since, today, source }, ...form }: TaskFormProps & { start: RemovalStart }) {
  const t = useTranslations('talk')
  return (
    <TaskForm {...form} hidden={{ raisedSeq }}>
      <FormTextArea name="note" label={t('howRemoved')} rows={2} required />
      {source !== undefined && <SourceField source={source} />}
      <div className="foot">
        <FormDay name="on" defaultValue={today} line min={since} max={today} label={t('removedOn')} required />
        <SubmitButton>{t('remove')}</SubmitButton>
      </div>
    </TaskForm>
  )
}
