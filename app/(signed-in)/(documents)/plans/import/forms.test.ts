import { describe, expect, it } from 'vitest'
import { answersOfDoubts, doubtAnswers } from '@/app/(signed-in)/(documents)/plans/import/forms'

const about = { id: 'import', version: '0' }
const said = (form: Record<string, unknown>) => answersOfDoubts(doubtAnswers.parse({ ...about, ...form }))
const departments = (form: Record<string, unknown>) => {
  const answer = said(form)
  return 'answers' in answer ? answer.answers.departments : answer
}

const NEW = { written: '区水利局', cell: '区水利局', unlike: 'yes' }
const LIKE = { written: '卫健局', cell: '卫健局' }

describe('answers to doubts about departments', () => {
  it('leave open what was not answered', () => expect(departments({ names: { 0: NEW, 1: LIKE } })).toEqual({}))
  it('make all names new that are like no department, and no other', () =>
    expect(departments({ names: { 0: NEW, 1: LIKE }, restNew: 'yes' })).toEqual({ 区水利局: '区水利局' }))
  it('let an own answer go before that for the rest', () =>
    expect(departments({ names: { 0: { ...NEW, other: '区农业农村局' } }, restNew: 'yes' })).toEqual({ 区水利局: '区农业农村局' }))
  it('refuse two answers to one doubt', () =>
    expect(departments({ names: { 0: { ...NEW, means: 'new', other: '区财政局' } } })).toEqual({
      wrong: 'names.0.other',
      why: 'answer-twice',
    }))
})
