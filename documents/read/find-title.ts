import { readGoalHeading } from '@/documents/read/goal-heading'
import { textOf } from '@/documents/read/source-grid'
import { isStateLine } from '@/documents/state-columns'

const ATTACHMENT = /^附\s*[件表]?\s*\d*\s*[：:]?$/
const ATTACHMENT_BEFORE = /^附\s*[件表]\s*\d*\s*[：:]\s*/
const BESIDE_TITLE =
  /^[（(].*[)）]$|^.{0,6}(?:单位|日期|时间)\s*[：:]|〔\d{4}〕\d+号$|^\d{4}年\d{1,2}月(?:\d{1,2}日)?$|^续?表\s*\d*$|^[—-]?\s*\d+\s*[—-]?$/
/** A count and a date in one line: （共88项）　2025年3月 */
const COUNT_AND_DATE =
  /^(?:(?:[（(][^（()）]*[)）]|共\s*\d+\s*[项条个]|[\d〇零○一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?)\s*)+$/
const SENTENCE = /[。；;：:，,、！!]$/
const LONGEST = 120

/** The title in the lines above a table: the last lines that could be one. Empty if there are none. */
export function titleIn(lines: readonly string[]): string {
  const title: string[] = []
  for (const line of [...lines].reverse()) {
    if (title.length === 0 && (isBesideTitle(line) || isStateLine(line))) continue
    if (ATTACHMENT.test(line) || isBesideTitle(line) || isStateLine(line) || SENTENCE.test(line)) break
    if (line === title[0]) break
    if (line.length + title.join('').length > LONGEST) break
    title.unshift(line.replace(ATTACHMENT_BEFORE, ''))
  }
  return textOf(title)
}

/** The line above a table that names its goal: above the first table only if it is numbered like one, since a title stands there. */
export function captionIn(lines: readonly string[], isFirst: boolean): string | null {
  const last = lines.findLast((line) => !isBesideTitle(line) && !isStateLine(line))
  if (last === undefined || ATTACHMENT.test(last) || isNote(last)) return null
  if (readGoalHeading(last)) return last
  return isFirst || SENTENCE.test(last) || last.length > 40 ? null : last
}

/** A remark under a table: 注：…, 备注：…, 说明：…, ※… */
export const isNote = (text: string): boolean => /^(?:[（(]?(?:注|备注|附注|说明|填表说明|填报说明)\s*\d*\s*[：:.．]|[※*＊])/.test(text)

/** A row that adds up: 合计, 总计, 小计. */
export const isSum = (text: string): boolean => /^(?:合\s*计|总\s*计|小\s*计)(?:[：:（(]|$)/.test(text)

const isBesideTitle = (line: string): boolean => (BESIDE_TITLE.test(line) || COUNT_AND_DATE.test(line)) && !readGoalHeading(line)
