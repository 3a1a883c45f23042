import { type Day, dayInShanghai, daysBetween, type Instant } from '@/domain/calendar'

/** Prompt; late (补录); or opening (建账补录): took effect before the ledger was opened. They exclude each other (rule 7). */
export type EntryKind = 'prompt' | 'late' | 'opening'

/** Recorded more than `lateEntryDays` whole days after it happened. */
export function isLateEntry(effectiveOn: Day, recordedAt: Instant, lateEntryDays: number): boolean {
  return daysBetween(effectiveOn, dayInShanghai(recordedAt)) > lateEntryDays
}

export function entryKind(event: { effectiveOn: Day; recordedAt: Instant }, plan: { openedOn: Day; lateEntryDays: number }): EntryKind {
  if (event.effectiveOn < plan.openedOn) return 'opening'
  return isLateEntry(event.effectiveOn, event.recordedAt, plan.lateEntryDays) ? 'late' : 'prompt'
}
