// Which rows of two tables say much the same, where their wording was changed: by the pairs of neighbouring characters that they share.
import type { IssuedRow } from '@/domain/issued-table'

const LIKE_FROM = 0.5
/** In rows: bounds the work where a document words thousands of rows anew. */
const REACH = 200

type Like = { share: number; row: number; other: number }

/**
 * Pairs rows of both sides, each at most once and the likest pair first. Alike are rows whose title and measure share at least half of their
 * pairs of neighbouring characters: twice the shared ones over those of both. Of equal likeness, the same number goes first, then the order.
 */
export function likeRows(rows: readonly IssuedRow[], others: readonly IssuedRow[]): Map<IssuedRow, IssuedRow> {
  if (rows.length === 0 || others.length === 0) return new Map()
  const found = likenesses(rows, others).sort(
    (a, b) => b.share - a.share || differs(a, rows, others) - differs(b, rows, others) || a.row - b.row || a.other - b.other,
  )
  const pairs = new Map<IssuedRow, IssuedRow>()
  const taken = new Set<IssuedRow>()
  for (const { row, other } of found) {
    const [one, two] = [rows[row], others[other]]
    if (!one || !two || pairs.has(one) || taken.has(two)) continue
    pairs.set(one, two)
    taken.add(two)
  }
  return pairs
}

const differs = ({ row, other }: Like, rows: readonly IssuedRow[], others: readonly IssuedRow[]): number =>
  rows[row]?.number === others[other]?.number ? 0 : 1

/** By an index of the pairs of characters, so that rows with nothing in common cost little. Rows further apart than `REACH` are not compared. */
function likenesses(rows: readonly IssuedRow[], others: readonly IssuedRow[]): Like[] {
  const index = new Map<string, { holders: number[]; from: number }>()
  const sizes = others.map((one, other) => {
    const own = bigrams(one)
    for (const pair of own) {
      const known = index.get(pair)
      if (known) known.holders.push(other)
      else index.set(pair, { holders: [other], from: 0 })
    }
    return own.size
  })
  const shared = new Uint32Array(others.length)
  return rows.flatMap((one, row) => {
    const own = bigrams(one)
    const [first, end] = [Math.max(0, row - REACH), Math.min(others.length, row + REACH + 1)]
    shared.fill(0, first, end)
    for (const pair of own) {
      const known = index.get(pair)
      if (!known) continue
      const { holders } = known
      while ((holders[known.from] ?? first) < first) known.from++
      for (let at = known.from; at < holders.length; at++) {
        const other = holders[at] ?? end
        if (other >= end) break
        shared[other] = (shared[other] ?? 0) + 1
      }
    }
    const found: Like[] = []
    for (let other = first; other < end; other++) {
      const share = (2 * (shared[other] ?? 0)) / (own.size + (sizes[other] ?? 0))
      if (share >= LIKE_FROM) found.push({ share, row, other })
    }
    return found
  })
}

/** Of title and measure; a text of one character is a pair of its own. */
function bigrams({ title, measure }: IssuedRow): Set<string> {
  const pairs = new Set<string>()
  for (const text of [title, measure]) {
    const bare = text.normalize('NFKC').replace(/\s+/g, '')
    if (bare.length === 1) pairs.add(bare)
    for (let at = 0; at + 1 < bare.length; at++) pairs.add(bare.slice(at, at + 2))
  }
  return pairs
}
