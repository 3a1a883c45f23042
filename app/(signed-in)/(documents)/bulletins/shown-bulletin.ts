import type { Db } from '@/db/client'
import { draftSheet, issuedSheet } from '@/db/queries/bulletin-page'
import { bulletinById, type Draft, type Issued } from '@/db/queries/bulletins'
import { currentPlan, type Plan } from '@/db/queries/current-plan'
import type { BulletinFigures } from '@/domain/bulletin'
import type { BulletinSheet } from '@/domain/bulletin-sheet'
import type { Viewer } from '@/domain/permissions'

/** `plan`: a draft's, with the settings of now. */
export type ShownBulletin = { bulletin: Draft | Issued; sheet: BulletinSheet; figures: BulletinFigures; plan: Plan | null }

/** An issued bulletin from what is stored with it, a draft as it would print now; null for what the viewer may not read. */
export async function shownBulletin(db: Db, viewer: Viewer, id: string): Promise<ShownBulletin | null> {
  const bulletin = await bulletinById(db, viewer, id)
  if (!bulletin) return null
  if (bulletin.state === 'issued') return { bulletin, sheet: issuedSheet(bulletin), figures: bulletin.figures, plan: null }
  const plan = (await currentPlan(db))?.plans.find((one) => one.id === bulletin.planId)
  return plan ? { bulletin, plan, ...(await draftSheet(db, plan, bulletin)) } : null
}
