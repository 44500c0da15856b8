// Builds `kiem-tra.html`: script, style, tokens, faces and licences in one file that asks nothing of any network.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { build } from 'vite'
import { sampleRoot } from '../electron/keys/sample-authority.ts'
import { cssVariablesResolver, theme } from '../renderer/theme.ts'
import { licenceText, notePackages } from './licences.mjs'
import { root } from './vite.mjs'

export const checkerName = 'kiem-tra.html'

/** @returns the text of the page, its trust list empty. */
export async function buildChecker() {
  const packages = new Set()
  const script = (await scriptText(packages)).replaceAll('</script', '<\\/script')
  const style = `${faces()}${tokens()}${readFileSync(`${root}records/checker/checker.css`, 'utf8')}`
  const trust = { office: '', listedAt: null, roots: [], crls: [], sampleRoots: [Buffer.from(sampleRoot).toString('base64')] }
  const licences = licenceText(new Set([...packages, ...carried.map((name) => `${root}node_modules/${name}`)]))
  const parts = [
    [`content="default-src 'none'"`, `content="${policy(script, style)}"`],
    ['<style></style>', `<style>${style}</style>`],
    ['>null</script>', `>${JSON.stringify(trust)}</script>`],
    ['<template id="licences"></template>', `<template id="licences">${escaped(licences)}</template>`],
    ['<script id="checker"></script>', `<script id="checker">${script}</script>`],
  ]
  return parts.reduce(filled, readFileSync(`${root}records/checker/checker.html`, 'utf8'))
}

function filled(page, [place, text]) {
  if (page.split(place).length !== 2) throw new Error(`the page of the checker has no one place ${place}`)
  return page.replace(place, () => text)
}

/** Fonts and the drawings of icons, which no import names. */
const carried = ['@expo-google-fonts/be-vietnam-pro', '@fontsource/ibm-plex-sans', '@tabler/icons-react']

async function scriptText(packages) {
  const done = await build({
    configFile: false,
    root,
    cacheDir: `${root}out/vite`,
    plugins: [notePackages(packages)],
    build: {
      write: false,
      target: 'es2022',
      sourcemap: false,
      lib: { entry: `${root}records/checker/page.ts`, formats: ['iife'], name: 'checker' },
      reportCompressedSize: false,
    },
    logLevel: 'warn',
  })
  const [{ output }] = [done].flat()
  if (output.length !== 1 || output[0].type !== 'chunk') throw new Error('the checker is not one script')
  return output[0].code
}

/** Only the script and the style of this very file may run; nothing may be fetched, sent or framed. */
function policy(script, style) {
  const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; font-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'`
}

function faces() {
  const modules = `${root}node_modules/`
  const face = (family, weight, file, format, more = '') => {
    const data = readFileSync(`${modules}${file}`).toString('base64')
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/${format === 'truetype' ? 'ttf' : format};base64,${data}) format("${format}");${more}}`
  }
  const figures = 'unicode-range:U+30-39,U+2C,U+2E;size-adjust:104%;'
  return [
    face('TC So', 400, '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2', 'woff2', figures),
    face('TC So', 600, '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2', 'woff2', figures),
    face('Be Vietnam Pro', 400, '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf', 'truetype'),
    face('Be Vietnam Pro', 600, '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf', 'truetype'),
  ].join('\n')
}

/** The tokens of the app: hex values live only in renderer/theme.ts. */
function tokens() {
  const { light, dark } = cssVariablesResolver(theme)
  const rule = (values) =>
    Object.entries(values)
      .filter(([name]) => name.startsWith('--tc-'))
      .map(([name, value]) => `${name}:${value};`)
      .join('')
  return `:root{${rule(light)}}@media screen and (prefers-color-scheme:dark){:root{${rule(dark)}}}`
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
