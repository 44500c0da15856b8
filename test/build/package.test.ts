// The packed application, opened: everything it needs is inside, and nothing that has no business on a user's PC.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { softDriver } from '../support/softhsm.ts'

const root = resolve(import.meta.dirname, '..', '..')
const out = mkdtempSync(join(tmpdir(), 'tien-cu-package-'))
const unpacked = join(out, 'linux-unpacked')
const archive = join(unpacked, 'resources', 'app.asar')
let inside: readonly string[] = []

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'build', 'package.mjs'), '--dir', '--linux', '--out', out], { cwd: root, stdio: 'pipe' })
  inside = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
}, 120_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

const text = (path: string) => extractFile(archive, path).toString('utf8')

describe('inside is', () => {
  test.each([
    'package.json',
    'dist/electron/main.cjs',
    'dist/electron/preload.cjs',
    'dist/electron/cli.mjs',
    'dist/electron/bulk-worker.mjs',
    'dist/electron/roster-worker.mjs',
    'dist/electron/typeset-worker.mjs',
    'dist/electron/token-worker.cjs',
    'dist/electron/pages-worker.cjs',
    'dist/electron/check-worker.cjs',
    'dist/renderer/index.html',
    'dist/assets/fonts/Tinos_400Regular.ttf',
    'dist/assets/fonts/Tinos_400Regular_Italic.ttf',
    'dist/assets/fonts/Tinos_700Bold.ttf',
    'dist/assets/fonts/Tinos_700Bold_Italic.ttf',
    'dist/assets/fonts/LICENSE_FONT',
    'dist/assets/licences.txt',
    'dist/assets/typst/typst_ts_web_compiler_bg.wasm',
  ])('%s', (path) => {
    expect(inside).toContain(path)
  })

  test('every migration and every layout of the repository, byte for byte', () => {
    for (const [folder, part, ending] of [
      ['db/migrations', 'dist/assets/migrations', '.sql'],
      ['records/templates', 'dist/assets/templates', '.typ'],
    ] as const) {
      const own = readdirSync(join(root, folder)).filter((name) => name.endsWith(ending))
      expect(own.length).toBeGreaterThan(0)
      for (const name of own) expect(extractFile(archive, `${part}/${name}`).equals(readFileSync(join(root, folder, name)))).toBe(true)
    }
  })

  test('the entry the manifest names', () => {
    expect(inside).toContain(JSON.parse(text('package.json')).main)
  })

  test('a screen whose every script and style is there', () => {
    const named = [...text('dist/renderer/index.html').matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((found) => `dist/renderer/${found[1]}`)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((path) => !inside.includes(path))).toEqual([])
  })

  test('the native module of this system, outside the archive where it can be loaded, and it does load', () => {
    const path = 'node_modules/better-sqlite3/prebuilds/linux-x64.node'
    expect(statFile(archive, path)).toMatchObject({ unpacked: true })
    const Database = createRequire(import.meta.url)(`${archive}.unpacked/node_modules/better-sqlite3`)
    const db = new Database(':memory:')
    expect(db.prepare('select 1 + 1 as two').get()).toEqual({ two: 2 })
    db.close()
  })

  test('what calls the drivers of tokens, of this system alone, outside the archive; it does load one', () => {
    const path = 'node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node'
    expect(statFile(archive, path)).toMatchObject({ unpacked: true })
    expect(inside.filter((name) => /koffi\.node$/.test(name))).toEqual([path])
    const app = join(out, 'token-app')
    extractAll(archive, app)
    const worker = join(app, 'dist', 'electron', 'token-worker.cjs')
    const said = execFileSync(
      process.execPath,
      [
        '-e',
        `const child = require('node:child_process').fork(process.argv[1], [], { serialization: 'advanced' })
         child.on('message', (answer) => { console.log(JSON.stringify(answer)); child.kill() })
         child.send({ want: 'describe', driver: process.argv[2] })`,
        worker,
        softDriver,
      ],
      { cwd: out, encoding: 'utf8' },
    )
    expect(JSON.parse(said)).toEqual({ ok: true, description: 'Implementation of PKCS11' })
  })
})

describe('inside is not', () => {
  test.each([
    ['a source', /(?<!\.d)\.(ts|tsx|mts|cts)$/],
    ['a declaration', /\.d\.(ts|mts|cts)$/],
    ['a source map', /\.map$/],
    ['a test', /(^|\/)(test|tests|__tests__)\//],
    ['a native module of another system', /(darwin|win32|musl|arm64).*\.node$/],
    ['C or C++', /\.(c|cc|cpp|h|hpp|gyp|gypi)$/],
    ['a package that is bundled already', /^node_modules\/(?!better-sqlite3(\/|$)|koffi(\/|$)|@koromix(\/|$))./],
    ['a key or a data file', /\.(p12|pfx|pem|key|db|sqlite|tiencu)$/],
    ['set-up or packaging script', /^(build|out|\.ci)(\/|$)/],
  ])('%s', (_what, pattern) => {
    expect(inside.filter((path) => pattern.test(path))).toEqual([])
  })

  test("Electron's demonstration app", () => {
    expect(existsSync(join(unpacked, 'resources', 'default_app.asar'))).toBe(false)
  })

  test('a path of the machine that built it', () => {
    const guilty = inside.filter(
      (path) => /\.(cjs|mjs|js|css|html|json)$/.test(path) && path.startsWith('dist/') && text(path).includes(root),
    )
    expect(guilty).toEqual([])
  })
})

test('the preload asks for nothing but Electron: a sandbox gives it nothing else', () => {
  const wanted = [...text('dist/electron/preload.cjs').matchAll(/require\(["']([^"']+)["']\)/g)].map((found) => found[1])
  expect(wanted).toEqual(['electron'])
})

test('what the bundle leaves outside is packed beside it or is the host itself', () => {
  const code = text('dist/electron/main.cjs').replace(/\/\*[\s\S]*?\*\//g, '') // manuals inside comments name packages too
  const wanted = new Set([...code.matchAll(/require\(["']((?!node:)[^"'./][^"']*)["']\)/g)].map((found) => found[1] ?? ''))
  const packed = (name: string) => inside.includes(`node_modules/${name}/package.json`)
  const builtin = (name: string) => process.getBuiltinModule(name) !== undefined
  expect([...wanted].filter((name) => name !== 'electron' && !packed(name) && !builtin(name))).toEqual([])
})

test('the fuses are set: no plain Node, no inspection, only the packed application and only unaltered', async () => {
  const fuses = await getCurrentFuseWire(join(unpacked, 'tien-cu'))
  // The wire holds the characters 0 and 1.
  const [off, on] = [48, 49]
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  })
})

test('the packed main process starts and makes a data file, from nothing but what is in the package', () => {
  const app = join(out, 'app')
  extractAll(archive, app)
  const file = join(out, 'thu.tiencu')
  const order = {
    to: 'shell',
    act: {
      act: 'createFile',
      file,
      passphrase: 'mật khẩu thử',
      organisation: { name: 'Sở Nội vụ', place: 'Hà Nội', form: 'state', sign: 'SNV' },
      operators: [{ operatorId: 'op-1', name: 'Người Một', roles: ['hrOfficer'] }],
    },
  }
  const lines = [
    ['dispatch', order],
    ['ask', { about: 'session' }],
  ].map((line) => JSON.stringify(line))
  // Plain Node plays Electron around the real file: no other Electron is to be had here.
  const said = execFileSync(process.execPath, [join(root, 'test', 'support', 'packed-host.cjs'), ...lines], {
    cwd: out,
    encoding: 'utf8',
    env: { PACKED_MAIN: join(app, 'dist', 'electron', 'main.cjs'), TIEN_CU_DATA: join(out, 'data') },
  })
  const [made, session] = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(made).toMatchObject({ ok: true })
  expect(session).toMatchObject({ ok: true, value: { file, shell: 'electron', organisation: { sign: 'SNV' } } })
  expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
})
