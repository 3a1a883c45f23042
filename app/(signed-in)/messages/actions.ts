'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { done, viewerAction } from '@/app/viewer-action'
import { now } from '@/clock'
import { database } from '@/db/client'
import { markRead as mark } from '@/db/commands/mark-read'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

export const markRead = viewerAction(
  z.object({ group: z.string().min(1).max(64), upTo: z.string().regex(INSTANT) }),
  async (viewer, form) => {
    const outcome = await mark(await database(), viewer, form, now())
    if (outcome === 'hidden' || 'refused' in outcome) return outcome
    revalidatePath('/', 'layout')
    if (outcome.read === 0) return done('inbox.nothingUnread')
    return done(viewer.departmentId ? 'inbox.markedRead' : 'inbox.markedOwn', { count: outcome.read })
  },
)
