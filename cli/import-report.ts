import type { CommandContext } from '@/cli/command'
import type { Difference } from '@/db/commands/table-differences'
import { placesIn } from '@/documents/read/doubt-book'
import { doubtText, placeText } from '@/documents/read/doubt-text'
import type { Doubt, Recognition } from '@/documents/recognition'
import type { FileRefusalCode, SourceDocument } from '@/documents/source-document'
import type { PlanChanges } from '@/domain/plan-changes'

type Say = CommandContext['say']

/** Sentence by sentence in both languages; what needs a decision comes first, with what it may mean. */
export function sayDoubts(doubts: readonly Doubt[], say: Say): void {
  for (const doubt of doubts.filter(({ blocking }) => blocking)) {
    const maybe = doubt.suggestions.length > 0 ? `\n  ? ${doubt.suggestions.join(' | ')}` : ''
    say(`${doubtText(doubt, 'zh-CN')}\n  ${doubtText(doubt, 'en')}${maybe}`)
  }
  for (const doubt of doubts.filter(({ blocking }) => !blocking)) say(`（${doubtText(doubt, 'zh-CN')}）\n  (${doubtText(doubt, 'en')})`)
}

/** Why nothing was understood at all. */
export type Unread = { code: FileRefusalCode | 'unreadable' | 'no-such-plan'; text: Record<'zh-CN' | 'en', string> }

export function sayUnread({ text }: Unread, say: Say): 1 {
  say(`${text['zh-CN']}\n  ${text.en}`)
  return 1
}

/** The same for programs: `refused` stands only where nothing was understood. */
export const unreadJson = ({ code, text }: Unread): string =>
  `${JSON.stringify({ refused: code, problems: [{ code, needsDecision: true, text }] }, null, 2)}\n`

/**
 * What was understood, for programs: each row with where it stands, and what needs a decision. A deadline still to be settled is null.
 * `changes`: what it would change of a plan.
 */
export function importJson(
  document: SourceDocument,
  { kind, title, tables, rows, doubts, proof, layout }: Recognition,
  changes?: PlanChanges,
): string {
  const place = placesIn(document)
  const report = {
    kind,
    title,
    columns: tables.filter(({ leftOut }) => !leftOut).map(({ index, columns }) => ({ table: index + 1, columns })),
    rows: rows.map(({ number, goal, title, measure, departments, deadline, contacts, other, at, cells, unsettled }) => ({
      number,
      at: place(cells.number ?? at),
      goal,
      title,
      measure,
      departments,
      deadline: unsettled?.includes('deadline') ? null : deadline,
      ...(contacts && { contacts }),
      ...(other && { other }),
      cells: Object.fromEntries(Object.entries(cells).map(([role, position]) => [role, place(position)])),
      ...(unsettled && { unsettled }),
    })),
    problems: doubts.map((doubt) => ({
      code: doubt.code,
      needsDecision: doubt.blocking,
      at: doubt.place,
      where: doubt.place && placeText(doubt.place, 'zh-CN'),
      column: doubt.column,
      number: doubt.number,
      text: { 'zh-CN': doubtText(doubt, 'zh-CN'), en: doubtText(doubt, 'en') },
      values: doubt.values,
      suggestions: doubt.suggestions,
      ...(doubt.also && { also: doubt.also.map(place) }),
    })),
    ...(changes && { changes: changesJson(changes) }),
    proof,
    layout,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

/** By the tasks' numbers within the plan; `given` is where the new table has them. A row amended and handed to others stands in both. */
function changesJson({ added, changed, removed, leftClosed, reappeared, renumbered, unchanged }: PlanChanges) {
  return {
    added: added.map(({ number, row }) => ({ number, given: row.number, title: row.title })),
    changed: changed.flatMap(({ number, given, title, amended }) => (amended ? [{ number, given: given.number, title, amended }] : [])),
    reassigned: changed.flatMap(({ number, given, title, reassigned }) =>
      reassigned ? [{ number, given: given.number, title, ...reassigned }] : [],
    ),
    removed,
    leftClosed,
    reappeared,
    renumbered,
    unchanged,
  }
}

export function sayDifferences(differs: readonly Difference[], say: Say): void {
  say(`与现有清单有 ${differs.length} 处不同，未导入。Not imported: ${differs.length} differences from the plan.`)
  for (const { number, what, stored, given } of differs) say(`  ${number ?? '—'} ${what}: “${stored}” → “${given}”`)
}
