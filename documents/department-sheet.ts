// A department's own sheet: which columns it has and how its rows are known again. It is in Chinese whatever the interface speaks, as all
// papers of the office are.
import { createHash } from 'node:crypto'
import type { Day } from '@/domain/calendar'
import type { SheetField } from '@/domain/sheet-line'
import type { Part } from '@/domain/words'

export const SHEET_TAB = '填报'
export const HEADINGS: Record<SheetField, string> = {
  progress: '进展百分比',
  done: '完成情况',
  problems: '存在问题',
  nextStep: '下一步',
  noChange: '本期无变化',
  part: '配合情况',
  note: '配合说明',
}
export const KEY_HEADING = '校验（勿改）'
export const PART_WORDS: Record<Exclude<Part, 'none'>, string> = { done: '已配合', waiting_for_lead: '待牵头提供', obstructed: '有困难' }

/** What a row was when the sheet was made: the version is the task's for its lead, the duty's for a cooperating department. */
export type SheetKey = { number: number; version: number; day: Day }

/** The key as it stands in the row, with a check on it: one of another department or with a slip in it is told from ours. */
export const keyText = (departmentId: string, { number, version, day }: SheetKey): string =>
  `${number}.${version}.${day}.${check(departmentId, `${number}.${version}.${day}`)}`

const check = (departmentId: string, key: string): string =>
  createHash('sha256').update(`reform-ledger sheet ${departmentId} ${key}`).digest('hex').slice(0, 8)

const KEY = /^((\d{1,9})\.(\d{1,7})\.(\d{4}-\d{2}-\d{2}))\.([0-9a-f]{8})$/

/** Null for what is no key at all; `ours` is false for a row of another department's sheet. */
export function readKey(departmentId: string, text: string): (SheetKey & { ours: boolean }) | null {
  const [, key, number, version, day, hash] = KEY.exec(text.trim()) ?? []
  if (!key || !day) return null
  return { number: Number(number), version: Number(version), day, ours: hash === check(departmentId, key) }
}
