// `npm start` after set-up: Electron if its binary is here, else the browser of this PC, else what to install; with no screen, the sample case.
import { spawnSync } from 'node:child_process'
import { hasDisplay } from './display.mjs'
import { findBrowser } from './find-browser.mjs'
import { freshBundle } from './fresh.mjs'
import { installDebian, isDebian } from './setup-debian.mjs'
import { electronBinary } from './setup-electron.mjs'
import { nodeBinary, root, SetupStopped } from './setup-packages.mjs'

try {
  process.exitCode = hasDisplay() ? openWindow() : runSample()
} catch (error) {
  if (!(error instanceof SetupStopped)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function openWindow() {
  const electron = electronBinary()
  const browser = electron === undefined ? foundBrowser() : undefined
  if (!freshBundle()) throw new SetupStopped('Không dựng được giao diện; xem lỗi ở trên.')
  if (electron !== undefined) return run(electron, [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])])
  console.log(`Máy này không có Electron: mở Tiến Cử trong ${browser.name} có sẵn trên máy (${browser.path}).`)
  return run(nodeBinary(), [`${root}electron/browser-main.ts`, '--browser', browser.path, '--renderer', `${root}dist/renderer`])
}

function foundBrowser() {
  const found = findBrowser()
  if (found !== undefined) return found
  if (isDebian() && process.getuid?.() === 0) installDebian(['chromium'])
  const installed = findBrowser()
  if (installed !== undefined) return installed
  throw new SetupStopped(
    'Máy này chưa có Electron và chưa có trình duyệt họ Chromium. Hãy cài một trong ba: Chromium, Google Chrome, Microsoft Edge; rồi chạy lại npm start.',
  )
}

/** The sample prints its own table of steps and outcomes. */
function runSample() {
  console.log('Không có màn hình: chạy hồ sơ mẫu từ chủ trương đến lưu trữ, không mở cửa sổ.\n')
  const status = run(nodeBinary(), [`${root}build/cli.mjs`, 'sample', '--out', 'out/sample', '--replace'])
  const records = `${root}out/sample/records`
  if (status === 0)
    console.log(`\nHồ sơ đã ký (PDF) nằm ở: ${records}\nKiểm lại bất cứ lúc nào: npm run -s cli -- verify out/sample/records`)
  return status
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1
}
