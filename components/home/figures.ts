import type { Light } from '@/domain/words'

/** Counts of tasks. `lights` exclude each other and sum to `total`; the others are their conditions alone and may overlap. */
export type Figures = {
  total: number
  lights: Record<Light, number>
  long_term: number
  onTime: { approved: number; issued: number; onLateEntries: number }
  overdue_approved: number
  overdue_issued: number
  claimed: number
  due_soon: number
  behind: number
  due: number
  due_closed: number
  early: number
  extended: number
  extension_requested: number
  gap: number
  stage_missing: number
  stage_reported: number
}

export type LeadFigures = { departmentId: string; department: string; participating: number; figures: Figures }
export type GoalFigures = { id: string; plan: number; number: number; name: string; figures: Figures }

export const percentText = (rate: number | null): string => (rate === null ? '—' : `${rate}%`)
