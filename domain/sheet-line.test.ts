import { describe, expect, test } from 'vitest'
import { readSheetLine, SHEET_FIELDS, type SheetCells, type SheetNow } from '@/domain/sheet-line'

const blank = Object.fromEntries(SHEET_FIELDS.map((field) => [field, ''])) as SheetCells
const lead: SheetNow = { leads: true, lastReport: { progress: 40, done: '已开工。' }, part: 'none', partNote: '' }
const cooperating: SheetNow = { leads: false, lastReport: null, part: 'done', partNote: '' }
const WORDS = { 已配合: 'done', 待牵头提供: 'waiting_for_lead', 有困难: 'obstructed' } as const
const read = (cells: Partial<SheetCells>, now = lead) => readSheetLine({ ...blank, ...cells }, now, WORDS)

describe('a line of a department’s sheet', () => {
  test('that is empty, or repeats what the ledger has, says nothing', () => {
    for (const cells of [{}, { noChange: '否' }, { progress: '40' }, { progress: '40％', done: '已开工。' }])
      expect(read(cells)).toEqual({ says: 'nothing' })
    expect(read({ part: '已配合' }, cooperating)).toEqual({ says: 'nothing' })
  })
  test('with a figure alone carries the last text forward', () => {
    for (const progress of ['60', ' 60 % ', '６０％', '0.6'])
      expect(read({ progress })).toEqual({ says: { do: 'report', progress: 60, done: '已开工。', problems: '', nextStep: '' } })
    expect(read({ done: '已封顶。' })).toMatchObject({ says: { progress: 40, done: '已封顶。' } })
  })
  test('with a figure that is none from 0 to 99 is refused at that cell', () => {
    for (const progress of ['120', '100', '-3', '6.5', '一半', '1e3'])
      expect(read({ progress, done: '甲' })).toEqual({ wrong: { progress: 'progress-out-of-range' } })
  })
  test('that says “no change” says nothing else', () => {
    expect(read({ noChange: '是' })).toEqual({ says: { do: 'no_change' } })
    expect(read({ noChange: '是', done: '甲' })).toEqual({ wrong: { noChange: 'sheet-both' } })
    expect(read({ noChange: '也许' })).toEqual({ wrong: { noChange: 'sheet-yes' } })
  })
  test('needs a text where none was reported before', () => {
    expect(read({ progress: '10' }, { ...lead, lastReport: null })).toEqual({ wrong: { done: 'text-required' } })
  })
  test('confirms a part in the office’s words, with a note where it waits or is stopped', () => {
    expect(read({ part: '有困难', note: '缺接口' }, cooperating)).toEqual({ says: { do: 'confirm', part: 'obstructed', note: '缺接口' } })
    expect(read({ part: '有困难' }, cooperating)).toEqual({ wrong: { note: 'text-required' } })
    expect(read({ part: '好' }, cooperating)).toEqual({ wrong: { part: 'part-required' } })
  })
  test('in the cells of the other role is refused, not lost', () => {
    expect(read({ part: '已配合' })).toEqual({ wrong: { part: 'sheet-not-cooperating' } })
    expect(read({ progress: '10', done: '甲' }, cooperating)).toEqual({
      wrong: { progress: 'sheet-not-leading', done: 'sheet-not-leading' },
    })
    expect(read({ done: '长'.repeat(2001) })).toEqual({ wrong: { done: 'text-too-long' } })
  })
})
