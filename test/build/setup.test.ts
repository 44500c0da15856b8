// The set-up: what it may import before anything is installed, what it says when it may not install, where it looks for a browser and a screen.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findBrowser } from '../../build/find-browser.mjs'

const root = resolve(import.meta.dirname, '..', '..')

/** Runs a line of module code in the repository, as a person who is not root when `uid` says so. */
const run = (code: string, env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...env },
  })

describe('the bootstrap', () => {
  const importsOf = (file: string) =>
    [...readFileSync(resolve(root, 'build', file), 'utf8').matchAll(/from '([^']+)'/g)].map((found) => found[1] ?? '')

  test('needs nothing but Node and its neighbours: it runs before node_modules exists', () => {
    const seen = new Set<string>()
    const walk = (file: string): readonly string[] => {
      if (seen.has(file)) return []
      seen.add(file)
      return importsOf(file).flatMap((what) => (what.startsWith('./') ? walk(what.slice(2)) : [what]))
    }
    expect(walk('setup.mjs').filter((what) => !what.startsWith('node:'))).toEqual([])
    expect(seen.size).toBeGreaterThan(3)
  })

  test('says nothing and ends well when everything is there', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['build/setup.mjs', '--test'], { cwd: root, encoding: 'utf8' })
    expect([status, stdout, stderr]).toEqual([0, '', ''])
  })

  test('whoever is not root is told the names and the command, and nothing is installed', () => {
    const { stdout } = run(`process.getuid = () => 1000
      const { installDebian } = await import('./build/setup-debian.mjs')
      try { installDebian(['qpdf', 'strace']) } catch (error) { console.log(error.name, error.message) }`)
    expect(stdout).toContain('SetupStopped Còn thiếu: qpdf strace')
    expect(stdout).toContain('apt-get install --no-install-recommends qpdf strace')
  })

  test.each([
    [{}, 'linux', false],
    [{ DISPLAY: ':0' }, 'linux', true],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
    [{ DISPLAY: ':0', CI: 'true' }, 'linux', false],
    [{ CI: 'false' }, 'win32', true],
    [{ CI: '1' }, 'win32', false],
  ])('with %j on %s there is a screen: %s', (env, platform, expected) => {
    const { stdout } = run(
      `const { hasDisplay } = await import('./build/display.mjs'); console.log(hasDisplay(${JSON.stringify(env)}, '${platform}'))`,
    )
    expect(stdout.trim()).toBe(String(expected))
  })
})

describe('the browser of this PC', () => {
  const only = (path: string) => (asked: string) => asked === path

  test.each([
    ['linux', '/usr/bin/chromium', 'Chromium'],
    ['linux', '/opt/google/chrome/chrome', 'Google Chrome'],
    ['linux', '/opt/microsoft/msedge/msedge', 'Microsoft Edge'],
    ['win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', 'Microsoft Edge'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'Google Chrome'],
  ] as const)('on %s %s is found', (platform, path, name) => {
    const env = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }
    expect(findBrowser(env, platform, only(path))).toEqual({ name, path })
  })

  test('one that is named wins, and a named one that is not there is not replaced by another', () => {
    expect(findBrowser({ TIEN_CU_BROWSER: '/b' }, 'linux', () => true)?.path).toBe('/b')
    expect(findBrowser({ TIEN_CU_BROWSER: '/b' }, 'linux', only('/usr/bin/chromium'))).toBeUndefined()
  })

  test('none is said as none', () => {
    expect(findBrowser({}, 'win32', () => false)).toBeUndefined()
  })
})
