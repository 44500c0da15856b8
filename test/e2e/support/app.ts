// The whole app as a person meets it: real services over a real keyed file in a fresh folder, and the built screens in the window of a shell.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { findBrowser } from '../../../build/find-browser.mjs'
import { freshBundle } from '../../../build/fresh.mjs'
import { electronBinary } from '../../../build/setup-electron.mjs'
import { launchBrowserShell } from '../../../electron/browser-shell.ts'
import { openOffice } from '../../../electron/services/office.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** A busy machine is slow, not wrong: waiting longer costs nothing where it is not. */
const patience = 60_000

export type ShellName = 'browser' | 'electron'
/** The shells of this machine. Electron is not everywhere: no package carries its binary. */
export const shellsHere: readonly ShellName[] = electronBinary() === undefined ? ['browser'] : ['browser', 'electron']

export type App = {
  readonly page: Page
  /** Of this user's data; also for exports. */
  readonly folder: string
  /** Every fault behind the doorway or in the page. A run without defects leaves it empty. */
  readonly faults: readonly string[]
  /** An ISO instant. It stands until it is moved again. Electron's main process keeps the clock of the system. */
  setClock(at: string): void
  close(): Promise<void>
}

type Opened = Pick<App, 'page' | 'setClock' | 'close'>

/** `kept`: a folder with data of an earlier run. Throws when the screens cannot be built or the shell is not there. */
export async function startApp(at: string, shell: ShellName = 'browser', kept?: string): Promise<App> {
  if (!freshBundle()) throw new Error('the screens could not be built')
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'tien-cu-e2e-'))
  const faults: string[] = []
  const { page, setClock, close } = await (shell === 'browser' ? inBrowser(at, folder, faults) : inElectron(folder))
  page.setDefaultTimeout(patience)
  page.on('pageerror', (error) => faults.push(`in the page: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`on the console: ${message.text()}`)
  })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  return {
    page,
    folder,
    faults,
    setClock,
    async close() {
      await close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Where the browser puts what a person saves. */
export const downloadsIn = (folder: string): string => join(folder, 'tai-ve')

async function inBrowser(at: string, folder: string, faults: string[]): Promise<Opened> {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('no browser: run `npm run setup -- --test`')
  let now = at
  const doorway = await openOffice({
    dataDir: folder,
    clock: () => now,
    // The cost of the passphrase is proven in db; here it would only be waited for.
    keyCost: 12,
    appVersion: '0.0.0-test',
    shell: 'browser',
    noteFault: (error) => faults.push(`behind the doorway: ${String(error)}`),
  })
  const shell = await launchBrowserShell({
    doorway,
    rendererDir: join(root, 'dist', 'renderer'),
    executablePath: browser.path,
    headless: true,
    downloadsDir: downloadsIn(folder),
    log: (line) => faults.push(`at the doorway: ${JSON.stringify(line)}`),
  })
  return {
    page: shell.page,
    setClock(next) {
      now = next
    },
    async close() {
      await shell.close()
      await doorway.close()
    },
  }
}

async function inElectron(folder: string): Promise<Opened> {
  const executablePath = electronBinary()
  if (executablePath === undefined) throw new Error('Electron is not on this machine')
  const args = process.getuid?.() === 0 ? [root, '--no-sandbox'] : [root]
  const env = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  const app = await _electron.launch({ executablePath, args, env: { ...env, TIEN_CU_DATA: folder } })
  return { page: await app.firstWindow(), setClock: () => undefined, close: () => app.close() }
}
