import { departments, users } from '@/db/schema'

/** Who someone is, as every rule of permissions sees them, of `users` joined from the left to `departments` by `users.departmentId`. */
export const viewerColumns = {
  userId: users.id,
  username: users.username,
  role: users.role,
  departmentId: users.departmentId,
  departmentName: departments.name,
  name: users.name,
  post: users.post,
}
