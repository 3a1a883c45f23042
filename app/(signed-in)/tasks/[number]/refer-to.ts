import { revalidatePath } from 'next/cache'
import { type ActionOutcome, done, type Refused } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { referTask } from '@/db/commands/refer-task'
import { findTasks } from '@/db/queries/find-tasks'
import type { Viewer } from '@/domain/permissions'
import { numberText, readTaskNumber } from '@/domain/task-number'

const NAMED = 5

/** Links a task with another one: `other` is its number as people write it, or words that only it has. */
export async function referTo(
  viewer: Viewer,
  { number, formId, other }: { number: number; formId: string; other: string },
): Promise<ActionOutcome> {
  const to = readTaskNumber(plain(other)) ?? (await theOnlyOne(viewer, other))
  if (typeof to !== 'number') return to
  const outcome = await referTask(await database(), viewer, { number, to, formId }, { today: today(), now: now() })
  if (outcome === 'hidden') return outcome
  if ('refused' in outcome) return outcome.field === 'number' ? { ...outcome, field: 'other' } : outcome
  revalidatePath('/', 'layout')
  return done('done.referred', { number: numberText(number) }, { number, seq: outcome.done.seq })
}

// 第2-17项, with whatever width the keyboard gave it
const plain = (typed: string): string => typed.normalize('NFKC').replace(/^第|项$|\s/g, '')

async function theOnlyOne(viewer: Viewer, words: string): Promise<number | Refused> {
  const found = await findTasks((await database()).db, viewer, words, today(), NAMED + 1)
  const [only] = found
  if (!only) return { refused: 'reference-not-found', field: 'other' }
  if (found.length === 1) return only.number
  const named = found.slice(0, NAMED).map(({ number, title }) => `${numberText(number)} ${title}`)
  return { refused: 'reference-several', field: 'other', values: { found: named.join('、'), more: found.length - named.length } }
}
