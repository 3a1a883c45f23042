import { useTranslations } from 'next-intl'
import type { ActProps } from '@/components/task/act-section'
import { about, latestSentence } from '@/components/task/form-setup'
import { ConfirmForm } from '@/components/task/forms/confirm-form'
import { openForms } from '@/components/task/open-forms'
import { responsible } from '@/components/task/task-view'
import { actsOnBehalf, canConfirm } from '@/domain/permissions'

/** Confirming the part of each cooperating department that this viewer may speak for. */
export function PartForms({ task, actions, wanted }: ActProps) {
  const t = useTranslations('forms.task')
  const { viewer, today, standing } = task
  const behalf = actsOnBehalf(viewer)
  const open = openForms(task).confirm
  return task.cooperating
    .filter(({ departmentId }) => canConfirm(viewer, responsible(task), departmentId))
    .map(({ departmentId, department, version }, index) => {
      const { part = 'none', note = '' } = standing.parts[departmentId] ?? {}
      const id = index === 0 ? 'confirm' : `confirm-${index + 1}`
      return (
        <ConfirmForm
          key={departmentId}
          id={id}
          about={about(task, version)}
          action={actions.confirmPart}
          allowed={open.includes(departmentId)}
          user={viewer.username}
          latest={latestSentence(task, departmentId)}
          title={behalf ? t('confirmOf', { department }) : undefined}
          open={wanted === id}
          start={{ departmentId, department, part, note, on: today, today, source: behalf ? '' : undefined }}
        />
      )
    })
}
