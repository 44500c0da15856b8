// Plays Electron for a packed main.cjs in a process of plain Node: loads it, asks one question through the doorway as its own window, prints the reply.
const Module = require('node:module')
const { EventEmitter } = require('node:events')

const handlers = new Map()
/** Whatever else is asked of the module is a function that gives itself: only what the test looks at is played. */
const anything = new Proxy(function anything() {}, {
  get: (_target, name) => (name === Symbol.toPrimitive ? () => '' : name === 'then' ? undefined : anything),
  apply: () => anything,
  construct: () => anything,
})

class BrowserWindow extends EventEmitter {
  constructor() {
    super()
    this.webContents = Object.assign(new EventEmitter(), { setWindowOpenHandler() {}, send() {}, isDestroyed: () => false })
  }
  async loadURL(url) {
    const event = { sender: this.webContents, senderFrame: { url, parent: null } }
    for (const line of process.argv.slice(2)) {
      const [call, payload] = JSON.parse(line)
      console.log(JSON.stringify(await handlers.get(`office:${call}`)(event, payload)))
    }
    app.emit('will-quit', { preventDefault() {} })
  }
}

const app = Object.assign(new EventEmitter(), {
  setPath() {},
  enableSandbox() {},
  requestSingleInstanceLock: () => true,
  whenReady: async () => undefined,
  getPath: () => process.env.TIEN_CU_DATA,
  getName: () => 'tien-cu',
  getVersion: () => '0',
  isReady: () => true,
  isPackaged: true,
  exit: (code) => process.exit(code),
})
const ipcMain = Object.assign(new EventEmitter(), { handle: (name, handler) => handlers.set(name, handler), removeHandler() {} })
const played = { app, ipcMain, BrowserWindow }
const electron = new Proxy(played, { get: (target, name) => (name in target ? target[name] : anything) })

const load = Module._load
Module._load = (name, ...rest) => (name === 'electron' ? electron : load(name, ...rest))
require(process.env.PACKED_MAIN)
