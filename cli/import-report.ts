import type { CommandContext } from '@/cli/command'
import type { Difference } from '@/db/commands/table-differences'
import { placesIn } from '@/documents/read/doubt-book'
import { doubtText, placeText } from '@/documents/read/doubt-text'
import type { Doubt, Recognition } from '@/documents/recognition'
import type { SourceDocument } from '@/documents/source-document'

type Say = CommandContext['say']

/** Sentence by sentence in both languages; what needs a decision comes first, with what it may mean. */
export function sayDoubts(doubts: readonly Doubt[], say: Say): void {
  for (const doubt of doubts.filter(({ blocking }) => blocking)) {
    const maybe = doubt.suggestions.length > 0 ? `\n  ? ${doubt.suggestions.join(' | ')}` : ''
    say(`${doubtText(doubt, 'zh-CN')}\n  ${doubtText(doubt, 'en')}${maybe}`)
  }
  for (const doubt of doubts.filter(({ blocking }) => !blocking)) say(`（${doubtText(doubt, 'zh-CN')}）\n  (${doubtText(doubt, 'en')})`)
}

/** What was understood, for programs: each row with where it stands, and what needs a decision. A deadline still to be settled is null. */
export function importJson(document: SourceDocument, { kind, title, tables, rows, doubts, proof, layout }: Recognition): string {
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
    proof,
    layout,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

export function sayDifferences(differs: readonly Difference[], say: Say): void {
  say(`与现有清单有 ${differs.length} 处不同，未导入。Not imported: ${differs.length} differences from the plan.`)
  for (const { number, what, stored, given } of differs) say(`  ${number ?? '—'} ${what}: “${stored}” → “${given}”`)
}
