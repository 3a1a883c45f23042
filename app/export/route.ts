import type { NextRequest } from 'next/server'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { planOfRequest } from '@/app/ledger-context'
import { readListQuery } from '@/app/list-query'
import { viewerOrNull } from '@/auth/require-viewer'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { canExport } from '@/domain/permissions'
import { exportList, FORMATS, SCOPES } from '@/exports/export-list'

const wanted = z.object({
  scope: z.enum(SCOPES).default('ledger'),
  format: z.enum(FORMATS).default('xlsx'),
  only: z.enum(['approved', 'issued']).optional(),
})

/** What is on the screen as a file: the list's own search parameters, and `scope`, `format`, `only`. 401, 404 or 400 where it is none. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await viewerOrNull()
  if (!viewer) return new Response('Unauthorized', { status: 401 })
  const plan = await planOfRequest()
  if (!canExport(viewer) || !plan) return new Response('Not found', { status: 404 })
  const params = Object.fromEntries(request.nextUrl.searchParams)
  const parsed = wanted.safeParse(params)
  const query = readListQuery(params, today())
  const locale = await getLocale()
  if (!parsed.success || query.asOfRefused) {
    const t = await getTranslations('errors')
    return new Response(t(query.asOfRefused ? 'as-of-refused' : 'invalid'), { status: 400 })
  }
  const { scope, format, only } = parsed.data
  const role = (await getTranslations('roles'))(viewer.role)
  const file = await exportList((await database()).db, viewer, {
    ...query,
    scope,
    format,
    locale,
    basis: only ?? query.basis,
    onlyBasis: only !== undefined,
    maker: [viewer.departmentName ?? role, viewer.name].filter(Boolean).join(' '),
    madeAt: now(),
    planTitle: plan.plan.title,
    demo: plan.mark === 'demo',
  })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="ledger-${query.asOf}.${format}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'no-store',
    },
  })
}
