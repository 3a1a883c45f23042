// Work summaries over a real database: what is in them, who writes and reads them, and two people at one.
import { describe, expect, it } from 'vitest'
import { changeTask } from '@/db/commands/change-task'
import {
  assembleWorkSummary,
  discardWorkSummary,
  editWorkSummary,
  renameWorkSummary,
  type SummaryOutcome,
  summaryOf,
} from '@/db/commands/work-summaries'
import { openLedgerWithTable } from '@/db/testing'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'
import { at, obstacle, report } from '@/domain/testing'
import type { SummaryText } from '@/domain/work-summary'

const HEALTH = '区卫生健康局'
const INSURANCE = '区医疗保障局'
const YEAR = { plan: 1, from: '2022-01-01', to: '2022-12-31' }
const DAY = at('2022-12-31')

let form = 0
async function opened() {
  const { database, as } = await openLedgerWithTable()
  const say = async (viewer: Viewer, number: number, command: Command, day: string) => {
    const change = { number, version: 'latest' as const, formId: `summary-${++form}`, command }
    expect(await changeTask(database, viewer, change, at(day))).toHaveProperty('done')
  }
  await say(as.officer(HEALTH), 1, report('2022-03-05', 20), '2022-03-05')
  await say(as.officer(HEALTH), 1, { ...report('2022-11-05', 60), done: '引进名医2名', nextStep: '签约第三名' } as Command, '2022-11-05')
  await say(as.officer(HEALTH), 3, obstacle('2022-06-01'), '2022-06-01')
  return { database, as, health: departmentOf(as.officer(HEALTH)), insurance: departmentOf(as.officer(INSURANCE)) }
}
const departmentOf = ({ departmentId }: Viewer): string => departmentId ?? ''
const idOf = (outcome: SummaryOutcome): string => {
  if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome.done.id
}

describe('a work summary', () => {
  it('holds the last words of the period for each task, what stops it, and what comes next', async () => {
    const { database, as } = await opened()
    const id = idOf(await assembleWorkSummary(database, as.supervisor, { ...YEAR, departmentId: null }, DAY))
    const summary = await summaryOf(database.db, as.leader, id)
    expect(summary?.title).toBe('《推动公立医院高质量发展重点任务分工》2022年工作总结')
    const { sections } = JSON.parse(summary?.text ?? '') as SummaryText
    const said = sections.flatMap(({ parts }) => parts.flatMap(({ sentences }) => sentences))
    expect(said.filter(({ tasks }) => tasks.length === 1 && tasks[0] === 1).map(({ text }) => text)).toEqual([
      '实施“三名”工程：引进名医2名。',
      '实施“三名”工程：签约第三名。',
    ])
    expect(
      sections[1]?.parts.some(({ sentences }) => sentences.some(({ tasks, text }) => tasks.includes(3) && text.includes('协调解决'))),
    ).toBe(true)
  })

  it('of a department holds what it leads, and is written and read by its own officers', async () => {
    const { database, as, health, insurance } = await opened()
    const officer = as.officer(HEALTH)
    expect(await assembleWorkSummary(database, officer, { ...YEAR, departmentId: null }, DAY)).toEqual({ refused: 'not-permitted' })
    expect(await assembleWorkSummary(database, officer, { ...YEAR, departmentId: insurance }, DAY)).toEqual({ refused: 'not-permitted' })
    expect(await assembleWorkSummary(database, as.leader, { ...YEAR, departmentId: null }, DAY)).toEqual({ refused: 'not-permitted' })
    expect(await assembleWorkSummary(database, as.administrator, { ...YEAR, departmentId: null }, DAY)).toBe('hidden')
    const id = idOf(await assembleWorkSummary(database, officer, { ...YEAR, departmentId: health }, DAY))
    const summary = await summaryOf(database.db, officer, id)
    expect(summary?.title).toMatch(/^区卫生健康局落实《/)
    expect((JSON.parse(summary?.text ?? '') as SummaryText).opening[0]?.text).toContain('共64项任务')
    for (const other of [as.officer(INSURANCE), as.administrator, as.auditor]) expect(await summaryOf(database.db, other, id)).toBe(null)
  })

  it('is edited part by part; a sentence without words falls away, an own one is added; an old version is refused', async () => {
    const { database, as } = await opened()
    const id = idOf(await assembleWorkSummary(database, as.supervisor, { ...YEAR, departmentId: null }, DAY))
    const edit = { id, version: 1, section: 0, part: 0, texts: [''], added: '全区上下齐抓共管。' }
    expect(await editWorkSummary(database, as.supervisor, edit, DAY.now)).toHaveProperty('done')
    const { sections } = JSON.parse((await summaryOf(database.db, as.leader, id))?.text ?? '') as SummaryText
    expect(sections[0]?.parts[0]?.sentences).toEqual([{ text: '全区上下齐抓共管。', tasks: [], from: '' }])
    expect(await editWorkSummary(database, as.supervisor2, edit, DAY.now)).toEqual({ refused: 'summary-stale' })
    expect(await editWorkSummary(database, as.leader, { ...edit, version: 2 }, DAY.now)).toEqual({ refused: 'not-permitted' })
    expect(await renameWorkSummary(database, as.supervisor, { id, version: 2, title: ' ' }, DAY.now)).toEqual({
      refused: 'text-required',
      field: 'title',
    })
    expect(await renameWorkSummary(database, as.supervisor, { id, version: 2, title: '年度总结' }, DAY.now)).toHaveProperty('done')
    expect((await summaryOf(database.db, as.supervisor, id))?.title).toBe('年度总结')
  })

  it('of the same plan, department and period is assembled once, unless asked for again', async () => {
    const { database, as, health } = await opened()
    const assemble = (more: object = {}) => assembleWorkSummary(database, as.supervisor, { ...YEAR, departmentId: null, ...more }, DAY)
    const id = idOf(await assemble())
    expect(await assemble()).toEqual({ refused: 'summary-exists', id })
    for (const more of [{ again: true }, { departmentId: health }, { from: '2022-02-01' }])
      expect(await assemble(more)).toHaveProperty('done')
  })

  it('is discarded by who may write it, as it was last seen', async () => {
    const { database, as, health } = await opened()
    const id = idOf(await assembleWorkSummary(database, as.supervisor, { ...YEAR, departmentId: health }, DAY))
    const discard = (viewer: Viewer, version = 1) => discardWorkSummary(database, viewer, { id, version }, DAY.now)
    expect(await discard(as.leader)).toEqual({ refused: 'not-permitted' })
    expect(await discard(as.officer(INSURANCE))).toBe('hidden')
    expect(await discard(as.supervisor, 2)).toEqual({ refused: 'summary-stale' })
    expect(await discard(as.officer(HEALTH))).toHaveProperty('done')
    expect(await summaryOf(database.db, as.supervisor, id)).toBe(null)
    expect(await discard(as.officer(HEALTH))).toBe('hidden')
  })

  it('is refused for days to come, for a plan that is not there, and where there is no task', async () => {
    const { database, as } = await opened()
    const assemble = (more: object) => assembleWorkSummary(database, as.supervisor, { ...YEAR, departmentId: null, ...more }, DAY)
    expect(await assemble({ to: '2023-01-01' })).toEqual({ refused: 'summary-period', field: 'to' })
    expect(await assemble({ from: '2022-12-31', to: '2022-01-01' })).toEqual({ refused: 'summary-period', field: 'to' })
    expect(await assemble({ plan: 9 })).toEqual({ refused: 'summary-nothing', field: 'plan' })
    expect(await assemble({ departmentId: 'nobody' })).toEqual({ refused: 'summary-nothing', field: 'departmentId' })
  })

  it('leaves out what was taken back later, though it was said within the period', async () => {
    const { database, as } = await opened()
    const undo = { number: 1, version: null, formId: `summary-${++form}`, command: { do: 'undo', seq: 3 } as Command }
    expect(await changeTask(database, as.officer(HEALTH), undo, at('2022-11-05'))).toHaveProperty('done')
    const id = idOf(await assembleWorkSummary(database, as.supervisor, { ...YEAR, departmentId: null }, DAY))
    expect((await summaryOf(database.db, as.supervisor, id))?.text).not.toContain('引进名医2名')
  })
})
