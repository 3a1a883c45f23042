import { type Asked, ScopeRefused } from '@/components/ledger/scope-refused'
import { NoticesOfTask, type OpenNotice } from '@/components/notices/notices-of-task'
import { ActSection } from '@/components/task/act-section'
import { ContactsSection } from '@/components/task/contacts-section'
import { EntryActions } from '@/components/task/entry-actions'
import { EvidenceSection } from '@/components/task/evidence-section'
import { ExtensionsSection } from '@/components/task/extensions-section'
import { HistorySection } from '@/components/task/history-section'
import { IssuedSection } from '@/components/task/issued-section'
import { ObstaclesSection } from '@/components/task/obstacles-section'
import { OpenInstructions } from '@/components/task/open-instructions'
import { PartsSection } from '@/components/task/parts-section'
import { type References, ReferencesSection } from '@/components/task/references-section'
import { SaidNotice } from '@/components/task/said-notice'
import { StagesSection } from '@/components/task/stages-section'
import { TalkSection } from '@/components/task/talk-section'
import type { TaskActions } from '@/components/task/task-actions'
import { TaskHead } from '@/components/task/task-head'
import { TaskLead } from '@/components/task/task-lead'
import type { TaskView } from '@/components/task/task-view'
import type { WorkCalendar } from '@/domain/working-days'

type TaskPageViewProps = {
  task: TaskView
  actions: TaskActions
  /** Open supervision notices that the viewer may see. */
  notices: readonly OpenNotice[]
  /** Of which plan it is, where there are several. */
  planName: string | null
  /** Neighbours in the ledger that the viewer may see. */
  previous: number | null
  next: number | null
  /** The form to unfold. */
  wanted: string | undefined
  /** What was asked for, and what of it cannot be shown. */
  asked: Asked
  /** For counting what is waited for; null where nobody cooperates. */
  calendar: WorkCalendar | null
  /** As they are today; null on an earlier day. */
  references: References | null
}

/** One task: as issued on the left, on the right what can be done, who waits for whom, and what happened. */
export function TaskPageView({ task, actions, notices, previous, next, wanted, asked, calendar, references, planName }: TaskPageViewProps) {
  return (
    <>
      <TaskHead task={task} planName={planName} previous={previous} next={next} />
      <ScopeRefused query={asked} today={task.today} />
      <SaidNotice task={task} actions={actions} />
      <OpenInstructions task={task} action={actions.addComment} wanted={wanted} />
      <TaskLead task={task} />
      <div className="taskcols">
        <IssuedSection task={task} />
        <div className="work">
          <ActSection task={task} actions={actions} wanted={wanted} />
          <NoticesOfTask notices={notices} asOf={task.asOf} />
          <ExtensionsSection task={task} />
          <StagesSection task={task} />
          {calendar && <PartsSection task={task} calendar={calendar} />}
          <ObstaclesSection task={task} actions={actions} wanted={wanted} />
          {references && <ReferencesSection {...{ task, references, actions, wanted }} />}
          <TalkSection task={task} actions={actions} wanted={wanted} />
          <EvidenceSection task={task} actions={actions} wanted={wanted} />
          <ContactsSection task={task} action={actions.editContacts} />
          <HistorySection task={task} actionsOn={(item) => <EntryActions item={item} task={task} actions={actions} />} />
        </div>
      </div>
    </>
  )
}
