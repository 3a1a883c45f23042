import { type SQL, sql } from 'drizzle-orm'
import { departments } from '@/db/schema'
import { departmentNames } from '@/db/schema-documents'
import type { Day } from '@/domain/calendar'

/** What the joined department was called on that day (rule 18). */
export const departmentNameOn = (asOf: Day): SQL<string> =>
  sql<string>`coalesce((select former.name from ${departmentNames} former where former.department_id = ${departments.id}
    and former.to_day > ${asOf} order by former.to_day limit 1), ${departments.name})`
