import { queryCount } from '@/db/query-count'
import { env } from '@/env'

export const dynamic = 'force-dynamic'

/** That the server answers; for measuring, how many queries it has made so far. */
export function GET(): Response {
  return Response.json({ status: 'ok', ...(env.LEDGER_MEASURE && { queries: queryCount() }) })
}
