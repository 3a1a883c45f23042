// A cell of departments holds names parted by marks, spaces or line breaks, and a line break may also fall inside a name.
// A break is closed up only where one reading makes sense: by the names known, and by how names of organs begin and end.
// Where two readings make sense, it is a problem for a person to settle. Who leads may be said in the text (department-marks.ts).
import { type MarkedPiece, markedPieces } from '@/documents/read/department-marks'
import type { DoubtCode } from '@/documents/recognition'
import type { DutyRole } from '@/domain/words'

type Question = (name: string) => boolean
export type NamedDepartment = { name: string; mark: DutyRole | null }
export type SplitProblem = { code: DoubtCode; values: Record<string, string>; suggestions: string[] }

const ENDS =
  /(?:局|委|办|部|院|中心|政府|处|室|站|会|厅|署|所|队|行|校|公司|集团|单位|部门|乡|镇|街道|联|协|台|馆|园|社|科|股|团|企业|社区|村)(?:[（(][^（()）]*[)）])?$/
const BEGINS = /^[省市县区州旗盟各]|^\p{Script=Han}{1,4}(?:镇|乡|街道)(?:人民政府|政府|办事处|$)/u
const NAME = /^[\p{Letter}\p{Number}（）()·、，,\s]+$/u
const COLLECTIVE = /^各|^(?:有关|相关)/

/** What offices write where no department is. */
const NOBODY = /^(?:暂?无|[-—–－]+)$/

/** 各乡镇, 各相关部门: many departments under one word. */
export const isCollective = (name: string): boolean => COLLECTIVE.test(name)

/** The names that the table itself shows whole: those that stand alone between marks or in a cell, or that begin like an organ's, and end like one. */
export function departmentsSeen(cells: readonly (readonly string[])[]): string[] {
  return cells.flatMap((lines) => {
    const pieces = markedPieces(lines)
    return pieces
      .filter(({ text, afterMark }, i) => {
        const alone = (i === 0 || afterMark) && (pieces[i + 1]?.afterMark ?? true)
        return (alone || BEGINS.test(text)) && ENDS.test(text)
      })
      .map(({ text }) => text)
  })
}

/**
 * The departments of one cell in their order, or the problems that forbid to say. An empty cell, or 无, gives none. `isLikely`: other names that a
 * known department may have.
 */
export function splitDepartments(
  lines: readonly string[],
  isKnown: Question,
  isLikely: Question = () => false,
): { names: NamedDepartment[]; problems: SplitProblem[] } {
  const names: NamedDepartment[] = []
  const problems: SplitProblem[] = []
  const report = (code: DoubtCode, values: SplitProblem['values'], suggestions: string[] = []) =>
    problems.push({ code, values, suggestions })
  const isWhole = (name: string) => isKnown(name) || isLikely(name) || ENDS.test(name) || isCollective(name)
  const isOwn = (name: string) => isKnown(name) || isLikely(name) || BEGINS.test(name)

  if (NOBODY.test(lines.join(''))) return { names, problems }
  for (const { text, mark, afterMark } of markedPieces(lines)) {
    const last = names.at(-1)
    const joined = last && !afterMark ? joins(last.name, text, isKnown, isWhole, isOwn) : 'no'
    if (!last || joined === 'no') names.push({ name: text, mark })
    else if (joined === 'yes') Object.assign(last, { name: last.name + text, mark: mark ?? last.mark })
    else {
      report('department-ambiguous', { first: last.name, second: text }, [`${last.name}、${text}`, last.name + text])
      names.push({ name: text, mark })
    }
  }
  names.forEach(({ name }, i) => {
    if (!NAME.test(name) && !isKnown(name)) report('department-unreadable', { text: name })
    else if (!isWhole(name)) report('department-incomplete', { text: name })
    else if (names.findIndex((other) => other.name === name) < i) report('department-twice', { text: name })
  })
  return { names, problems }
}

function joins(last: string, text: MarkedPiece['text'], isKnown: Question, isWhole: Question, isOwn: Question): 'yes' | 'no' | 'unclear' {
  if (isKnown(last + text) && !isKnown(text)) return 'yes'
  if (!isWhole(last) && !isOwn(text)) return 'yes'
  return isWhole(last) && !isOwn(text) ? 'unclear' : 'no'
}
