// A shipped migration is never edited, Drizzle sees the tables that are there, and steps are all or nothing.
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Driver from 'better-sqlite3'
import { getTableColumns, getTableName, isTable } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sha256Hex } from '../../db/hashing.ts'
import { migrate, readMigrations, sourceMigrations } from '../../db/migrate.ts'
import { openArchive } from '../../db/open.ts'
import * as schema from '../../db/schema.ts'
import { closedAtEnd, faultOf, freshArchive, freshFolder, monday, noted } from './archive-fixture.ts'

/** Only ever added to. */
const frozen: Readonly<Record<string, string>> = {
  '0001_archive.sql': '56004b4d77af48c0a096431aad2c054a636034fb64adf31475ff6ffddd17a89e',
  '0002_registers.sql': '19d4a1db253c8152dbc900207b8f12a5c613b6083fc7bf93c4b40d4bc93792ec',
  '0003_registry.sql': '7208e3f1148a3ea70b881e37ff15143701bb62da0f8c491f749530287129896e',
  '0004_files.sql': 'e1ed1f9430adaa5a7af9a705bc6352d71a541044bcc2b117bc9656724e317cf8',
  '0005_registry-names.sql': '86eea4ec3a209ed2b3bb5900dad1685fc22999a83fa1f811d31a69b2fa5ad0ca',
  '0006_rehearsals.sql': '4ee9d160f7138493066cd70764f5025093b1daffaf0f574d1cef0d90415250d1',
  '0007_rows-with-dossiers.sql': '5868f38441a6aada32eec08369f1c343b4f0ed4636d0692871b5cc2bbc75ce49',
  '0008_looks.sql': '94b7c83f6ac1b2339a7cd6c6aebed8d844c54db192cef94f28777564c8068694',
  '0009_rows-with-sealed-slips.sql': '60b43d9778ca4b81186a5b4470da350ab32a4d1e554787a4a59aacc9ef655354',
}

test('no shipped migration has been edited, and none is missing', () => {
  const known = readMigrations(sourceMigrations())
  expect(Object.fromEntries(known.map(({ name, sql }) => [name, sha256Hex(sql)]))).toEqual(frozen)
})

test('the tables of Drizzle have the columns of the file', () => {
  const driver = new Driver(':memory:')
  migrate(driver, readMigrations(sourceMigrations()))
  const tables = Object.values(schema).filter((one) => isTable(one))
  const named = driver
    .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()
  expect(tables.map(getTableName).sort()).toEqual(named)
  for (const table of tables) {
    const inFile = driver
      .prepare('SELECT name, lower(type) type, "notnull" OR pk AS required FROM pragma_table_info(?)')
      .all(getTableName(table))
    const inDrizzle = Object.values(getTableColumns(table)).map((column) => ({
      name: column.name,
      type: column.getSQLType(),
      required: column.notNull ? 1 : 0,
    }))
    expect(inFile).toEqual(inDrizzle)
  }
})

/** The number that follows the shipped ones, and so many more. */
const numberAfter = (more: number): string => String(Object.keys(frozen).length + 1 + more).padStart(4, '0')

/** The shipped migrations and one to come. */
function folderWith(sql: string): string {
  const folder = join(freshFolder(), 'migrations')
  mkdirSync(folder)
  for (const name of readdirSync(sourceMigrations())) copyFileSync(join(sourceMigrations(), name), join(folder, name))
  writeFileSync(join(folder, `${numberAfter(0)}_next.sql`), sql)
  return folder
}

test('an older file is brought forward when it is opened, and its facts stay', () => {
  const { archive, file, key } = freshArchive()
  archive.append('case/a', 0, [noted(1)], monday)
  archive.close()
  const migrations = folderWith('CREATE TABLE next (a INTEGER) STRICT;')
  const opened = closedAtEnd(openArchive({ file, unwrappedKey: key, migrations }))
  expect(opened.verify()).toMatchObject({ ok: true, facts: 1 })
  opened.close()
  expect(faultOf(() => openArchive({ file, unwrappedKey: key }))).toBe('newer-version')
})

test('a step that fails leaves the file as it was', () => {
  const { archive, file, key } = freshArchive()
  archive.append('case/a', 0, [noted(1)], monday)
  archive.close()
  const migrations = folderWith('CREATE TABLE next (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);')
  expect(() => openArchive({ file, unwrappedKey: key, migrations })).toThrow('nowhere')
  const opened = closedAtEnd(openArchive({ file, unwrappedKey: key }))
  expect(opened.verify()).toMatchObject({ ok: true, facts: 1 })
})

test('migrations are numbered without gaps', () => {
  const folder = folderWith('SELECT 1;')
  const late = `${numberAfter(2)}_late.sql`
  writeFileSync(join(folder, late), 'SELECT 1;')
  expect(() => readMigrations(folder)).toThrow(late)
  expect(() => readMigrations(freshFolder())).toThrow('no migrations')
})

test('0005: names keep their people when their rows come to say whose they are', () => {
  const driver = new Driver(':memory:')
  const known = readMigrations(sourceMigrations())
  migrate(driver, known, 4)
  driver.exec(`INSERT INTO registry_people VALUES (7, 'p1-0', 1, NULL, '2026-11-23', 0, 0, '[]');
    INSERT INTO registry_names VALUES (3, 7, '', '9999-12-31', 'k', ' ha', 'Hà', '1980', 'female', NULL, 0)`)
  migrate(driver, known, 5)
  expect(driver.prepare('SELECT * FROM registry_names').all()).toEqual([
    {
      id: 3,
      person: 'p1-0',
      since: '',
      until: '9999-12-31',
      sort_key: 'k',
      folded: ' ha',
      name: 'Hà',
      birth_date: '1980',
      sex: 'female',
      citizen_id: null,
      merged: 0,
    },
  ])
})

test.each([
  [7, 'dossierPaperFiled', 0],
  [7, 'caseOpened', 1],
  [9, 'bundleSealed', 0],
  [9, 'caseOpened', 1],
] as const)('migration %i: after a fact %s, rows of cases that stay: %i', (step, type, rowsLeft) => {
  const driver = new Driver(':memory:')
  const known = readMigrations(sourceMigrations())
  migrate(driver, known, step - 1)
  driver.exec(`INSERT INTO facts VALUES (1, 'case/a', 1, '${type}', '2026-11-23', 'x', '{}', zeroblob(32), zeroblob(32), zeroblob(32), NULL);
    INSERT INTO summaries VALUES ('case/a', 1, 'case', '', '2026-11-23', '{}')`)
  migrate(driver, known, step)
  expect(driver.prepare('SELECT count(*) FROM summaries').pluck().get()).toBe(rowsLeft)
})
