// `npm run build`: the screen, the shell and the files the services are handed, all under dist/; prints what each weighs.
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { buildChecker, checkerName } from './checker.mjs'
import { licenceText } from './licences.mjs'
import { bundled, electronConfigs, rendererConfig, root } from './vite.mjs'

const dist = `${root}dist`
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']

/** Builds everything into dist/. Throws when any part does not build. */
export async function bundle() {
  // A test runner that calls us says NODE_ENV=test, and React would be bundled as for development.
  process.env.NODE_ENV = 'production'
  rmSync(dist, { recursive: true, force: true })
  await build(rendererConfig())
  for (const config of electronConfigs()) await build(config)
  copyAssets()
  writeFileSync(`${dist}/assets/${checkerName}`, await buildChecker())
}

/** Packages carried as they are, beside what was bundled. */
const carried = ['better-sqlite3', 'koffi', '@expo-google-fonts/tinos', '@myriaddreamin/typst-ts-web-compiler']

/** Migrations, layouts, fonts and the typesetter, where `findAssets` of electron/places.ts looks for them. */
function copyAssets() {
  const assets = `${dist}/assets`
  mkdirSync(`${assets}/fonts`, { recursive: true })
  mkdirSync(`${assets}/typst`)
  cpSync(`${root}db/migrations`, `${assets}/migrations`, { recursive: true, filter: (path) => !path.endsWith('.ts') })
  cpSync(`${root}records/templates`, `${assets}/templates`, { recursive: true, filter: (path) => !path.endsWith('.ts') })
  const fonts = `${root}node_modules/@expo-google-fonts/tinos`
  for (const face of faces) cpSync(`${fonts}/${face}/Tinos_${face}.ttf`, `${assets}/fonts/Tinos_${face}.ttf`)
  cpSync(`${fonts}/LICENSE_FONT`, `${assets}/fonts/LICENSE_FONT`)
  const wasm = 'typst_ts_web_compiler_bg.wasm'
  cpSync(`${root}node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/${wasm}`, `${assets}/typst/${wasm}`)
  const packages = new Set([...bundled, ...carried.map((name) => `${root}node_modules/${name}`)])
  writeFileSync(`${assets}/licences.txt`, licenceText(packages))
}

function sizeOf(path) {
  if (statSync(path).isFile()) return statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

const kilobytes = (bytes) => `${Math.round(bytes / 1024).toLocaleString('vi-VN')} kB`

function report() {
  for (const part of ['renderer', 'electron', 'assets']) {
    console.log(`dist/${part}`.padEnd(40), kilobytes(sizeOf(`${dist}/${part}`)).padStart(12))
    for (const name of readdirSync(`${dist}/${part}`))
      console.log(`  ${name}`.padEnd(40), kilobytes(sizeOf(`${dist}/${part}/${name}`)).padStart(12))
  }
}

if (import.meta.main) {
  await bundle()
  report()
}
