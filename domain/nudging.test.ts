import { describe, expect, it } from 'vitest'
import { type Nudgeable, nudgeTargets } from '@/domain/nudging'
import { COOP, coop, LEAD, lead, leader, OTHER, other, supervisor } from '@/domain/testing'

const task = (overrides: Partial<Nudgeable> = {}): Nudgeable => ({
  state: 'in_progress',
  responsible: { leadDepartmentId: LEAD, cooperatingDepartmentIds: [COOP, OTHER] },
  parts: { [COOP]: 'obstructed', [OTHER]: 'done' },
  ...overrides,
})

describe('whom a nudge goes to', () => {
  it('a supervisor nudges the lead unless departments are named', () => {
    expect(nudgeTargets(supervisor, task(), [])).toEqual({ to: [LEAD] })
    expect(nudgeTargets(supervisor, task(), [COOP])).toEqual({ to: [COOP] })
    expect(nudgeTargets(supervisor, task(), [LEAD, COOP, OTHER])).toEqual({ to: [LEAD, COOP] })
  })
  it('the lead nudges those whose part it waits for, and nobody else', () => {
    expect(nudgeTargets(lead, task(), [])).toEqual({ to: [COOP] })
    expect(nudgeTargets(lead, task(), [OTHER])).toEqual({ spares: 'confirmed' })
    expect(nudgeTargets(lead, task({ parts: { [COOP]: 'done', [OTHER]: 'done' } }), [])).toEqual({ spares: 'confirmed' })
  })
  it('who waits for the lead is not the one to be chased', () => {
    expect(nudgeTargets(lead, task({ parts: { [COOP]: 'waiting_for_lead', [OTHER]: 'done' } }), [])).toEqual({ spares: 'confirmed' })
  })
  it('a lead never nudges itself, nor a department without a part', () => {
    expect(nudgeTargets(lead, task(), [LEAD])).toEqual({ spares: 'confirmed' })
    expect(nudgeTargets(supervisor, task(), ['d09'])).toEqual({ spares: 'confirmed' })
  })
  it('cooperating departments, strangers and leaders nudge nobody', () => {
    for (const asker of [coop, other, leader]) expect(nudgeTargets(asker, task(), [])).toEqual({ spares: 'not-permitted' })
  })
  it('closed and withdrawn tasks are left alone; a claimed one waits for the supervisor, but its parts may still be asked for', () => {
    for (const state of ['closed', 'withdrawn'] as const) {
      expect(nudgeTargets(supervisor, task({ state }), [LEAD, COOP])).toEqual({ spares: state })
      expect(nudgeTargets(lead, task({ state }), [])).toEqual({ spares: state })
    }
    expect(nudgeTargets(supervisor, task({ state: 'claimed' }), [])).toEqual({ spares: 'claimed' })
    expect(nudgeTargets(supervisor, task({ state: 'claimed' }), [LEAD, COOP])).toEqual({ to: [COOP] })
  })
})
