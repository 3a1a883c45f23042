import type { Role } from '@/domain/words'

/** Who is asking, as far as the rules care. An officer always has a department; nobody else has one. */
export type Viewer = {
  userId: string
  username: string
  role: Role
  departmentId: string | null
  departmentName: string | null
  name: string
  post: string
}

/** The departments that have a part in a task today. */
export type Responsible = { leadDepartmentId: string; cooperatingDepartmentIds: readonly string[] }

export const isOfficerOf = (viewer: Viewer, departmentId: string): boolean =>
  viewer.role === 'officer' && viewer.departmentId === departmentId

const hasPart = (task: Responsible, departmentId: string): boolean =>
  task.leadDepartmentId === departmentId || task.cooperatingDepartmentIds.includes(departmentId)

/** Supervisors and leaders see every task, an officer the own department's, administrators and auditors none. */
export function canSee(viewer: Viewer, task: Responsible): boolean {
  if (viewer.role === 'supervisor' || viewer.role === 'leader') return true
  return viewer.role === 'officer' && viewer.departmentId !== null && hasPart(task, viewer.departmentId)
}

/** Whether tasks exist at all for this person: home, ledger, overdue, export. */
export const canSeeTasks = (viewer: Viewer): boolean =>
  viewer.role === 'officer' || viewer.role === 'supervisor' || viewer.role === 'leader'

export const canSeeDepartment = (viewer: Viewer, departmentId: string): boolean =>
  viewer.role === 'supervisor' || viewer.role === 'leader' || isOfficerOf(viewer, departmentId)

/** Report progress, say that nothing changed, claim completion, take a claim back: the lead, or a supervisor on its behalf. */
export const canActAsLead = (viewer: Viewer, task: Responsible): boolean =>
  viewer.role === 'supervisor' || isOfficerOf(viewer, task.leadDepartmentId)

/** Confirm the part of one cooperating department: its own officer, or a supervisor on its behalf. */
export const canConfirm = (viewer: Viewer, task: Responsible, departmentId: string): boolean =>
  task.cooperatingDepartmentIds.includes(departmentId) && (viewer.role === 'supervisor' || isOfficerOf(viewer, departmentId))

export const canEditContacts = (viewer: Viewer, task: Responsible, departmentId: string): boolean =>
  hasPart(task, departmentId) && (viewer.role === 'supervisor' || isOfficerOf(viewer, departmentId))

/** Say what stops the own part, and that it is removed; write it down for a department. */
export const canReportObstacle = canEditContacts

/** Officers with a part, supervisors, and leaders, whose comments are 批示. */
export const canComment = canSee

export const canAddEvidence = (viewer: Viewer, task: Responsible): boolean =>
  viewer.role === 'supervisor' || (viewer.role === 'officer' && canSee(viewer, task))

/** A supervisor nudges any department with a part; the lead nudges those whose part it waits for. */
export const canNudge = (viewer: Viewer, task: Responsible, departmentId: string): boolean =>
  viewer.role === 'supervisor'
    ? hasPart(task, departmentId)
    : isOfficerOf(viewer, task.leadDepartmentId) && task.cooperatingDepartmentIds.includes(departmentId)

/** Verify, return, reopen, withdraw, check, decide extensions and stage results, issue notices. */
export const canDecide = (viewer: Viewer): boolean => viewer.role === 'supervisor'
export const canExport = canSeeTasks
export const canManageAccounts = (viewer: Viewer): boolean => viewer.role === 'administrator'
/** Thresholds, reporting rhythm and notice settings of a plan. */
export const canSetPlan = (viewer: Viewer): boolean => viewer.role === 'supervisor'
/** Departments' order, working-day calendar, clockwork. */
export const canSetSystem = (viewer: Viewer): boolean => viewer.role === 'administrator'
/** A summary of the whole plan is read by supervisors and leaders, one of a department by its officers too. */
export const canSeeSummary = (viewer: Viewer, departmentId: string | null): boolean =>
  viewer.role === 'supervisor' || viewer.role === 'leader' || (departmentId !== null && isOfficerOf(viewer, departmentId))
/** Assemble and edit one: supervisors any, officers the own department's. */
export const canWriteSummary = (viewer: Viewer, departmentId: string | null): boolean =>
  viewer.role === 'supervisor' || (departmentId !== null && isOfficerOf(viewer, departmentId))
export const canSeeNotice = (viewer: Viewer, departmentId: string): boolean => canSeeDepartment(viewer, departmentId)
/** Issued ones, whole, whatever tasks they name: they go to all departments. Drafts are for those who decide. */
export const canReadBulletins = (viewer: Viewer): boolean => viewer.role !== 'administrator'
/** Recompute an issued bulletin from the events. */
export const canVerifyBulletins = (viewer: Viewer): boolean => canDecide(viewer) || viewer.role === 'auditor'
export const canReadAuditTrail = (viewer: Viewer): boolean => viewer.role === 'auditor'

/** A supervisor who acts for a department writes down what it told him, and says where he had it from (rule 16). */
export const actsOnBehalf = (viewer: Viewer): boolean => viewer.role === 'supervisor'
