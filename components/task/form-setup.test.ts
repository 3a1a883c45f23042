import type { ReactElement } from 'react'
import { expect, it } from 'vitest'
import { latestSentence } from '@/components/task/form-setup'
import type { TaskView } from '@/components/task/task-view'
import type { TaskEvent } from '@/domain/events'

const event = (seq: number, kind: TaskEvent['kind'], payload: object) => ({ seq, kind, payload }) as unknown as TaskEvent

function latestSeq(events: TaskEvent[], departmentId?: string): number | undefined {
  const sentence = latestSentence(
    { events, departmentNames: {}, cooperating: [], lead: {}, deadline: {} } as unknown as TaskView,
    departmentId,
  )
  return (sentence as ReactElement<{ event: TaskEvent }> | undefined)?.props.event.seq
}

it('a stale form about a part is told what changed the part: also its contacts and a reopening, but no retraction of something else', () => {
  const confirmed = event(2, 'confirmed', { departmentId: 'a' })
  const others = [event(3, 'reported', {}), event(4, 'retracted', { seq: 3 })]
  expect(latestSeq([confirmed, ...others], 'a')).toBe(2)
  expect(latestSeq([confirmed, event(3, 'contacts_changed', { departmentId: 'a' })], 'a')).toBe(3)
  expect(latestSeq([confirmed, event(3, 'reopened', { reconfirm: ['a'] })], 'a')).toBe(3)
  expect(latestSeq([confirmed, event(3, 'retracted', { seq: 2 })], 'a')).toBe(3)
  expect(latestSeq(others, 'b')).toBe(undefined)
})
