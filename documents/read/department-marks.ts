// Who leads and who cooperates, where the cell itself says so: 牵头单位：甲 配合单位：乙、丙 · 甲（牵头）、乙（配合） · 甲牵头，乙、丙配合.
import type { DutyRole } from '@/domain/words'

/** `afterMark`: what stands before it cannot be the beginning of the same name. */
export type MarkedPiece = { text: string; mark: DutyRole | null; afterMark: boolean }

const LEADS = '牵头|主办|主责'
const COOPERATES = '配合|协办|协助|协同|参与|参加|协作'
const LABEL = new RegExp(`(?:${LEADS}|${COOPERATES}|责任|承办|落实)(?:责任)?(?:单位|部门|科室)?\\s*[：:]`, 'g')
const BRACKETED = new RegExp(`^(.*?)[（(](${LEADS}|${COOPERATES})(?:单位|部门)?[)）]$`)
const ENDING = new RegExp(`^(.*?)(?:(${LEADS})(?:单位|部门)?(?:负责)?|(${COOPERATES})(?:单位|部门)?)$`)
const MARK_AT_END = new RegExp(`(?:${LEADS})负责$`)
const PARTING = /[、，,；;/／|]/

// the longest first
const TAILS = [
  '按照各自职责分工负责',
  '按照职责分工负责',
  '按各自职责分工负责',
  '按职责分工分别负责',
  '按职责分工负责',
  '按各自职责负责',
  '按职责负责',
]
  .concat([
    '按职责分工',
    '分别负责',
    '共同负责',
    '分工负责',
    '等有关部门',
    '等相关部门',
    '等有关单位',
    '等相关单位',
    '等部门',
    '等单位',
    '负责',
    '等',
  ])
  .map((tail) => new RegExp(`${[...tail].join('\\s*')}$`))

/** 等有关部门按职责分工负责: so many stand behind each other, no more. */
const TAILS_AT_ONCE = 4

/** The pieces of a cell between marks, spaces and line breaks. A mark in brackets is that of one name, a word at the end that of all since the last. */
export function markedPieces(lines: readonly string[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let label: DutyRole | null = null
  let group = 0
  let afterMark = false
  for (const token of tokensOf(withoutTails(lines.join('\n')))) {
    if (PARTING.test(token) && token.length === 1) {
      afterMark = true
      continue
    }
    if (/[：:]$/.test(token) && new RegExp(`^${LABEL.source}$`).test(token)) {
      label = roleIn(token)
      group = pieces.length
      afterMark = true
      continue
    }
    const one = BRACKETED.exec(token)
    const all = one ? null : ENDING.exec(token)
    const text = (one?.[1] ?? (all ? withoutTails(all[1] ?? '') : token)).replace(/^由(?=.{2})/, '')
    if (text !== '') pieces.push({ text, mark: one ? roleIn(one[2] ?? '') : label, afterMark })
    else if (one) Object.assign(pieces.at(-1) ?? {}, { mark: roleIn(one[2] ?? '') })
    afterMark = one !== null || all !== null
    if (!all) continue
    for (const piece of pieces.slice(group)) piece.mark ??= all[2] ? 'lead' : 'cooperating'
    group = pieces.length
  }
  return pieces
}

const roleIn = (words: string): DutyRole | null =>
  new RegExp(LEADS).test(words) ? 'lead' : new RegExp(COOPERATES).test(words) ? 'cooperating' : null

function withoutTails(text: string): string {
  let rest = withoutStop(text)
  // 牵头负责 is a mark, and stays
  for (let i = 0; i < TAILS_AT_ONCE && !MARK_AT_END.test(rest); i++) {
    const tail = TAILS.find((tail) => tail.test(rest))
    const shorter = tail ? withoutStop(rest.replace(tail, '')) : ''
    if (shorter === '') break
    rest = shorter
  }
  return rest
}

const withoutStop = (text: string): string =>
  text
    .trimEnd()
    .replace(/[。.]$/, '')
    .trimEnd()

/** Words and parting marks by themselves, labels with their colon; what stands in brackets is not parted. */
function tokensOf(text: string): string[] {
  const tokens: string[] = []
  let token = ''
  let depth = 0
  const end = () => {
    if (token !== '') tokens.push(token)
    token = ''
  }
  for (const character of text.replace(LABEL, (label) => ` ${label.replace(/\s/g, '')} `)) {
    if (/[（(]/.test(character)) depth++
    else if (/[)）]/.test(character)) depth = Math.max(0, depth - 1)
    if (character === '\n') depth = 0
    if (depth === 0 && /\s/.test(character)) end()
    else if (depth === 0 && PARTING.test(character)) {
      end()
      tokens.push(character)
    } else token += character
  }
  end()
  return tokens
}
