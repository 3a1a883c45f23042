import { stageYears, waitingStage } from '@/components/task/stages'
import { isLongTerm, responsible, type TaskView } from '@/components/task/task-view'
import { isOpen } from '@/domain/course'
import { canActAsLead, canConfirm, canDecide, canEditContacts } from '@/domain/permissions'

/** Which forms this person may use now: by permission and by the state that the task is in. On an earlier day none. */
export type OpenForms = Record<'report' | 'claim' | 'takeBack' | 'decide' | 'reopen' | 'withdraw', boolean> &
  SupervisionForms & {
    /** Ids of departments whose part may be confirmed, or whose contacts may be edited. */
    confirm: readonly string[]
    contacts: readonly string[]
  }

type SupervisionForms = Record<'requestExtension' | 'decideExtension' | 'check' | 'makeLongTerm' | 'reportStage' | 'decideStage', boolean>

export function openForms(task: TaskView): OpenForms {
  const { viewer, standing, cooperating, lead } = task
  const duties = responsible(task)
  const present = task.asOf === task.today
  const open = present && isOpen(standing.state)
  const claimed = present && standing.state === 'claimed'
  const longTerm = isLongTerm(task)
  const asLead = canActAsLead(viewer, duties)
  const ids = cooperating.map(({ departmentId }) => departmentId)
  return {
    report: asLead && open,
    claim: asLead && open && !claimed && !longTerm,
    takeBack: asLead && claimed,
    decide: canDecide(viewer) && claimed,
    reopen: canDecide(viewer) && present && standing.state === 'closed',
    withdraw: canDecide(viewer) && open,
    requestExtension: asLead && open && !longTerm,
    decideExtension: canDecide(viewer) && open && standing.extensionSeq !== null,
    check: canDecide(viewer) && present && standing.state !== 'withdrawn',
    makeLongTerm: canDecide(viewer) && open && !claimed && !longTerm,
    reportStage: asLead && open && stageYears(task).length > 0,
    decideStage: canDecide(viewer) && open && waitingStage(task) !== null,
    confirm: open ? ids.filter((id) => canConfirm(viewer, duties, id)) : [],
    contacts: present ? [lead.departmentId, ...ids].filter((id) => canEditContacts(viewer, duties, id)) : [],
  }
}

/** Whether there is any step to take besides editing contacts. */
export function hasSteps({ contacts: _, confirm, ...forms }: OpenForms): boolean {
  return confirm.length > 0 || Object.values(forms).some(Boolean)
}
