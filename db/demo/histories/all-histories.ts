import { goals1To4 } from '@/db/demo/histories/goals-1-to-4'
import { goals5And6 } from '@/db/demo/histories/goals-5-and-6'
import { goals7To9 } from '@/db/demo/histories/goals-7-to-9'
import { goals10And11 } from '@/db/demo/histories/goals-10-and-11'
import { goals12And13 } from '@/db/demo/histories/goals-12-and-13'
import { goals14And15 } from '@/db/demo/histories/goals-14-and-15'
import { goals16To19 } from '@/db/demo/histories/goals-16-to-19'
import { goals20To22 } from '@/db/demo/histories/goals-20-to-22'
import type { Histories } from '@/db/demo/step'

/** What happened to each of the 91 tasks, by number. Nothing of it is true. */
export const allHistories: Histories = {
  ...goals1To4,
  ...goals5And6,
  ...goals7To9,
  ...goals10And11,
  ...goals12And13,
  ...goals14And15,
  ...goals16To19,
  ...goals20To22,
}
