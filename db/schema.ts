// The tables as Drizzle sees them. STRICT, checks and triggers stand in the migrations; a test compares both.
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const migrations = sqliteTable('migrations', {
  number: integer().primaryKey(),
  name: text().notNull(),
  sha256: text().notNull(),
})

export const device = sqliteTable('device', {
  id: integer().primaryKey(),
  origin: text().notNull(),
  publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
  privateKey: blob('private_key', { mode: 'buffer' }).notNull(),
})

export const facts = sqliteTable('facts', {
  seq: integer().primaryKey(),
  stream: text().notNull(),
  version: integer().notNull(),
  type: text().notNull(),
  at: text().notNull(),
  by: text().notNull(),
  payload: text().notNull(),
  payloadSha256: blob('payload_sha256', { mode: 'buffer' }).notNull(),
  leafHash: blob('leaf_hash', { mode: 'buffer' }).notNull(),
  chainHash: blob('chain_hash', { mode: 'buffer' }).notNull(),
  nodeHash: blob('node_hash', { mode: 'buffer' }),
})

export const papers = sqliteTable('papers', {
  sha256: blob({ mode: 'buffer' }).primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
})

export const numbers = sqliteTable('numbers', {
  register: text().notNull(),
  first: integer().notNull(),
  last: integer().notNull(),
  stream: text().notNull(),
  version: integer().notNull(),
})

export const checkpoints = sqliteTable('checkpoints', {
  size: integer().primaryKey(),
  note: text().notNull(),
})

export const summaries = sqliteTable('summaries', {
  stream: text().primaryKey(),
  version: integer().notNull(),
  kind: text().notNull(),
  sortText: text('sort_text').notNull(),
  sortAt: text('sort_at').notNull(),
  summary: text().notNull(),
})

export const drafts = sqliteTable('drafts', {
  key: text().primaryKey(),
  value: text().notNull(),
  updated: text().notNull(),
})
