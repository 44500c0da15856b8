// Creates the window, locked down: sandbox on, no Node, our own scheme, no navigation, no permission, no network.
import { BrowserWindow, type BrowserWindowConstructorOptions, protocol, type Session, screen, type WebContents } from 'electron'
import { pageFile } from './page-files.ts'

const scheme = 'app'
const startPage = 'app://tien-cu/'

/** The hall's page is another origin: nothing of ours is within its reach. */
const hallPage = 'app://hoi-truong/'

/** Must run before the app is ready: makes `app://` an origin of its own with the rules of https. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Read by parts, not by origin: Node gives every scheme it does not know the origin "null". */
export const isOurPage = (url: string): boolean => isPageOf('tien-cu', url)
export const isHallPage = (url: string): boolean => isPageOf('hoi-truong', url)

function isPageOf(ours: string, url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol: given, host, username, password, port } = new URL(url)
  return given === `${scheme}:` && host === ours && `${username}${password}${port}` === ''
}

/** Serves `rendererDir` under `app://tien-cu/` and refuses everything else a page could ask of this session. */
export function lockSession(session: Session, rendererDir: string): void {
  session.protocol.handle(scheme, async (request) => {
    const { status, headers, body } = await served(rendererDir, request.url)
    return new Response(body, { status, headers })
  })
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false) // its dictionaries would be fetched from the network
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isLocal(url) }))
}

/** Our page from `index.html`, the hall's from `hall.html`; both from the same folder. */
async function served(rendererDir: string, url: string) {
  if (isOurPage(url)) return pageFile(rendererDir, url)
  if (!isHallPage(url)) return refused
  const { pathname } = new URL(url)
  if (pathname === '/index.html') return refused
  return pageFile(rendererDir, pathname === '/' ? `${hallPage}hall.html` : url)
}

const refused = { status: 403, headers: {}, body: null }
const isLocal = (url: string) =>
  isOurPage(url) || isHallPage(url) || url.startsWith('blob:app://tien-cu/') || /^(data|devtools|chrome-extension):/.test(url)

/** Window settings: each line that only repeats a default is one nobody may turn around unseen. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    title: 'Tiến Cử',
    width: 1366,
    height: 820,
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      plugins: true, // the built-in PDF viewer is the only plugin there is; without it no paper can be shown
    },
  }
}

/** Locks what Electron makes, however it came to be: navigation, frames, attached views and new windows. */
export function lockContents(contents: WebContents, preload: string, ours: Set<WebContents>): void {
  contents.on('will-navigate', (event) => {
    if (!isOurPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame ? !isOurPage(event.url) : !isLocal(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event) => event.preventDefault())
  // The hall screen is a second window of our own page; any other address stays shut, and nothing is handed to the system's browser.
  contents.setWindowOpenHandler(({ url }) =>
    isOurPage(url) ? { action: 'allow', overrideBrowserWindowOptions: windowOptions(preload) } : { action: 'deny' },
  )
  contents.on('did-create-window', (window) => welcome(window, ours))
}

/** Opens the first window and counts it among ours. */
export async function openWindow(preload: string, ours: Set<WebContents>): Promise<BrowserWindow> {
  const window = new BrowserWindow(windowOptions(preload))
  welcome(window, ours)
  await window.loadURL(startPage)
  return window
}

function welcome(window: BrowserWindow, ours: Set<WebContents>): void {
  const contents = window.webContents
  ours.add(contents)
  contents.once('destroyed', () => ours.delete(contents))
  window.once('ready-to-show', () => window.show())
}

/** The hall screen: opened with the first view, shut when it goes dark. It is not among our windows, so the doorway refuses it. */
export function hallShower(preload: string, onShut: () => void): (view: unknown) => void {
  let hall: BrowserWindow | null = null
  /** A page that is still loading is told when it has loaded. */
  let latest: unknown = null
  return (view) => {
    latest = view
    if (view === null) {
      const shut = hall
      hall = null
      shut?.close()
      return
    }
    if (hall !== null) {
      hall.webContents.send('hall:view', view)
      return
    }
    const opened = new BrowserWindow(hallOptions(preload))
    hall = opened
    const { webContents } = opened
    webContents.on('will-navigate', (event) => event.preventDefault())
    webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
    webContents.on('did-finish-load', () => webContents.send('hall:view', latest))
    opened.on('closed', () => {
      if (hall !== opened) return
      hall = null
      onShut()
    })
    opened.once('ready-to-show', () => opened.show())
    void opened.loadURL(hallPage)
  }
}

/** On the projector, over the whole of it, where there is one. */
export function hallOptions(preload: string): BrowserWindowConstructorOptions {
  const primary = screen.getPrimaryDisplay().id
  const projector = screen.getAllDisplays().find(({ id }) => id !== primary)
  return {
    ...windowOptions(preload),
    title: 'Tiến Cử, hội trường',
    ...(projector && { x: projector.bounds.x, y: projector.bounds.y, fullscreen: true }),
  }
}
