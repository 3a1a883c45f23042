import { defineConfig } from 'drizzle-kit'

delete process.env.DATABASE_URL // db/schema.ts takes SQLite's columns without one

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./db/schema.ts', './db/schema-supervision.ts', './db/schema-documents.ts'],
  out: process.env.DRIZZLE_OUT ?? './drizzle/sqlite',
})
