// A typed stand-in of the `electron` module, for the one test of the four files that import it: it remembers what they set and lets the test play Electron.
import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

type Handler = (event: Electron.IpcMainInvokeEvent, ...payload: unknown[]) => unknown

export class StandInContents extends EventEmitter {
  readonly sent: [channel: string, payload: unknown][] = []
  openHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | undefined
  isGone = false
  send(channel: string, payload: unknown) {
    this.sent.push([channel, payload])
  }
  isDestroyed() {
    return this.isGone
  }
  setWindowOpenHandler(handler: StandInContents['openHandler']) {
    this.openHandler = handler
  }
}

export class StandInHelper extends EventEmitter {
  readonly file: string
  readonly options: Electron.ForkOptions | undefined
  readonly said: unknown[] = []
  isKilled = false
  constructor(file: string, options: Electron.ForkOptions | undefined) {
    super()
    this.file = file
    this.options = options
  }
  postMessage(message: unknown) {
    this.said.push(message)
  }
  kill() {
    this.isKilled = true
    return true
  }
}

export const utilityProcess = {
  fork(file: string, _args?: string[], options?: Electron.ForkOptions) {
    const helper = new StandInHelper(file, options)
    seen.helpers.push(helper)
    return helper
  },
}

/** What our files have done to the module, newest last. */
export const seen = {
  handlers: new Map<string, Handler>(),
  exposed: new Map<string, unknown>(),
  schemes: [] as Electron.CustomScheme[],
  windows: [] as BrowserWindow[],
  invoked: [] as [channel: string, payload: unknown][],
  paths: new Map<string, string>(),
  isSandboxed: false,
  hasProjector: false,
  isFirst: true,
  exits: [] as (number | undefined)[],
  quits: 0,
  helpers: [] as StandInHelper[],
  menu: undefined as readonly Electron.MenuItemConstructorOptions[] | undefined,
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new StandInContents()
  readonly loaded: string[] = []
  readonly acts: string[] = []
  readonly options: Electron.BrowserWindowConstructorOptions
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    seen.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string) {
    this.loaded.push(url)
  }
  show() {
    this.acts.push('show')
  }
  focus() {
    this.acts.push('focus')
  }
  restore() {
    this.acts.push('restore')
  }
  close() {
    this.acts.push('close')
    this.emit('closed')
  }
  isMinimized() {
    return true
  }
}

const display = (id: number, x: number) => ({ id, bounds: { x, y: 0, width: 1366, height: 768 } })
/** A laptop, and what the test says hangs beside it. */
export const screen = {
  getPrimaryDisplay: () => display(1, 0),
  getAllDisplays: () => [display(1, 0), ...(seen.hasProjector ? [display(2, 1366)] : [])],
}

/** One session: every refusal our code sets is kept under the name of the setter. */
export class StandInSession {
  serve: ((request: Request) => Response | Promise<Response>) | undefined
  onRequest: Parameters<Electron.WebRequest['onBeforeRequest']>[0] | undefined
  permissionRequest: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null
  permissionCheck: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null
  devicePermission: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null
  hasSpellChecker = true
  readonly protocol = {
    handle: (_scheme: string, serve: StandInSession['serve']) => {
      this.serve = serve
    },
  }
  readonly webRequest = {
    onBeforeRequest: (listener: StandInSession['onRequest']) => {
      this.onRequest = listener
    },
  }
  setPermissionRequestHandler(handler: StandInSession['permissionRequest']) {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: StandInSession['permissionCheck']) {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: StandInSession['devicePermission']) {
    this.devicePermission = handler
  }
  setSpellCheckerEnabled(isEnabled: boolean) {
    this.hasSpellChecker = isEnabled
  }
}

export const session = { defaultSession: new StandInSession() }

class App extends EventEmitter {
  enableSandbox() {
    seen.isSandboxed = true
  }
  setPath(name: string, path: string) {
    seen.paths.set(name, path)
  }
  requestSingleInstanceLock() {
    return seen.isFirst
  }
  async whenReady() {}
  quit() {
    seen.quits += 1
  }
  exit(code?: number) {
    seen.exits.push(code)
  }
}
export const app = new App() satisfies {
  [K in 'enableSandbox' | 'requestSingleInstanceLock' | 'whenReady' | 'quit' | 'exit']: Electron.App[K]
}

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    seen.schemes.push(...schemes)
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>

export const ipcMain = {
  handle(channel, handler) {
    seen.handlers.set(channel, handler)
  },
  removeHandler(channel) {
    seen.handlers.delete(channel)
  },
} satisfies Pick<Electron.IpcMain, 'handle' | 'removeHandler'>

export const contextBridge = {
  exposeInMainWorld(name, api) {
    seen.exposed.set(name, api)
  },
} satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>

export const ipcRenderer = Object.assign(new EventEmitter(), {
  async invoke(channel: string, payload: unknown) {
    seen.invoked.push([channel, payload])
    return 'reply'
  },
})

export const Menu = {
  buildFromTemplate: (template: readonly Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu(menu: readonly Electron.MenuItemConstructorOptions[]) {
    seen.menu = menu
  },
}
