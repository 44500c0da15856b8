// Where the Chrome, Edge or Chromium of this PC lies.
import { existsSync } from 'node:fs'

/** The first browser of the Chromium family found, as `{ name, path }`, else undefined. `TIEN_CU_BROWSER` names one outright. */
export function findBrowser(env = process.env, platform = process.platform, exists = existsSync) {
  const named = env.TIEN_CU_BROWSER
  if (named) return exists(named) ? { name: 'TIEN_CU_BROWSER', path: named } : undefined
  return places(env, platform).find(({ path }) => exists(path))
}

function places(env, platform) {
  if (platform === 'win32') return windowsPlaces(env)
  if (platform === 'darwin') return macPlaces
  return linuxPlaces
}

const linuxPlaces = [
  { name: 'Chromium', path: '/usr/bin/chromium' },
  { name: 'Chromium', path: '/usr/bin/chromium-browser' },
  { name: 'Google Chrome', path: '/opt/google/chrome/chrome' },
  { name: 'Google Chrome', path: '/usr/bin/google-chrome' },
  { name: 'Microsoft Edge', path: '/opt/microsoft/msedge/msedge' },
  { name: 'Microsoft Edge', path: '/usr/bin/microsoft-edge' },
  { name: 'Chromium', path: '/snap/bin/chromium' },
]

const macPlaces = [
  { name: 'Google Chrome', path: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' },
  { name: 'Microsoft Edge', path: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge' },
  { name: 'Chromium', path: '/Applications/Chromium.app/Contents/MacOS/Chromium' },
]

function windowsPlaces(env) {
  const homes = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean)
  return homes.flatMap((home) => [
    { name: 'Microsoft Edge', path: `${home}\\Microsoft\\Edge\\Application\\msedge.exe` },
    { name: 'Google Chrome', path: `${home}\\Google\\Chrome\\Application\\chrome.exe` },
    { name: 'Chromium', path: `${home}\\Chromium\\Application\\chrome.exe` },
  ])
}
