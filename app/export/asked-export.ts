import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { chosenPlan, planOfRequest } from '@/app/ledger-context'
import { readListQuery } from '@/app/list-query'
import { now, today } from '@/clock'
import { canExport, type Viewer } from '@/domain/permissions'
import { type ExportWanted, FORMATS, LAYOUTS, SCOPES } from '@/exports/export-list'

const wanted = z.object({
  scope: z.enum(SCOPES).default('ledger'),
  format: z.enum(FORMATS).default('xlsx'),
  layout: z.enum(LAYOUTS).default('list'),
  only: z.enum(['approved', 'issued']).optional(),
})

/** Which list the address asks for: the list's own search parameters, and `scope`, `format`, `layout`, `only`. 400 where they make no sense. */
export async function askedExport(viewer: Viewer, request: Request): Promise<ExportWanted | Response | 'hidden'> {
  const current = await planOfRequest()
  if (!canExport(viewer) || !current) return 'hidden'
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const parsed = wanted.safeParse(params)
  const query = readListQuery(params, today(), current.plans)
  const t = await getTranslations()
  if (query.asOfRefused) return new Response(t('errors.as-of-refused'), { status: 400 })
  if (query.knownOnRefused) return new Response(t('scope.knownRefusedShort'), { status: 400 })
  if (!parsed.success || query.planRefused) return new Response(t('errors.invalid'), { status: 400 })
  const { only, ...asked } = parsed.data
  return {
    ...query,
    ...asked,
    locale: await getLocale(),
    basis: only ?? query.basis,
    onlyBasis: only !== undefined,
    maker: [viewer.departmentName ?? t(`roles.${viewer.role}`), viewer.name].filter(Boolean).join(' '),
    madeAt: now(),
    planTitle: chosenPlan(current.plans, query.plan)?.title ?? t('scope.allPlans'),
    demo: current.mark === 'demo',
  }
}

/** The name under which a browser saves an export, in every character set. */
export const attachment = (name: string): string => {
  const ascii = `ledger${/_\d{4}-\d\d-\d\d\.\w+$/.exec(name)?.[0].replace('_', '-') ?? ''}`
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
