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

export const files = sqliteTable('files', {
  sha256: blob({ mode: 'buffer' }).primaryKey(),
  length: integer().notNull(),
  parts: integer().notNull(),
})

export const fileParts = sqliteTable('file_parts', {
  sha256: blob({ mode: 'buffer' }).notNull(),
  no: integer().notNull(),
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

export const looks = sqliteTable('looks', {
  id: integer().primaryKey(),
  at: text().notNull(),
  by: text().notNull(),
  person: text().notNull(),
  view: text().notNull(),
})

export const registryTouches = sqliteTable('registry_touches', {
  entity: text().primaryKey(),
  version: integer().notNull(),
})

export const registryUndone = sqliteTable('registry_undone', {
  version: integer().primaryKey(),
  undoneBy: integer('undone_by').notNull(),
})

export const registryImports = sqliteTable('registry_imports', {
  importId: text('import_id').notNull(),
  part: integer().notNull(),
  version: integer().notNull(),
})

export const registryPeople = sqliteTable('registry_people', {
  id: integer().primaryKey(),
  person: text().notNull(),
  revision: integer().notNull(),
  mergedInto: text('merged_into'),
  confirmedOn: text('confirmed_on').notNull(),
  missing: integer().notNull(),
  contradictions: integer().notNull(),
  record: text().notNull(),
})

export const registryNames = sqliteTable('registry_names', {
  id: integer().primaryKey(),
  person: text().notNull(),
  since: text().notNull(),
  until: text().notNull(),
  sortKey: text('sort_key').notNull(),
  folded: text().notNull(),
  name: text().notNull(),
  birthDate: text('birth_date'),
  sex: text(),
  citizenId: text('citizen_id'),
  merged: integer().notNull(),
})

export const registryTenures = sqliteTable('registry_tenures', {
  person: text().notNull(),
  tenure: text().notNull(),
  owner: text().notNull(),
  post: text().notNull(),
  unit: text().notNull(),
  since: text().notNull(),
  until: text().notNull(),
  data: text().notNull(),
})

export const registryUnits = sqliteTable('registry_units', {
  unit: text().primaryKey(),
  revision: integer().notNull(),
  record: text().notNull(),
})

export const registryUnitSpans = sqliteTable('registry_unit_spans', {
  unit: text().notNull(),
  since: text().notNull(),
  until: text().notNull(),
  parent: text().notNull(),
  folded: text().notNull(),
  data: text().notNull(),
})

export const registryPosts = sqliteTable('registry_posts', {
  post: text().primaryKey(),
  unit: text().notNull(),
  revision: integer().notNull(),
  record: text().notNull(),
})
