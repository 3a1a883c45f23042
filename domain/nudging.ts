// Whom a nudge (催办) about a task goes to. A supervisor nudges the lead, or the departments named; the lead nudges the cooperating
// departments whose part it waits for (docs/decisions/0007). Nobody is nudged for what they have done already.
import { canNudge, type Responsible, type Viewer } from '@/domain/permissions'
import type { Part, State } from '@/domain/words'

/** `parts` are today's, of the cooperating departments. */
export type Nudgeable = { state: State; responsible: Responsible; parts: Readonly<Record<string, Part>> }
/** Why nobody is nudged about it: `confirmed` when no part is waited for. */
export type NudgeSpares = 'not-permitted' | 'closed' | 'withdrawn' | 'claimed' | 'confirmed'

/** The departments to nudge, or why there are none. `named` narrows them; empty means: a supervisor the lead, a lead all it waits for. */
export function nudgeTargets(viewer: Viewer, task: Nudgeable, named: readonly string[]): { to: string[] } | { spares: NudgeSpares } {
  const { leadDepartmentId, cooperatingDepartmentIds } = task.responsible
  const wanted = named.length > 0 ? named : viewer.role === 'supervisor' ? [leadDepartmentId] : cooperatingDepartmentIds
  const permitted = [leadDepartmentId, ...cooperatingDepartmentIds].filter(
    (id) => wanted.includes(id) && canNudge(viewer, task.responsible, id),
  )
  if (permitted.length === 0) return { spares: mayNudgeAny(viewer, task.responsible) ? 'confirmed' : 'not-permitted' }
  if (task.state === 'closed' || task.state === 'withdrawn') return { spares: task.state }
  const to = permitted.filter((id) => (id === leadDepartmentId ? task.state !== 'claimed' : isOwed(task.parts[id])))
  if (to.length > 0) return { to }
  return { spares: permitted.includes(leadDepartmentId) ? 'claimed' : 'confirmed' }
}

// Who waits for the lead is not the one to be chased.
const isOwed = (part: Part | undefined): boolean => part !== 'done' && part !== 'waiting_for_lead'

const mayNudgeAny = (viewer: Viewer, responsible: Responsible): boolean =>
  [responsible.leadDepartmentId, ...responsible.cooperatingDepartmentIds].some((id) => canNudge(viewer, responsible, id))

/** What answers a nudge: the first of these that the department enters about the task afterwards. There is no form for it. */
export const NUDGE_ANSWERS = [
  'reported',
  'no_change',
  'claimed',
  'confirmed',
  'extension_requested',
  'obstacle_raised',
  'commented',
] as const
export type NudgeAnswer = (typeof NUDGE_ANSWERS)[number]
