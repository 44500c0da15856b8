// Bench of what a screen must read before it shows: bytes of our first screen and of the libraries alone that it is drawn with.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { BenchLine } from './line.ts'

/** A page that does nothing but stand up the libraries every screen is made of. */
const alone = `import { Button, MantineProvider, TextInput } from '@mantine/core'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
createRoot(document.body).render(createElement(MantineProvider, null, createElement(TextInput), createElement(Button)))`

const bytes = (file: string): number => statSync(file).size
const scripts = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.js'))

/** Kilobytes of JavaScript as they lie in the package; the shells read them from the disk, uncompressed. */
export async function screenSizeLines(rendererDir: string, root: string): Promise<readonly BenchLine[]> {
  const assets = join(rendererDir, 'assets')
  const page = readFileSync(join(rendererDir, 'index.html'), 'utf8')
  const all = scripts(assets)
  const first = all.filter((name) => page.includes(name)).reduce((sum, name) => sum + bytes(join(assets, name)), 0)
  const whole = all.reduce((sum, name) => sum + bytes(join(assets, name)), 0)
  const peer = await librariesAlone(root)
  const line = (name: string, ours: number): BenchLine => ({
    name: `${name} / React and Mantine alone`,
    ours: ours / 1000,
    peer: peer / 1000,
    unit: 'kB',
    ratio: ours / peer,
    better: 'lower',
  })
  return [line('scripts of the first screen', first), line('scripts of all screens', whole)]
}

async function librariesAlone(root: string): Promise<number> {
  // Inside the tree: the libraries are looked for from where the page lies.
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out', 'bench-alone-'))
  const outDir = mkdtempSync(join(tmpdir(), 'bench-alone-'))
  try {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="./alone.js"></script>')
    writeFileSync(join(folder, 'alone.js'), alone)
    await build({ configFile: false, root: folder, build: { outDir, emptyOutDir: true, target: 'esnext' }, logLevel: 'error' })
    return scripts(join(outDir, 'assets')).reduce((sum, name) => sum + bytes(join(outDir, 'assets', name)), 0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(outDir, { recursive: true, force: true })
  }
}
