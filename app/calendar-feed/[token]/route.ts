import { feedCalendar } from '@/app/calendar-feed/feed-calendar'
import { feedTag, isKnown } from '@/app/calendar-feed/feed-tag'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { feedHash } from '@/db/commands/calendar-feed'
import { feedReader } from '@/db/queries/calendar-feed'

const FOUND_NOTHING = { status: 404, headers: { 'cache-control': 'no-store' } }

/**
 * A person's deadlines as a calendar to subscribe to. The token in the address is the credential, so nobody needs to be signed in; what
 * the calendar holds is what its person may see today. Whoever has this edition already is told so, and gets no text.
 */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const token = /^([\w-]{43})\.ics$/.exec((await params).token)?.[1]
  if (!token) return new Response(null, FOUND_NOTHING)
  const { db } = await database()
  const viewer = await feedReader(db, feedHash(token))
  if (!viewer) return new Response(null, FOUND_NOTHING)
  const ics = await feedCalendar(db, viewer, today(), now())
  const etag = feedTag(ics)
  const headers = { etag, 'cache-control': 'private, max-age=3600', 'referrer-policy': 'no-referrer' }
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(ics, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="ledger.ics"',
    },
  })
}
