// The walls of the house: every import of every source file, package by package and folder by folder.
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const folders = ['workflows', 'db', 'records', 'electron', 'renderer'] as const
type Folder = (typeof folders)[number]

type Wall = { readonly folders: readonly string[]; readonly packages: readonly string[]; readonly node: boolean }

/** A folder may always import itself. `packages` are package names; `@scope/*` stands for the whole scope. zod is wherever a border is: files, rows, calls. */
const walls: Readonly<Record<Folder, Wall>> = {
  workflows: { folders: [], packages: ['xstate', 'zod'], node: false },
  db: { folders: ['workflows'], packages: ['drizzle-orm', 'better-sqlite3', 'zod'], node: true },
  records: {
    folders: ['workflows'],
    packages: [
      '@e965/xlsx',
      '@libpdf/core',
      '@myriaddreamin/typst.ts',
      '@peculiar/*',
      'docxtemplater',
      'fflate',
      'pizzip',
      'qrcode',
      'reflect-metadata',
      'write-excel-file',
      'zod',
    ],
    node: false,
  },
  electron: {
    folders: ['workflows', 'db', 'records'],
    packages: ['electron', 'electron-log', 'koffi', 'playwright-core', 'zod'],
    node: true,
  },
  renderer: {
    folders: ['workflows'],
    packages: [
      'react',
      'react-dom',
      '@mantine/*',
      '@tabler/icons-react',
      '@tanstack/*',
      'i18next',
      'react-i18next',
      'zod',
      '@expo-google-fonts/*',
      '@fontsource/*',
    ],
    node: false,
  },
}

/** The `electron` package is for the five files of the shell; the rest is plain Node and also serves the browser shell and the command line. */
const electronFiles = ['electron/main.ts', 'electron/window.ts', 'electron/preload.ts', 'electron/hall-preload.ts', 'electron/ipc.ts']

/** Keys are opened and certificates made where keys live: `records` must never hold a key, so these packages are needed in that one folder. */
const keyFolder = 'electron/keys/'
const keyPackages = ['@libpdf/core', '@peculiar/x509', 'reflect-metadata']

type Import = { readonly file: string; readonly what: string }

const isSource = (name: string) => /\.(ts|tsx|mts|css|html)$/.test(name)

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(isSource)
    .map((name) => join(folder, name).split(sep).join('/'))

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1')

/** Comments out, then everything that names a module: import, export from, import(), require, type imports, CSS @import. */
function importsOf(text: string): readonly string[] {
  const code = withoutComments(text)
  const forms = [
    /\b(?:import|export)\b(?:\s+type\b)?[\s\w$*{},]*?\bfrom\s*(['"])([^'"\n]+)\1/g,
    // A word between quotes is none.
    /(?<!['"`])\bimport\s*(['"])([^'"\n]+)\1/g,
    /\b(?:import|require|require\.resolve|import\.meta\.resolve)\s*\(\s*(['"`])([^'"`\n]+)\1/g,
    /@import\s+(?:url\()?\s*(['"])([^'"\n]+)\1/g,
  ]
  return forms.flatMap((form) => [...code.matchAll(form)].map((found) => found[2] ?? ''))
}

const importsIn = (folder: string): readonly Import[] =>
  filesIn(folder).flatMap((file) => importsOf(readFileSync(join(root, file), 'utf8')).map((what) => ({ file, what })))

/** What is loaded before the file runs: types are gone by then, and `import()` comes later. */
function loadedBy(file: string): readonly string[] {
  const text = withoutComments(readFileSync(join(root, file), 'utf8')).replace(
    /\b(?:import|export)\s+type\b[^;'"]*?\bfrom\s*(['"])[^'"\n]+\1/g,
    '',
  )
  return importsOf(text.replace(/\bimport\s*\(/g, 'later('))
    .filter((what) => what.startsWith('.'))
    .map((what) =>
      relative(root, resolve(root, dirname(file), what))
        .split(sep)
        .join('/'),
    )
    .filter((one) => /\.tsx?$/.test(one))
}

const packageOf = (what: string) => what.split('/', what.startsWith('@') ? 2 : 1).join('/')
const isAllowed = (name: string, packages: readonly string[]) =>
  packages.some((one) => (one.endsWith('/*') ? name.startsWith(one.slice(0, -1)) : one === name))

/** Why an import breaks the wall of its folder, else undefined. */
function fault({ file, what }: Import, wall: Wall): string | undefined {
  const own = file.split('/')[0] ?? ''
  if (what.startsWith('.') || what.startsWith('/')) {
    const [folder = ''] = relative(root, resolve(root, dirname(file), what)).split(sep)
    return folder === own || wall.folders.includes(folder) ? undefined : `${file} imports ${what}: ${own} may not see ${folder}`
  }
  if (what.startsWith('node:') || builtinModules.includes(what)) {
    if (!wall.node) return `${file} imports ${what}: no Node in ${own}`
    return what.startsWith('node:') ? undefined : `${file} imports ${what}: write node:${what}`
  }
  const name = packageOf(what)
  if (file.startsWith(keyFolder) && keyPackages.includes(name)) return undefined
  if (!isAllowed(name, wall.packages)) return `${file} imports ${what}: not a package of ${own}`
  if (name === 'electron' && !electronFiles.includes(file)) return `${file} imports electron: only ${electronFiles.join(', ')} may`
  return undefined
}

describe('who may import whom', () => {
  test.each(folders)('%s stays in its room', (folder) => {
    const imports = importsIn(folder)
    expect(imports.length).toBeGreaterThan(0)
    expect(imports.map((one) => fault(one, walls[folder])).filter((one) => one !== undefined)).toEqual([])
  })

  test('every package a source imports is one of ours, and what the product runs on is no development package', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >
    const packages = (folder: Folder) =>
      importsIn(folder)
        .filter(({ what }) => !/^[./]|^node:/.test(what))
        .map(({ what }) => packageOf(what))
    // The screen is bundled when it is built, and Electron is the host itself: both may be development packages.
    const running = new Set(['workflows', 'db', 'records', 'electron'].flatMap((folder) => packages(folder as Folder)))
    running.delete('electron')
    expect([...running].filter((name) => !(name in manifest.dependencies))).toEqual([])
    expect(packages('renderer').filter((name) => !(name in manifest.dependencies) && !(name in manifest.devDependencies))).toEqual([])
  })
})

describe('what comes from outside', () => {
  /** The page of the one-file checker is a shell of its own: it brings the clock and the screen to the check. */
  const pageFolder = 'records/checker/'
  const inside = (folder: string) => filesIn(folder).filter((file) => !file.startsWith(pageFolder))

  const clockOrChance =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)|\bMath\.random\b|\bperformance\.now\b|\brandomUUID\b|\bgetRandomValues\b/

  test.each(['workflows', 'records'])(
    '%s reads no clock and throws no dice: replay and drawing give the same answer every day',
    (folder) => {
      const guilty = inside(folder).filter((file) => clockOrChance.test(withoutComments(readFileSync(join(root, file), 'utf8'))))
      expect(guilty).toEqual([])
    },
  )
})

test('only the page of the checker knows a screen, and nothing else of records knows the page', () => {
  const dom =
    /(?<![/.\w])document\.|(?<![/.\w])window\.|\bHTML\w*Element\b|\bnavigator\b|\blocalStorage\b|\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/
  const others = filesIn('records').filter((file) => !file.startsWith('records/checker/'))
  expect(others.filter((file) => dom.test(withoutComments(readFileSync(join(root, file), 'utf8'))))).toEqual([])
  expect(importsIn('records').filter(({ file, what }) => others.includes(file) && what.includes('checker/'))).toEqual([])
  // Nor may the page itself ask a network for anything.
  const asks = /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bimport\(/
  expect(filesIn('records/checker').filter((file) => asks.test(withoutComments(readFileSync(join(root, file), 'utf8'))))).toEqual([])
})

test('the process that checks is started for every big check, so it carries the check and the law alone', () => {
  const seen = new Set<string>()
  const walk = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const one of loadedBy(file)) walk(one)
  }
  walk('electron/services/check-worker.ts')
  expect(seen).toContain('records/check.ts')
  expect(seen).toContain('workflows/rulebooks/rb2026.ts')
  expect([...seen].filter((file) => /^(renderer|workflows\/procedure|workflows\/papers\/requested)\/|dispatch\.ts$/.test(file))).toEqual([])
})

test('no file needs itself to be loaded', () => {
  const done = new Set<string>()
  const rings: string[] = []
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) rings.push([...path.slice(path.indexOf(file)), file].join(' > '))
    if (done.has(file) || path.includes(file)) return
    for (const one of loadedBy(file)) walk(one, [...path, file])
    done.add(file)
  }
  for (const file of folders.flatMap(filesIn)) if (/\.tsx?$/.test(file)) walk(file, [])
  expect(done.size).toBeGreaterThan(500)
  expect(rings).toEqual([])
})

describe('the wall test itself', () => {
  test('sees every way to name a module, and no comment', () => {
    const text = `import a from 'a'
      import type { B, C } from "b"
      import 'c'
      export * from './d.ts'
      export type { E } from 'e'
      const f = await import('f')
      const g: import('g').G = require('h')
      // import x from 'commented'
      /* import y from 'commented too' */
      const from = 'https://not.a/module' // "from 'neither'"
      import {
        i,
        type J,
      } from 'i'`
    expect([...importsOf(text)].sort()).toEqual(['./d.ts', 'a', 'b', 'c', 'e', 'f', 'g', 'h', 'i'])
  })

  test.each([
    ['workflows/core/a.ts', '../../db/open.ts'],
    ['workflows/core/a.ts', 'node:crypto'],
    ['workflows/core/a.ts', 'zodiac'],
    ['db/a.ts', '../electron/places.ts'],
    ['db/a.ts', 'fs'],
    ['records/a.ts', 'node:fs'],
    ['records/a.ts', '../db/open.ts'],
    ['electron/services/a.ts', 'electron'],
    ['electron/services/a.ts', '@peculiar/x509'],
    ['electron/a.ts', '../renderer/office.ts'],
    ['renderer/a.tsx', '../electron/doorway.ts'],
    ['renderer/a.tsx', 'buffer'],
    ['renderer/a.tsx', '@mantinex/core'],
  ])('%s may not import %s', (file, what) => {
    expect(fault({ file, what }, walls[file.split('/')[0] as Folder])).toBeDefined()
  })
})
