import type { Light } from '@/domain/words'

/** The lights in the order in which they want attention. */
export const BY_URGENCY = ['overdue', 'claimed', 'behind', 'due_soon', 'normal', 'closed', 'withdrawn'] as const satisfies readonly Light[]
