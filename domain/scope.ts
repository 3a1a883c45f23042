import type { Day, Instant } from '@/domain/calendar'

/**
 * Of what a page, list, count or file speaks (rule 9): effective by `asOf`, inclusive; as known at the instant `knownAt`, inclusive, null for
 * now; of one plan, by its number, or of all.
 */
export type Scope = { asOf: Day; knownAt: Instant | null; plan: number | undefined }
