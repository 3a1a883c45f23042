import { defineConfig } from 'drizzle-kit'

process.env.DATABASE_URL = 'postgres://generate' // never connected to: db/schema.ts takes PostgreSQL's columns with one

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./db/schema.ts', './db/schema-supervision.ts', './db/schema-documents.ts'],
  out: process.env.DRIZZLE_OUT ?? './drizzle/postgres',
})
