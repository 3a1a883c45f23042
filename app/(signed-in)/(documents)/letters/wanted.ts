import { z } from 'zod'
import type { LedgerContext } from '@/app/ledger-context'
import { listParams, readListQuery, type SearchParams } from '@/app/list-query'
import { type DepartmentLetter, letters } from '@/db/queries/letters'
import { LETTER_KINDS, type LetterKind } from '@/domain/letters'

const kindOf = z.enum(LETTER_KINDS).catch('reminder')

export type LettersAsked = { kind: LetterKind; query: ReturnType<typeof readListQuery>; params: Record<string, string> }

/** Which letters the address asks for: their kind, and the scope of what they say. */
export function readLetters(params: SearchParams, { today, plans }: Pick<LedgerContext, 'today' | 'plans'>): LettersAsked {
  const kind = kindOf.parse(params.kind)
  const query = readListQuery(params, today, plans)
  const { asOf, knownOn, plan } = listParams({ ...query, filter: {} }, today)
  const kept = { kind: kind === 'reminder' ? undefined : kind, asOf, knownOn, plan }
  return { kind, query, params: Object.fromEntries(Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value]] : []))) }
}

export const lettersOf = (
  { viewer, db, plans, mark }: Pick<LedgerContext, 'viewer' | 'db' | 'plans' | 'mark'>,
  { kind, query: { asOf, knownAt, plan } }: LettersAsked,
  departmentId?: string,
): Promise<DepartmentLetter[]> => letters(db, viewer, { kind, asOf, knownAt, plan, departmentId, plans, demo: mark === 'demo' })
