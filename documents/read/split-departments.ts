import type { Problem } from '@/documents/read/problem'
import type { Line } from '@/documents/read/table-cells'

// A cell of departments holds names parted by marks, spaces or line breaks, and a line break may also fall inside a name.
// A break is closed up only where one reading makes sense: by the names known, and by how names of organs begin and end.
// Where two readings make sense, it is a problem for a person to settle.

type Piece = Line & { afterMark: boolean }

const ENDS = /(?:局|委|办|部|院|中心|政府|处|室|站|会|厅|署|所|队|行|校|公司|集团|单位|部门|乡|镇|街道)$/
const BEGINS = /^[省市县区州旗盟各]/
const NAME = /^[\p{Letter}\p{Number}（）()·]+$/u

/** The names that the table itself shows whole: those that stand on a line of their own, beginning and ending like an organ's. */
export function departmentsSeen(cells: { parts: Line[] }[]): string[] {
  const pieces = cells.map(({ parts }) => piecesOf(parts))
  const alone = pieces.filter((all) => all.length === 1).flat()
  return [...alone, ...pieces.flat().filter(({ text }) => BEGINS.test(text))].map(({ text }) => text).filter((text) => ENDS.test(text))
}

/** The departments of one cell in their order, or the problems that forbid to say. An empty cell gives none. */
export function splitDepartments(parts: Line[], known: ReadonlySet<string>): { names: string[]; problems: Problem[] } {
  const names: Line[] = []
  const problems: Problem[] = []
  const report = (line: number, code: Problem['code'], values: Problem['values']) =>
    problems.push({ line, cell: 'departments', code, values })
  const isWhole = (name: string) => known.has(name) || ENDS.test(name)
  const isOwn = (name: string) => known.has(name) || BEGINS.test(name)

  for (const { line, text, afterMark } of piecesOf(parts)) {
    const last = names.at(-1)
    if (!last || afterMark) names.push({ line, text })
    else if (known.has(last.text + text) && !known.has(text)) last.text += text
    else if (!isWhole(last.text) && !isOwn(text)) last.text += text
    else {
      if (isWhole(last.text) && !isOwn(text)) report(line, 'department-ambiguous', { first: last.text, second: text })
      names.push({ line, text })
    }
  }
  names.forEach(({ line, text }, i) => {
    if (!NAME.test(text)) report(line, 'department-unreadable', { text })
    else if (!isWhole(text)) report(line, 'department-incomplete', { text })
    else if (names.findIndex((other) => other.text === text) < i) report(line, 'department-twice', { text })
  })
  return { names: names.map(({ text }) => text), problems }
}

function piecesOf(parts: Line[]): Piece[] {
  let afterMark = false
  return parts.flatMap(({ line, text }) =>
    text.split(/([\s、，,；;]+)/).flatMap((piece) => {
      if (piece === '' || /^[\s、，,；;]+$/.test(piece)) {
        afterMark ||= /[、，,；;]/.test(piece)
        return []
      }
      const found = { line, text: piece, afterMark }
      afterMark = false
      return found
    }),
  )
}
