// A folder in the shape of Electron's distribution for Linux, so that the package's contents can be built and tested where the real one cannot be had.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/** Marks the eight fuses inside the real binary; without it electron-builder cannot set them. After it: wire version, length, states. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const factoryFuses = [1, 8, ...Array(8).fill('1'.charCodeAt(0))]

/** Writes the distribution into `folder` and returns it. It does not start: its "binary" is a text that says so. */
export async function makeStandIn(folder, version) {
  rmSync(folder, { recursive: true, force: true })
  for (const name of ['resources', 'locales', 'app']) mkdirSync(join(folder, name), { recursive: true })
  const says = '#!/bin/sh\necho "Đây là bản đóng gói thử, không có Electron." >&2\nexit 1\n#'
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(says + fuseSentinel), Buffer.from(factoryFuses)]), { mode: 0o755 })
  writeFileSync(join(folder, 'version'), version)
  for (const language of ['vi', 'en-US', 'fr']) writeFileSync(join(folder, 'locales', `${language}.pak`), '')
  writeFileSync(join(folder, 'STAND-IN.txt'), 'Not Electron: a stand-in to test what the package contains.\n')
  writeFileSync(join(folder, 'app', 'package.json'), '{"name":"default-app"}')
  await createPackage(join(folder, 'app'), join(folder, 'resources', 'default_app.asar'))
  rmSync(join(folder, 'app'), { recursive: true })
  return folder
}
