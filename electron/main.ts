// Electron's entry: opens the services and the window, and is the only file that wires the two together.
import { join } from 'node:path'
import { app, Menu, type MenuItemConstructorOptions, session, utilityProcess, type WebContents } from 'electron'
import log from 'electron-log/main'
import { type FaultLog, faultLine } from './doorway.ts'
import type { StartHelper } from './helper.ts'
import { serveOffice } from './ipc.ts'
import { dataFolder } from './places.ts'
import { openOffice } from './services/office.ts'
import { hallShower, lockContents, lockSession, openWindow, registerScheme } from './window.ts'

const here = import.meta.dirname
const preload = join(here, 'preload.cjs')
const data = dataFolder()
const ours = new Set<WebContents>()

app.setPath('userData', join(data, 'shell'))
app.enableSandbox()
registerScheme()
log.transports.file.resolvePathFn = () => join(data, 'logs', 'main.log')
log.transports.console.level = false

const logFault: FaultLog = ({ at, place, type, code }) => log.error(at, place, type, code)

app.on('web-contents-created', (_event, contents) => lockContents(contents, preload, ours))
app.on('window-all-closed', () => app.quit())

/** A second start would open the same archive twice: it only brings the first window to the front. */
if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(stop)
else app.quit()

async function start(): Promise<void> {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu()))
  lockSession(session.defaultSession, join(here, '..', 'renderer'))
  const doorway = await openOffice({
    dataDir: data,
    shell: 'electron',
    startHelper,
    noteFault: (error) => logFault(faultLine('behind', error)),
  })
  const shut = serveOffice(doorway, ours, logFault)
  const showHall = hallShower(join(here, 'hall-preload.cjs'), () => doorway.hallClosed())
  doorway.onHall(showHall)
  app.once('will-quit', (event) => {
    event.preventDefault() // the archive is closed first, then the app
    shut()
    doorway.close().then(() => app.exit(0), stop)
  })
  const window = await openWindow(preload, ours)
  window.once('closed', () => showHall(null)) // the hall does not outlive the meeting's own screen
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}

/** The fuses allow no plain Node: what may crash or load foreign libraries runs in a utility process. */
const startHelper: StartHelper = (file, flags = []) => {
  const child = utilityProcess.fork(file, [], {
    stdio: 'ignore',
    serviceName: 'tien-cu-helper',
    allowLoadingUnsignedLibraries: true,
    execArgv: flags.length > 0 ? [`--js-flags=${flags.join(' ')}`] : [],
  })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  }
}

function stop(error: unknown): void {
  logFault(faultLine('shell', error))
  app.exit(2)
}

/** A hidden menu that only keeps the keys for size, full screen and quitting; no reload, no developer tools. */
function menu(): MenuItemConstructorOptions[] {
  return [
    {
      label: 'Tiến Cử',
      submenu: [
        { role: 'zoomIn', label: 'Phóng to' },
        { role: 'zoomOut', label: 'Thu nhỏ' },
        { role: 'resetZoom', label: 'Cỡ thường' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: 'Toàn màn hình' },
        { type: 'separator' },
        { role: 'quit', label: 'Thoát' },
      ],
    },
  ]
}
