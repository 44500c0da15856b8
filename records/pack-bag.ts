// Makes the package of a whole case: the lists, the signature over them, the zip (documents.md B6.5). Read back by `bag.ts`.
import { zipSync } from 'fflate'
import { type Bag, bagDeclaration, bagNames, manifestText } from './bag.ts'
import { makeCms } from './cms.ts'
import { sha256, sha256Hex, utf8 } from './pdf/bytes.ts'
import type { Signer } from './signer.ts'

export type Payload = { readonly name: string; readonly bytes: Uint8Array }

/** Time stamps in a zip have no offset and tell nothing: one for all, so that the same bag has the same bytes. */
const zipTime = '2000-01-01T00:00:00'

/**
 * @param payload files below `data/`, names with `/`.
 * @param info label and value, each one line; `Payload-Oxum` is added.
 * @param at ISO instant of the signature.
 * @param zip where the zip is made: it is the longest part of all, and may be handed to another thread.
 */
export async function packBag(
  payload: readonly Payload[],
  info: Bag['info'],
  signer: Signer,
  at: string,
  zip: (files: ReadonlyMap<string, Uint8Array>) => Uint8Array | Promise<Uint8Array> = zipBag,
): Promise<Uint8Array> {
  const files = new Map(payload.map(({ name, bytes }) => [`${bagNames.payload}${name}`, bytes]))
  const octets = payload.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const list = async (paths: readonly string[]) =>
    utf8(
      manifestText(await Promise.all(paths.map(async (path) => ({ path, sha256: await sha256Hex(files.get(path) ?? new Uint8Array()) })))),
    )
  files.set(bagNames.manifest, await list([...files.keys()]))
  files.set(bagNames.declaration, utf8(bagDeclaration))
  files.set(
    bagNames.info,
    utf8([...info, ['Payload-Oxum', `${octets}.${payload.length}`]].map(([label, value]) => `${label}: ${value}\n`).join('')),
  )
  const tags = await list([bagNames.declaration, bagNames.info, bagNames.manifest])
  files.set(bagNames.tagManifest, tags)
  files.set(bagNames.signature, await makeCms(await sha256(tags), signer, at))
  return zip(files)
}

/** Same files, same bytes. */
export const zipBag = (files: ReadonlyMap<string, Uint8Array>): Uint8Array => zipSync(Object.fromEntries(files), { mtime: zipTime })
