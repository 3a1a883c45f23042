import type { Day } from '@/domain/calendar'
import { type EntryKind, entryKind } from '@/domain/entry-kind'
import { inForce, isInFoldOrder, type TaskEvent } from '@/domain/events'
