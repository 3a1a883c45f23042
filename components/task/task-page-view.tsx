import { AsOfRefused } from '@/components/ledger/as-of-refused'
import { ActSection } from '@/components/task/act-section'
import { ContactsSection } from '@/components/task/contacts-section'
import { EntryActions } from '@/components/task/entry-actions'
import { HistorySection } from '@/components/task/history-section'
import { IssuedSection } from '@/components/task/issued-section'
import { PartsSection } from '@/components/task/parts-section'
import { SaidNotice } from '@/components/task/said-notice'
import type { TaskActions } from '@/components/task/task-actions'
import { TaskHead } from '@/components/task/task-head'
import { TaskLead } from '@/components/task/task-lead'
import type { TaskView } from '@/components/task/task-view'

type TaskPageViewProps = {
  task: TaskView
  actions: TaskActions
  /** Neighbours in the ledger that the viewer may see. */
  previous: number | null
  next: number | null
  /** The form to unfold. */
  wanted: string | undefined
  /** A day that was asked for and cannot be shown. */
  asOfRefused: string | null
}

/** One task: as issued on the left, on the right what can be done, who waits for whom, and what happened. */
export function TaskPageView({ task, actions, previous, next, wanted, asOfRefused }: TaskPageViewProps) {
  return (
    <>
      <TaskHead task={task} previous={previous} next={next} />
      {asOfRefused !== null && <AsOfRefused asked={asOfRefused} today={task.today} />}
      <SaidNotice task={task} actions={actions} />
      <TaskLead task={task} />
      <div className="taskcols">
        <IssuedSection task={task} />
        <div className="work">
          <ActSection task={task} actions={actions} wanted={wanted} />
          <PartsSection task={task} />
          <ContactsSection task={task} action={actions.editContacts} />
          <HistorySection task={task} actionsOn={(item) => <EntryActions item={item} task={task} actions={actions} />} />
        </div>
      </div>
    </>
  )
}
