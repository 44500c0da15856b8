// The browser shell's entry: opens the services and a window of the browser named in `--browser`, and lives as long as that window.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import log from 'electron-log/node'
import { launchBrowserShell } from './browser-shell.ts'
import { browserTrouble } from './browser-trouble.ts'
import { type FaultLog, faultLine } from './doorway.ts'
import { dataFolder } from './places.ts'
import { openOffice } from './services/office.ts'

const { values } = parseArgs({
  options: { browser: { type: 'string' }, renderer: { type: 'string' }, data: { type: 'string' }, headless: { type: 'boolean' } },
})
if (values.browser === undefined || values.renderer === undefined) throw new Error('browser-main: --browser and --renderer are required')

const data = values.data ?? dataFolder()
log.transports.file.resolvePathFn = () => join(data, 'logs', 'main.log')
log.transports.console.level = false
const logFault: FaultLog = ({ at, place, type, code }) => log.error(at, place, type, code)

const doorway = await openOffice({ dataDir: data, shell: 'browser', noteFault: (error) => logFault(faultLine('behind', error)) })
const shell = await launchBrowserShell({
  doorway,
  rendererDir: values.renderer,
  executablePath: values.browser,
  headless: values.headless === true,
  // Kept beside the data, so that language and theme chosen on the screen are there tomorrow.
  profileDir: join(data, 'browser-profile'),
  downloadsDir: join(homedir(), 'Downloads'),
  log: logFault,
}).catch((error: unknown) => {
  logFault(faultLine('shell', error))
  console.error(browserTrouble(error, values.browser ?? ''))
  process.exitCode = 1
})
if (shell) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void shell.close())
  await shell.closed
}
await doorway.close()
