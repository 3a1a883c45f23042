'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { documentFields } from '@/app/(signed-in)/(documents)/plans/import/forms'
import { count, line, positive, required } from '@/app/task-forms'
import { done, viewerAction } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { mergeDepartments as merge } from '@/db/commands/merge-departments'
import { namePlan as name } from '@/db/commands/name-plan'
import { renameDepartment as rename } from '@/db/commands/rename-department'

const id = z.string().min(1).max(64)
type DocumentFields = { documentTitle: string; documentNumber: string; documentOn: string }
const documentOf = ({ documentTitle, documentNumber, documentOn }: DocumentFields) => ({
  title: documentTitle,
  number: documentNumber,
  on: documentOn,
})

export const namePlan = viewerAction(z.object({ plan: positive, shortName: line, version: count }), async (viewer, form) => {
  const outcome = await name(await database(), viewer, form, now())
  if (outcome === 'hidden') return outcome
  revalidatePath('/', 'layout')
  return 'refused' in outcome ? outcome : done('plans.named')
})

export const renameDepartment = viewerAction(
  z.object({ departmentId: id, name: required(line), ...documentFields }),
  async (viewer, { departmentId, name: given, ...form }) => {
    const time = { today: today(), now: now() }
    const outcome = await rename(await database(), viewer, { departmentId, name: given, document: documentOf(form) }, time)
    if (outcome === 'hidden') return outcome
    revalidatePath('/', 'layout')
    return 'refused' in outcome ? outcome : done('plans.renamed', outcome.renamed)
  },
)

export const mergeDepartments = viewerAction(
  z.object({ from: id, into: id, ...documentFields }),
  async (viewer, { from, into, ...form }) => {
    const outcome = await merge(await database(), viewer, { from, into, document: documentOf(form) }, { today: today(), now: now() })
    if (outcome === 'hidden') return outcome
    revalidatePath('/', 'layout')
    return 'refused' in outcome ? outcome : done('plans.merged', outcome.merged)
  },
)
