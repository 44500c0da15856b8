// How Vite builds our three kinds of code: the screen, the Electron files (CommonJS) and the command line (ESM).
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { webFaces } from './faces.mjs'
import { notePackages } from './licences.mjs'
import { mantineStyles } from './mantine-styles.mjs'
import { pageIcon } from './page-icon.mjs'

/** Folders of the packages that went into the bundles of this run. */
export const bundled = new Set()

export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * What the first screen reads, in one file: each file is a question to the shell and an answer of its own. A later screen takes from it what it
 * shares. The page's own module stays apart: it waits for the shell, and whoever needs the rest must not wait with it.
 */
function oneFirstFile() {
  const first = new Set()
  return {
    name: 'one-first-file',
    buildEnd() {
      const open = [...(this.getModuleInfo(`${root}renderer/main.tsx`)?.importedIds ?? [])]
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (first.has(id)) continue
        first.add(id)
        open.push(...(this.getModuleInfo(id)?.importedIds ?? []))
      }
    },
    config: () => ({
      build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: (id) => first.has(id) }] } } } },
    }),
  }
}

/** The screen: no source maps, nothing inlined (the page's policy lets no `data:` font through), addresses relative to the page. */
export const rendererConfig = (outDir = `${root}dist/renderer`) => ({
  configFile: false,
  root: `${root}renderer`,
  base: './',
  cacheDir: `${root}out/vite`,
  plugins: [react(), oneFirstFile(), webFaces(), pageIcon(), notePackages(bundled), mantineStyles()],
  // Both shells carry a Chromium of this year.
  build: {
    outDir,
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    target: 'esnext',
    chunkSizeWarningLimit: 2_000,
    reportCompressedSize: false,
    // The hall screen is a page of its own, with its own few files.
    rollupOptions: { input: { index: `${root}renderer/index.html`, hall: `${root}renderer/hall.html` } },
  },
  logLevel: 'warn',
})

/** Left outside the bundle: what carries native code or is the host itself, and the browser driver that finds its own files. */
const external = ['electron', 'better-sqlite3', 'koffi', 'playwright-core']

const nodeConfig = (outDir, input, output, entryExtension) => ({
  configFile: false,
  root,
  cacheDir: `${root}out/vite`,
  plugins: [notePackages(bundled)],
  ssr: { noExternal: true, external, target: 'node' },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: false,
    sourcemap: false,
    target: 'node24',
    rollupOptions: {
      input,
      output: { ...output, entryFileNames: `[name].${entryExtension}` },
    },
  },
  logLevel: 'warn',
})

const one = { codeSplitting: false }

/**
 * Each a build of its own, in one file: a sandboxed preload can require nothing but `electron`, and a worker inside the archive should
 * find nothing missing. Only the command line stays in pieces, so that `tally` need not wait for the typesetter.
 */
export const electronConfigs = (outDir = `${root}dist/electron`) => [
  nodeConfig(outDir, { main: `${root}electron/main.ts` }, { format: 'cjs', ...one }, 'cjs'),
  nodeConfig(outDir, { preload: `${root}electron/preload.ts` }, { format: 'cjs', ...one }, 'cjs'),
  nodeConfig(outDir, { 'hall-preload': `${root}electron/hall-preload.ts` }, { format: 'cjs', ...one }, 'cjs'),
  nodeConfig(outDir, { cli: `${root}electron/cli.ts` }, { format: 'es', chunkFileNames: 'cli-[name]-[hash].mjs' }, 'mjs'),
  nodeConfig(outDir, { 'bulk-worker': `${root}electron/services/bulk-worker.ts` }, { format: 'es', ...one }, 'mjs'),
  nodeConfig(outDir, { 'typeset-worker': `${root}electron/services/typeset-worker.ts` }, { format: 'es', ...one }, 'mjs'),
  nodeConfig(outDir, { 'roster-worker': `${root}electron/services/roster-worker.ts` }, { format: 'es', ...one }, 'mjs'),
  // CommonJS like the main process: Electron starts these as utility processes straight out of the archive.
  nodeConfig(outDir, { 'check-worker': `${root}electron/services/check-worker.ts` }, { format: 'cjs', ...one }, 'cjs'),
  nodeConfig(outDir, { 'pages-worker': `${root}electron/services/pages-worker.ts` }, { format: 'cjs', ...one }, 'cjs'),
  nodeConfig(outDir, { 'token-worker': `${root}electron/keys/token/token-worker.ts` }, { format: 'cjs', ...one }, 'cjs'),
]

/** The check of many files with its worker, as it is shipped: for the bench. */
export const checkConfigs = (outDir) => [
  nodeConfig(outDir, { 'check-files': `${root}electron/services/check-files.ts` }, { format: 'es', ...one }, 'mjs'),
  nodeConfig(outDir, { 'check-worker': `${root}electron/services/check-worker.ts` }, { format: 'cjs', ...one }, 'cjs'),
]
