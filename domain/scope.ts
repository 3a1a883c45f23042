import { addDays, type Day, type Instant, startOfDayInShanghai } from '@/domain/calendar'

/**
 * Of what a page, list, count or file speaks (rule 9): effective by `asOf`, inclusive; as known at the instant `knownAt`, inclusive, or now;
 * of one plan, by its number, or of all.
 */
export type Scope = { asOf: Day; knownAt?: Instant | null; plan?: number }

/** The last instant of a day: what was known on it. */
export const endOfDay = (day: Day): Instant => new Date(Date.parse(startOfDayInShanghai(addDays(day, 1))) - 1).toISOString()
