// The app whose power can be cut: its office in a child process, its window in a real browser, both killed at once and started again.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findBrowser } from '../../../build/find-browser.mjs'
import { freshBundle } from '../../../build/fresh.mjs'
import { type BrowserShell, launchBrowserShell } from '../../../electron/browser-shell.ts'
import type { Doorway } from '../../../electron/doorway.ts'
import { processesNaming } from '../../support/processes.ts'

const root = join(import.meta.dirname, '..', '..', '..')

type Told = { id?: number; reply?: unknown; change?: unknown; hall?: unknown; fault?: string; ready?: true }

export type Powered = {
  readonly folder: string
  page(): Page
  shell(): BrowserShell
  readonly faults: string[]
  /** Every view the hall was ever told. */
  readonly hallHeard: unknown[]
  setClock(at: string): void
  dispatch(order: unknown): Promise<unknown>
  /** SIGKILL to the office and the browser; nothing is told beforehand. */
  cutPower(): Promise<void>
  /** Starts both again over the same files. */
  start(at: string): Promise<void>
  end(): Promise<void>
}

export async function powered(at: string): Promise<Powered> {
  if (!freshBundle()) throw new Error('the screens could not be built')
  const browser = findBrowser()
  if (browser === undefined) throw new Error('no browser: run `npm run setup -- --test`')
  const folder = mkdtempSync(join(tmpdir(), 'tien-cu-power-'))
  const faults: string[] = []
  const hallHeard: unknown[] = []
  let child: ChildProcess | undefined
  let shell: BrowserShell | undefined
  let next = 0
  const waiting = new Map<number, (reply: unknown) => void>()
  const changes = new Set<(change: unknown) => void>()
  const halls = new Set<(view: unknown) => void>()

  /** What is said to an office whose power was just cut is not heard: it may still look connected for a moment. */
  const tell = (words: object) => void (child?.connected && child.send(words, () => undefined))

  const call = (kind: 'dispatch' | 'ask', payload: unknown): Promise<unknown> =>
    new Promise((done) => {
      next += 1
      waiting.set(next, done)
      tell({ id: next, call: kind, payload })
    })
  const doorway: Doorway = {
    dispatch: (order) => call('dispatch', order),
    ask: (question) => call('ask', question),
    onChange(listener) {
      changes.add(listener)
      return () => changes.delete(listener)
    },
    onHall(listener) {
      halls.add(listener)
      return () => halls.delete(listener)
    },
    hallClosed: () => tell({ hallClosed: true }),
    close: async () => undefined,
  }
  function hear(told: Told): void {
    if (told.id !== undefined) {
      waiting.get(told.id)?.(told.reply)
      waiting.delete(told.id)
    }
    if (told.fault !== undefined) faults.push(told.fault)
    if (told.change !== undefined) for (const listener of changes) listener(told.change)
    if ('hall' in told) {
      hallHeard.push(told.hall)
      for (const listener of halls) listener(told.hall)
    }
  }
  async function start(when: string): Promise<void> {
    const started = fork(join(import.meta.dirname, 'office-child.ts'), [folder, when], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    child = started
    await new Promise<void>((done) => {
      started.on('message', (told: Told) => (told.ready ? done() : hear(told)))
    })
    shell = await launchBrowserShell({
      doorway,
      rendererDir: join(root, 'dist', 'renderer'),
      executablePath: browser?.path ?? '',
      headless: true,
      log: (line) => faults.push(JSON.stringify(line)),
    })
    shell.page.setDefaultTimeout(30_000)
    shell.page.on('pageerror', (error) => faults.push(`in the page: ${error.message}`))
    await shell.page.emulateMedia({ reducedMotion: 'reduce' })
  }
  const must = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the app is off')
    return value
  }
  async function cutPower(): Promise<void> {
    const [dying, window] = [must(child), must(shell)]
    const gone = new Promise<void>((done) => dying.once('exit', () => done()))
    dying.kill('SIGKILL')
    for (const { pid, args } of processesNaming(window.profile))
      if (args.includes('--remote-debugging-pipe')) process.kill(Number(pid), 'SIGKILL')
    await gone
    await window.closed
    changes.clear()
    halls.clear()
    waiting.clear()
  }
  await start(at)
  return {
    folder,
    faults,
    hallHeard,
    page: () => must(shell).page,
    shell: () => must(shell),
    setClock: (when) => tell({ clock: when }),
    dispatch: (order) => call('dispatch', order),
    cutPower,
    start,
    async end() {
      await shell?.close()
      child?.kill()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
