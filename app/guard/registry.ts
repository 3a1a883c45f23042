import { firstSignInGuard } from '@/app/(public)/first-sign-in/guard'
import { signInGuard } from '@/app/(public)/sign-in/guard'
import { accountsGuard } from '@/app/(signed-in)/accounts/guard'
import { auditExportGuard } from '@/app/(signed-in)/audit/export/guard'
import { departmentsGuard } from '@/app/(signed-in)/departments/guard'
import { passwordGuard } from '@/app/(signed-in)/password/guard'
import { taskGuard } from '@/app/(signed-in)/tasks/[number]/guard'
import { exportGuard } from '@/app/export/guard'
import { filesGuard } from '@/app/files/guard'
import type { GuardEntry } from '@/app/guard/entry'
import { shellGuard } from '@/app/guard/shell'
import { healthGuard } from '@/app/health/guard'

/** Every action and handler that the build may contain. */
export const registry: readonly GuardEntry[] = [
  ...shellGuard,
  ...healthGuard,
  ...signInGuard,
  ...firstSignInGuard,
  ...passwordGuard,
  ...accountsGuard,
  ...auditExportGuard,
  ...exportGuard,
  ...filesGuard,
  ...taskGuard,
  ...departmentsGuard,
]
