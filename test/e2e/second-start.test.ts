// The browser shell started as `npm start` starts it: a second time, and with a browser that is not there. One line each, and nothing is harmed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findBrowser } from '../../build/find-browser.mjs'

const root = resolve(import.meta.dirname, '..', '..')
const browser = findBrowser()?.path ?? ''
const folder = mkdtempSync(join(tmpdir(), 'tien-cu-second-'))
const data = join(folder, 'a')
const argsFor = (path: string, at: string) => [
  join(root, 'electron', 'browser-main.ts'),
  ...['--browser', path, '--renderer', join(root, 'dist', 'renderer'), '--data', at, '--headless'],
]
let first: ChildProcess | undefined
afterAll(async () => {
  if (first !== undefined && first.exitCode === null) {
    const ended = new Promise((done) => first?.once('exit', done))
    first.kill('SIGTERM')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

test('a second start says that the app is open, and the first one stays', async () => {
  first = spawn(process.execPath, argsFor(browser, data), { stdio: 'ignore' })
  await expect.poll(() => existsSync(join(data, 'browser-profile', 'Default')), { timeout: 60_000 }).toBe(true)
  const second = spawnSync(process.execPath, argsFor(browser, data), { encoding: 'utf8', timeout: 60_000 })
  expect([second.status, second.stdout]).toEqual([1, ''])
  expect(second.stderr).toBe('Tiến Cử đang mở trong một cửa sổ khác trên máy này. Dùng cửa sổ đó, hoặc đóng nó rồi chạy lại.\n')
  expect(first.exitCode).toBeNull()
})

test('a browser that is not there is named, and the log keeps the kind of the fault alone', () => {
  const elsewhere = join(folder, 'b')
  const done = spawnSync(process.execPath, argsFor('/khong-co/trinh-duyet', elsewhere), { encoding: 'utf8', timeout: 60_000 })
  expect(done.status).toBe(1)
  expect(done.stderr).toMatch(/^Không mở được trình duyệt \/khong-co\/trinh-duyet: [^\n]+\n$/)
  expect(readFileSync(join(elsewhere, 'logs', 'main.log'), 'utf8')).toMatch(/shell Error none\s*$/)
})
