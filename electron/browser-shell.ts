// The same doorway through the Chrome, Edge or Chromium already on the PC, driven over a pipe: no port is opened, nothing is fetched.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type BrowserContext, chromium, type Frame, type Page, type Route } from 'playwright-core'
import { type BrowserHall, browserHall, hallOrigin } from './browser-hall.ts'
import { type Crossing, type Packing, packing } from './crossing.ts'
import { answer, calls, changeFor, type Doorway, type FaultLog, type Office } from './doorway.ts'
import { pageFile } from './page-files.ts'

/** Never looked up: every request to it is answered from disk before it could leave the browser. */
export const pageOrigin = 'https://app.local'

export type BrowserShellOptions = {
  readonly doorway: Doorway
  /** Folder of the built screen, with its `index.html`. */
  readonly rendererDir: string
  readonly executablePath: string
  readonly headless: boolean
  /** Kept between runs when given; else a fresh folder that is removed on close. */
  readonly profileDir?: string
  /** Where a download of the page is saved; without it downloads are dropped. */
  readonly downloadsDir?: string
  /** More flags for the browser. */
  readonly args?: readonly string[]
  readonly log: FaultLog
}

export type BrowserShell = {
  readonly page: Page
  readonly context: BrowserContext
  /** The profile folder in use. */
  readonly profile: string
  /** Settles when the last window is closed, by whoever it was. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

/** Opens the window and waits until our page has loaded. Throws when the browser does not start. The doorway stays open: it is the caller's. */
export async function launchBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const { doorway, rendererDir, profileDir, log } = options
  const profile = profileDir ?? (await mkdtemp(join(tmpdir(), 'tien-cu-profile-')))
  const context = await launch(profile, options)
  const hall = browserHall(context, () => doorway.hallClosed())
  const stopHall = doorway.onHall((view) => hall.show(view))
  const stopTelling = doorway.onChange((change, from) => tellPages(context, change, from))
  const stop = () => {
    stopTelling()
    stopHall()
  }
  const closed = new Promise<void>((done) => context.once('close', () => done())).then(async () => {
    stop()
    if (profileDir === undefined) await removeProfile(profile)
  })
  await context.route('**/*', (route) => serve(route, rendererDir))
  const { pack, unpack } = packing()
  await context.exposeBinding('__office', async ({ frame, page }, call: unknown, order: Crossing) => {
    const known = calls.find((one) => one === call)
    if (known === undefined || !isOurFrame(frame, page)) throw new Error('office: refused sender')
    return pack(await answer(doorway, known, unpack(order), log, page))
  })
  await context.addInitScript({ content: `(${exposeOffice})(${JSON.stringify(hallOrigin)}, (${packing})())` })
  const settle = (page: Page) => settlePage(page, context, options.downloadsDir, hall)
  const page = context.pages()[0] ?? (await context.newPage())
  settle(page)
  context.on('page', (opened) => {
    if (opened.url() !== startPage) return settle(opened)
    // A second start hands its window over to the browser that runs: it only brings the first one to the front.
    opened
      .close()
      .then(() => page.bringToFront())
      .catch(unlessClosed)
  })
  await page.goto(`${pageOrigin}/`)
  return { page, context, profile, closed, close: () => context.close().then(() => closed) }
}

/** The browser says it is closed while its last children still write: a folder they bring back is removed again. */
async function removeProfile(profile: string): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet++) {
    if (existsSync(profile)) quiet = 0
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    await setTimeout(50)
  }
}

function launch(profile: string, { executablePath, headless, args = [] }: BrowserShellOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    // Playwright's own default is no sandbox at all; only root cannot have one.
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--enable-automation'], // a bar that says the PC is being controlled
    args: [`--app=${startPage}`, ...quietFlags, ...args],
    viewport: headless ? { width: 1366, height: 768 } : null,
    // The person's own settings of the system, not Playwright's light-theme defaults.
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    serviceWorkers: 'block',
    // Who started the shell closes it, and the archive with it; a browser left alone ends with its pipe.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

/** What a browser opens by itself, before our page is there to be served. */
const startPage = 'data:text/html,'

const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--lang=vi',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/** The viewer that shows a paper inside our page is part of the browser: an extension with a fixed key, and the browser's own styles. */
const pdfViewer = ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/', 'chrome://resources/']

/** Our own files are answered; whatever else a page asks for is aborted. */
async function serve(route: Route, rendererDir: string): Promise<void> {
  const url = route.request().url()
  if (pdfViewer.some((start) => url.startsWith(start))) return route.continue().catch(unlessClosed)
  const { origin, pathname } = new URL(url)
  if (origin === hallOrigin) {
    // Its own page and what that page is made of.
    const asked = pathname === '/' ? '/hall.html' : pathname
    const { status, headers, body } = await pageFile(rendererDir, `${hallOrigin}${asked === '/index.html' ? '/none' : asked}`)
    return route.fulfill({ status, headers: { ...headers }, body }).catch(unlessClosed)
  }
  if (origin !== pageOrigin) return route.abort('blockedbyclient').catch(unlessClosed)
  const { status, headers, body } = await pageFile(rendererDir, url)
  await route.fulfill({ status, headers: { ...headers }, body }).catch(unlessClosed)
}

/** A window may be closed at any moment; what was on its way to it is no fault. Anything else is thrown on. */
function unlessClosed(error: unknown): void {
  if (!(error instanceof Error) || !/has been closed/.test(error.message)) throw error
}

const isOurFrame = (frame: Frame, page: Page) => frame === page.mainFrame() && URL.parse(frame.url())?.origin === pageOrigin

/** A page that is just closing or loading misses the news; it asks for everything when it starts anyway. */
function tellPages(context: BrowserContext, change: unknown, from?: object): void {
  for (const page of context.pages()) {
    if (!isOurFrame(page.mainFrame(), page)) continue
    page
      .evaluate((detail) => window.dispatchEvent(new CustomEvent('office:changed', { detail })), changeFor(page, change, from))
      .catch(() => undefined)
  }
}

function settlePage(page: Page, context: BrowserContext, downloadsDir: string | undefined, hall: BrowserHall): void {
  page.on('download', (download) =>
    downloadsDir === undefined ? download.cancel() : download.saveAs(join(downloadsDir, basename(download.suggestedFilename()))),
  )
  // Closing the last window is how a person quits; the browser itself would live on behind the pipe.
  page.on('close', () => {
    if (context.pages().every((one) => hall.isHall(one))) context.close().catch(unlessClosed)
  })
}

/** Runs inside each page before its own scripts: gives it the `window.office` that Electron's preload gives. */
function exposeOffice(hall: string, { pack, unpack }: Packing): void {
  const binding: unknown = Reflect.get(window, '__office')
  if (typeof binding !== 'function') return
  if (location.origin === hall) {
    // The hall's page has no doorway; were it to find one, its sender would be refused.
    Reflect.deleteProperty(window, '__office')
    return
  }
  const office: Office = {
    dispatch: async (order) => unpack(await binding('dispatch', pack(order))),
    ask: async (question) => unpack(await binding('ask', pack(question))),
    onChange(listener) {
      const hear = (event: Event) => listener(event instanceof CustomEvent ? event.detail : undefined)
      window.addEventListener('office:changed', hear)
      return () => window.removeEventListener('office:changed', hear)
    },
  }
  Object.defineProperty(window, 'office', { value: Object.freeze(office), enumerable: true })
}
