// Bags for these tests, good and spoiled: BagIt 1.0 in a zip, as the exporter makes them.
import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { bagDeclaration, bagNames, manifestText } from '../../records/bag.ts'

export type Spoil = {
  /** A payload file whose last byte is changed after the lists were made. */
  readonly alter?: string
  readonly drop?: string
  /** Files put in after the lists were made. */
  readonly add?: Readonly<Record<string, string>>
  readonly signature?: (tagManifest: Uint8Array) => Promise<Uint8Array>
  readonly folder?: string
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export async function bagOf(payload: readonly (readonly [name: string, bytes: Uint8Array])[], spoil: Spoil = {}): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>(payload.map(([name, bytes]) => [`${bagNames.payload}${name}`, bytes]))
  const listOf = (paths: readonly string[]) =>
    utf8(manifestText(paths.map((path) => ({ path, sha256: sha256(files.get(path) ?? new Uint8Array()) }))))
  const manifest = listOf([...files.keys()])
  files.set(bagNames.declaration, utf8(bagDeclaration))
  files.set(bagNames.info, utf8('Source-Organization: Sở Nội vụ tỉnh Mẫu\nTieu-De: Hồ sơ bổ nhiệm\n  Phó Giám đốc Sở\n'))
  files.set(bagNames.manifest, manifest)
  const tagManifest = listOf([bagNames.declaration, bagNames.info, bagNames.manifest])
  files.set(bagNames.tagManifest, tagManifest)
  if (spoil.signature) files.set(bagNames.signature, await spoil.signature(tagManifest))
  if (spoil.alter !== undefined) {
    const changed = Uint8Array.from(files.get(`${bagNames.payload}${spoil.alter}`) ?? [])
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    files.set(`${bagNames.payload}${spoil.alter}`, changed)
  }
  if (spoil.drop !== undefined) files.delete(`${bagNames.payload}${spoil.drop}`)
  for (const [path, text] of Object.entries(spoil.add ?? {})) files.set(path, utf8(text))
  return zipSync(Object.fromEntries([...files].map(([path, bytes]) => [`${spoil.folder ?? ''}${path}`, bytes])))
}
