import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'

export const columns = {
  table: pgTable,
  text: (name: string) => text(name),
  integer: (name: string) => integer(name),
  boolean: (name: string) => boolean(name),
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  check,
}
