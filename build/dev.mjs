// `npm run dev`: the screen is rebuilt at each saved change and shown in the browser shell; reload the window to see it.
import { spawn } from 'node:child_process'
import { build } from 'vite'
import { hasDisplay } from './display.mjs'
import { findBrowser } from './find-browser.mjs'
import { rendererConfig, root } from './vite.mjs'

const outDir = `${root}out/dev-renderer`
const config = rendererConfig(outDir)
const watcher = await build({ ...config, build: { ...config.build, minify: false, watch: {} }, logLevel: 'info' })
let shell

watcher.on('event', (event) => {
  if (event.code === 'END') openOnce()
})

/** The shell starts when there is something to show, and its end is ours. */
function openOnce() {
  if (shell !== undefined) return
  const browser = findBrowser()
  if (browser === undefined) throw new Error('dev: no Chromium, Chrome or Edge found')
  const args = [`${root}electron/browser-main.ts`, '--browser', browser.path, '--renderer', outDir, '--data', `${root}out/dev-data`]
  shell = spawn(process.execPath, hasDisplay() ? args : [...args, '--headless'], { cwd: root, stdio: 'inherit' })
  shell.on('exit', async (code) => {
    await watcher.close()
    process.exitCode = code ?? 1
  })
}
