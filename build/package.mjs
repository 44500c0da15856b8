// `npm run package [-- --dir] [-- --win]`: the installers, or with --dir the unpacked application, by electron-builder.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, Platform } from 'electron-builder'
import { makeStandIn } from './electron-stand-in.mjs'
import { freshBundle } from './fresh.mjs'
import { electronBinary } from './setup-electron.mjs'
import { root } from './setup-packages.mjs'

const { values } = parseArgs({
  options: { dir: { type: 'boolean' }, win: { type: 'boolean' }, linux: { type: 'boolean' }, out: { type: 'string' } },
})
const isWindows = values.win === true || (process.platform === 'win32' && values.linux !== true)
const platform = isWindows ? Platform.WINDOWS : Platform.LINUX

if (!freshBundle()) throw new Error('package: dist/ could not be built')
const caller = `@koromix/koffi-${isWindows ? 'win32' : 'linux'}-x64`
// npm leaves out what is for another system without a word, and the installer would sign with no token.
if (!existsSync(`${root}node_modules/${caller}`))
  throw new Error(`package: ${caller} is missing: npm install --no-save --force --os=${isWindows ? 'win32' : 'linux'} --cpu=x64 ${caller}`)
const electronDist = await distribution()
await build({
  projectDir: root,
  targets: platform.createTarget(values.dir === true ? 'dir' : null),
  publish: 'never',
  config: {
    extends: 'electron-builder.yml',
    ...(electronDist === undefined ? {} : { electronDist }),
    ...(values.out === undefined ? {} : { directories: { output: values.out } }),
    // electron-builder takes Electron's own demonstration app out only when it fetched the distribution itself.
    afterPack: ({ appOutDir }) => rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
  },
})
console.log(`Đã đóng gói vào ${values.out ?? 'out/package'}.`)

/** The installed Electron; else the stand-in, but never inside an installer that somebody could hand out; else what electron-builder can fetch. */
async function distribution() {
  const installed = electronBinary()
  const isOwnSystem = isWindows === (process.platform === 'win32')
  if (installed !== undefined && isOwnSystem) return join(root, 'node_modules/electron/dist')
  if (values.dir !== true || isWindows) return undefined
  console.log('Không có bản phân phối Electron trên máy: đóng gói với bản thế chỗ (chỉ để kiểm nội dung gói, không chạy được).')
  const { version } = JSON.parse(readFileSync(`${root}node_modules/electron/package.json`, 'utf8'))
  return makeStandIn(`${root}out/electron-stand-in`, version)
}
