// Where things lie: the data of this user, and the files the services are handed (fonts, templates, typesetter, migrations).
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of this user's data files; the same for both shells, so that changing shell never hides a file. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform, home = homedir()): string {
  if (env.TIEN_CU_DATA) return env.TIEN_CU_DATA
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'tien-cu')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'tien-cu')
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'tien-cu')
}

export type Assets = {
  /** Folder of the numbered SQL files. */
  readonly migrations: string
  /** Folder of the Typst layouts. */
  readonly templates: string
  /** The four Tinos faces: regular, italic, bold, bold italic. */
  readonly fonts: readonly string[]
  /** The typesetter. */
  readonly typstWasm: string
  /** The built one-file checker; from the sources it is there after `npm run build`. */
  readonly checkerPage: string
}

const faces = [
  '400Regular/Tinos_400Regular',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold/Tinos_700Bold',
  '700Bold_Italic/Tinos_700Bold_Italic',
]

/** The assets beside the bundle when this runs bundled (`dist/assets`), else those of the repository and its packages. */
export function findAssets(here = dirname(fileURLToPath(import.meta.url))): Assets {
  const bundled = join(here, '..', 'assets')
  if (existsSync(bundled)) {
    return {
      migrations: join(bundled, 'migrations'),
      templates: join(bundled, 'templates'),
      fonts: faces.map((face) => join(bundled, 'fonts', `${face.split('/')[1]}.ttf`)),
      typstWasm: join(bundled, 'typst', 'typst_ts_web_compiler_bg.wasm'),
      checkerPage: join(bundled, 'kiem-tra.html'),
    }
  }
  const root = join(here, '..')
  const packages = join(root, 'node_modules')
  return {
    migrations: join(root, 'db', 'migrations'),
    templates: join(root, 'records', 'templates'),
    fonts: faces.map((face) => join(packages, '@expo-google-fonts', 'tinos', `${face}.ttf`)),
    typstWasm: join(packages, '@myriaddreamin', 'typst-ts-web-compiler', 'pkg', 'typst_ts_web_compiler_bg.wasm'),
    checkerPage: join(root, 'dist', 'assets', 'kiem-tra.html'),
  }
}
