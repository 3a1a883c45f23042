// How a task was worded, who was responsible and whom one called, as known after some of its events: the later ones are undone.
import type { BulletinContact, BulletinDuty } from '@/domain/bulletin-rows'
import type { Day } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'

/**
 * The title after the events up to `upTo`, inclusive; `now` is the present one. All events of the task, by seq. An amendment is never taken
 * back, so the first later one knows what stood before it.
 */
export function titleThen(events: readonly TaskEvent[], upTo: number, now: string): string {
  const later = events.find((event) => event.kind === 'amended' && event.seq > upTo && event.payload.changes.title !== undefined)
  return later?.kind === 'amended' ? (later.payload.changes.title?.from ?? now) : now
}

/**
 * The duties on `day` as known after the events up to `upTo`, inclusive, the lead among them. A reassignment takes effect on the day on
 * which it is recorded, so the first one after the day, or after what was known, says who was responsible before it.
 */
export function dutiesThen(events: readonly TaskEvent[], upTo: number, day: Day, today: readonly BulletinDuty[]): readonly BulletinDuty[] {
  const undone = events.find((event) => event.kind === 'reassigned' && (event.seq > upTo || event.effectiveOn > day))
  return undone?.kind === 'reassigned' ? undone.payload.before : today
}

const NO_CONTACT: BulletinContact = { office: '', contact: '', phone: '' }

export function contactsAmong(events: readonly TaskEvent[], departmentId: string): BulletinContact {
  const last = events.findLast((event) => event.kind === 'contacts_changed' && event.payload.departmentId === departmentId)
  if (last?.kind !== 'contacts_changed') return NO_CONTACT
  const { office, contact, phone } = last.payload
  return { office, contact, phone }
}
