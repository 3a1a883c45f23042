import { firstSignInGuard } from '@/app/(public)/first-sign-in/guard'
import { signInGuard } from '@/app/(public)/sign-in/guard'
import { bulletinsGuard } from '@/app/(signed-in)/(documents)/bulletins/guard'
import { compareGuard } from '@/app/(signed-in)/(documents)/compare/export/guard'
import { lettersGuard } from '@/app/(signed-in)/(documents)/letters/guard'
import { plansGuard } from '@/app/(signed-in)/(documents)/plans/guard'
import { summariesGuard } from '@/app/(signed-in)/(documents)/summaries/guard'
import { noticesGuard } from '@/app/(signed-in)/(supervision)/notices/guard'
import { nudgeGuard } from '@/app/(signed-in)/(supervision)/nudge/guard'
import { accountsGuard } from '@/app/(signed-in)/accounts/guard'
import { auditExportGuard } from '@/app/(signed-in)/audit/export/guard'
import { calendarGuard } from '@/app/(signed-in)/calendar/guard'
import { clockworkGuard } from '@/app/(signed-in)/clockwork/guard'
import { sheetGuard } from '@/app/(signed-in)/departments/[id]/sheet/guard'
import { departmentsGuard } from '@/app/(signed-in)/departments/guard'
import { messagesGuard } from '@/app/(signed-in)/messages/guard'
import { ownGuard } from '@/app/(signed-in)/own/guard'
import { passwordGuard } from '@/app/(signed-in)/password/guard'
import { settingsGuard } from '@/app/(signed-in)/settings/guard'
import { taskGuard } from '@/app/(signed-in)/tasks/[number]/guard'
import { referenceGuard } from '@/app/(signed-in)/tasks/[number]/reference-guard'
import { taskSupervisionGuard } from '@/app/(signed-in)/tasks/[number]/supervision-guard'
import { talkGuard } from '@/app/(signed-in)/tasks/[number]/talk-guard'
import { calendarFeedGuard } from '@/app/calendar-feed/guard'
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
  ...taskSupervisionGuard,
  ...talkGuard,
  ...referenceGuard,
  ...departmentsGuard,
  ...sheetGuard,
  ...messagesGuard,
  ...clockworkGuard,
  ...nudgeGuard,
  ...noticesGuard,
  ...bulletinsGuard,
  ...calendarFeedGuard,
  ...settingsGuard,
  ...plansGuard,
  ...compareGuard,
  ...summariesGuard,
  ...lettersGuard,
  ...ownGuard,
  ...calendarGuard,
]
