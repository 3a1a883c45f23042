// Which department a spelling means. A name that the ledger knows, and an alias that was confirmed, mean it at once; a likely alias is
// offered and never taken; a new name among known ones is asked for. Without any known, only names that are nearly alike are asked for.
import { isCollective } from '@/documents/read/split-departments'
import { answerTo, type Choices, type DoubtCode, type KnownNames } from '@/documents/recognition'

/** `doubt`: a person must say what it means before the table can be imported, unless it does not block. */
export type Meaning = { name: string; doubt?: { code: DoubtCode; suggestions: string[]; blocking: boolean } }

const NAMES_COMPARED = 1000

/** What each spelling of a table means. `times`: how often each stands in it. */
export function meaningsOf(times: ReadonlyMap<string, number>, known: KnownNames, choices: Choices): Map<string, Meaning> {
  const names = new Set(known.departments)
  const settled = (spelling: string) =>
    answerTo(choices.departments, spelling) ?? (names.has(spelling) ? spelling : answerTo(known.aliases, spelling))
  const own = Object.values(choices.departments ?? {})
  const candidates = [...new Set([...known.departments, ...own])]
  // so many names are no departments: another column was taken for theirs
  const compares = times.size <= NAMES_COMPARED
  const open = [...times.keys()].filter((spelling) => settled(spelling) === undefined)
  // the commoner spelling is the name, of two equally common ones the longer
  const byRank = open.toSorted((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0) || b.length - a.length)
  const meanings = new Map<string, Meaning>()
  for (const spelling of byRank) {
    const alike = compares ? likelyNames(spelling, candidates) : []
    const isFirst = names.size === 0
    if (alike.length > 0)
      meanings.set(spelling, { name: spelling, doubt: { code: 'department-alias', suggestions: alike, blocking: true } })
    else {
      const code = isCollective(spelling) ? 'department-collective' : 'department-new'
      const isSaid = !isFirst || code === 'department-collective'
      meanings.set(spelling, { name: spelling, ...(isSaid && { doubt: { code, suggestions: [], blocking: !isFirst } }) })
      candidates.push(spelling)
    }
  }
  return new Map([...times.keys()].map((spelling) => [spelling, meanings.get(spelling) ?? { name: settled(spelling) ?? spelling }]))
}

/** The names that a spelling may be short or long for, the likeliest first: 卫健局 and 满城区卫生健康局 for 区卫生健康局. */
export function likelyNames(spelling: string, names: readonly string[]): string[] {
  const cores = coresOf(spelling)
  const near = names.filter((name) => name !== spelling && coresOf(name).some((other) => cores.some((core) => areAlike(core, other))))
  return near.toSorted((a, b) => Math.abs(a.length - spelling.length) - Math.abs(b.length - spelling.length))
}

const PLACES = /^(?:\p{Script=Han}{2,3}省)?(?:\p{Script=Han}{2,3}市)?(?:\p{Script=Han}{2,3}[区县旗])?/u

/** Without the place that it stands for: 满城区财政局 and 区财政局 are 财政局. 市监局 may be that of a 市, and may begin with 市场. */
function coresOf(name: string): string[] {
  const plain = name.normalize('NFKC').replace(/\s|\([^()]*\)/g, '')
  const inPlace = plain.replace(PLACES, '')
  return [plain, inPlace, inPlace.replace(/^[省市县区州旗]?(?:委(?=.{2}))?/, '')].filter((core) => core.length >= 2)
}

/** Offices shorten a name by leaving characters out, and keep the first and the last: 人社局, 市监局, 医保局. */
function areAlike(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 3 || short.length === long.length || short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}
