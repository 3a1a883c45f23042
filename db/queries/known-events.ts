import { lte, type SQL } from 'drizzle-orm'
import { taskEvents } from '@/db/schema'
import type { Instant } from '@/domain/calendar'

/** True for the events that were recorded by that instant, inclusive; for all without one. A retraction recorded later leaves its event in force. */
export const knownOf = (knownAt: Instant | null | undefined): SQL | undefined =>
  knownAt == null ? undefined : lte(taskEvents.recordedAt, knownAt)
