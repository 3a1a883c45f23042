// One schema, two engines: the vocabulary is chosen once, by DATABASE_URL. Both sides offer the same words with the same meaning
// (days and instants are text, JSON is canonical text), so the SQLite types speak for both. See docs/decisions/0001.
import { columns as postgres } from '@/db/columns.postgres'
import { columns as sqlite } from '@/db/columns.sqlite'
import { env } from '@/env'

export const columns = (env.DATABASE_URL ? postgres : sqlite) as typeof sqlite
