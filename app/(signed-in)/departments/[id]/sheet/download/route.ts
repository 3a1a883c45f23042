import { getTranslations } from 'next-intl/server'
import { sheetPage } from '@/app/(signed-in)/departments/[id]/sheet/sheet-view'
import { planOfRequest } from '@/app/ledger-context'
import { viewerHandler } from '@/app/viewer-handler'
import { today } from '@/clock'
import { database } from '@/db/client'
import { PART_WORDS } from '@/documents/department-sheet'
import { departmentSheetXlsx } from '@/documents/write/department-sheet-xlsx'
import { numberText } from '@/domain/task-number'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The department's open tasks as a sheet to be filled in offline. */
export const GET = viewerHandler<{ id: string }>(async (viewer, _request, { id }) => {
  const current = await planOfRequest()
  const page = current && (await sheetPage((await database()).db, viewer, id, today()))
  if (!page) return 'hidden'
  const t = await getTranslations()
  const bytes = await departmentSheetXlsx({
    department: page.department,
    planTitle: current.plans.length === 1 ? current.plan.title : t('scope.allPlans'),
    day: today(),
    demo: current.mark === 'demo',
    rows: page.rows.map(({ row, duty }) => ({
      number: row.number,
      shown: numberText(row.number),
      title: row.title,
      measure: row.measure,
      deadline: (row.deadline.amended ?? row.deadline).issued,
      leads: duty.role === 'lead',
      version: duty.role === 'lead' ? row.version : duty.version,
      progress: row.progress,
      lastText: row.lastReport?.done ?? '',
      part: duty.part === 'none' ? '' : [PART_WORDS[duty.part], duty.partNote].filter(Boolean).join('：'),
    })),
  })
  const name = `${page.department.name}填报表_${today()}.xlsx`
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': TYPE,
      'content-disposition': `attachment; filename="sheet-${today()}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  })
})
