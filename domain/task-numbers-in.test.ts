import { describe, expect, it } from 'vitest'
import { numberText } from '@/domain/task-number'
import { taskNumbersIn } from '@/domain/task-numbers-in'

const read = (text: string, plans = [1, 2], most = 50) => taskNumbersIn(text, plans, most).map(numberText)

describe('numbers of tasks as people type them', () => {
  it('singly, in ranges, of another plan', () => {
    expect(read('3、5-8， 2-17')).toEqual(['3', '5', '6', '7', '8', '2-17'])
    expect(read('第3项和第5至7项')).toEqual(['3', '5', '6', '7'])
    expect(read('３～５ 2－3')).toEqual(['3', '4', '5', '2-3'])
  })
  it('a range lies within one plan', () => {
    expect(read('2-5-7')).toEqual(['2-5', '2-6', '2-7'])
    expect(read('2-5至2-7')).toEqual(['2-5', '2-6', '2-7'])
    expect(read('8 to 10, 2-1 to 2-2')).toEqual(['8', '9', '10', '2-1', '2-2'])
    expect(read('2~4')).toEqual(['2', '3', '4'])
  })
  it('what reads both ways is a task where there is such a plan, else a range', () => {
    expect(read('2-4', [1])).toEqual(['2', '3', '4'])
    expect(read('1-3')).toEqual(['1', '2', '3'])
    expect(read('5-7')).toEqual(['5', '6', '7'])
  })
  it('each once, and only as many as are wanted', () => {
    expect(read('3 3 3-4')).toEqual(['3', '4'])
    expect(read('1-999999', [1], 5)).toEqual(['1', '2', '3', '4', '5'])
    expect(read('0 8-3 1234567 无')).toEqual([])
  })
})
