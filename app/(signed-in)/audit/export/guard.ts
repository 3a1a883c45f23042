import { type GuardEntry, outcomes } from '@/app/guard/entry'

export const auditExportGuard: readonly GuardEntry[] = [
  { file: 'app/(signed-in)/audit/export/route.ts', name: 'GET', path: '/audit/export', expected: outcomes({ auditor: 'done' }) },
]
