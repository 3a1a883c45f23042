import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { users } from '@/db/schema'
import type { Viewer } from '@/domain/permissions'

/** The supervisor of this user name, in whose name the operator records; null if there is none who may sign in. For the operator only. */
export async function supervisorCalled(db: Db, username: string): Promise<Viewer | null> {
  const [found] = await db
    .select({ userId: users.id, username: users.username, name: users.name, post: users.post })
    .from(users)
    .where(and(eq(users.username, username), eq(users.role, 'supervisor'), isNull(users.disabledAt)))
  return found ? { ...found, role: 'supervisor', departmentId: null, departmentName: null } : null
}
