// A whole case as one package: BagIt 1.0 (RFC 8493) in a zip, its tag manifest signed beside it (documents.md B6.5).
import { ok, type Result, refuse } from '../workflows/core/result.ts'
import { fromUtf8, sha256Hex } from './pdf/bytes.ts'
import { unzipEntry, type ZipLimits, type ZipRefusal, zipDirectory } from './zip.ts'

export const bagNames = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  /** Detached CAdES signature of the tag manifest: itself in no list, for it is made last. */
  signature: 'tagmanifest-sha256.txt.p7s',
  payload: 'data/',
  /** Files of the dossiers, made elsewhere: the list and its signature hold them, they are no records. */
  dossier: 'data/thanh-phan-ho-so/',
} as const

export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

export type Listed = { readonly path: string; readonly sha256: string }

/** Digest, two blanks, path, by path: any checksum tool reads it. */
export function manifestText(files: readonly Listed[]): string {
  const inOrder = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return inOrder.map(({ path, sha256 }) => `${sha256}  ${encoded(path)}\n`).join('')
}

/** RFC 8493, 2.1.3: only line ends and the per cent sign are encoded. */
const encoded = (path: string): string =>
  path.replace(/[%\r\n]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
const decoded = (path: string): string =>
  path.replace(/%(25|0A|0D)/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))

/** Null when a line is no line of a manifest, or a path stands twice. */
export function readManifest(text: string): ReadonlyMap<string, string> | null {
  const listed = new Map<string, string>()
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '') continue
    const [, digest, path] = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line) ?? []
    if (digest === undefined || path === undefined || listed.has(decoded(path))) return null
    listed.set(decoded(path), digest.toLowerCase())
  }
  return listed
}

export type Bag = {
  /** Path within the bag to its bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Label and value of `bag-info.txt`, in order. */
  readonly info: readonly (readonly [label: string, value: string])[]
}

export type BagRefusal = ZipRefusal | { readonly code: 'not-a-bag' | 'bag-list-unreadable' }

/** Unfolds a bag whose directory is sound. Its lists are judged by `listsOfBag`. */
export async function openBag(zip: Uint8Array, limits: ZipLimits): Promise<Result<Bag, BagRefusal>> {
  const entries = zipDirectory(zip, limits)
  if (!entries.ok) return entries
  const base = baseOf(entries.value.map(({ name }) => name))
  if (base === null) return refuse({ code: 'not-a-bag' })
  const files = new Map<string, Uint8Array>()
  for (const entry of entries.value) {
    const bytes = await unzipEntry(zip, entry)
    if (bytes === null) return refuse({ code: 'zip-broken', name: entry.name })
    files.set(entry.name.slice(base.length), bytes)
  }
  const declaration = textOf(files.get(bagNames.declaration))
  if (declaration === null || !/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(declaration))
    return refuse({ code: 'not-a-bag' })
  return ok({ files, info: readInfo(textOf(files.get(bagNames.info)) ?? '') })
}

/** A bag lies at the root of its zip, or in one folder of it. */
function baseOf(names: readonly string[]): string | null {
  const found = names.filter((name) => name === bagNames.declaration || /^[^/]+\/bagit\.txt$/.test(name))
  const base = found[0]?.slice(0, -bagNames.declaration.length)
  return found.length === 1 && base !== undefined && names.every((name) => name.startsWith(base)) ? base : null
}

function readInfo(text: string): Bag['info'] {
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ')
  return unfolded.split('\n').flatMap((line) => {
    const [, label, value] = /^([^:]+?)\s*:\s*(.*)$/.exec(line) ?? []
    return label !== undefined && value !== undefined ? [[label, value] as const] : []
  })
}

const textOf = (bytes: Uint8Array | undefined): string | null => {
  try {
    return bytes === undefined ? null : fromUtf8(bytes)
  } catch {
    return null
  }
}

export type BagFault = { readonly fault: 'missing' | 'unlisted' | 'differs'; readonly path: string; readonly isPayload: boolean }
export type BagLists = {
  readonly faults: readonly BagFault[]
  /** Payload path to its SHA-256 as listed. */
  readonly payload: ReadonlyMap<string, string>
}

/** RFC 8493, 3: every payload file is listed and every listed file is there and unchanged; every tag file listed is, too. */
export async function listsOfBag({ files }: Bag): Promise<Result<BagLists, BagRefusal>> {
  const [payload, tags] = [bagNames.manifest, bagNames.tagManifest].map((name) => readManifest(textOf(files.get(name)) ?? '?'))
  if (!payload || !tags) return refuse({ code: 'bag-list-unreadable' })
  const faults: BagFault[] = []
  const listed = [...payload, ...tags]
  for (const [path, sha256] of listed) {
    const bytes = files.get(path)
    const isPayload = path.startsWith(bagNames.payload)
    if (bytes === undefined) faults.push({ fault: 'missing', path, isPayload })
    else if ((await sha256Hex(bytes)) !== sha256) faults.push({ fault: 'differs', path, isPayload })
  }
  const unlistable = new Set<string>([bagNames.tagManifest, bagNames.signature])
  const known = new Set(listed.map(([path]) => path))
  for (const path of files.keys()) {
    const isPayload = path.startsWith(bagNames.payload)
    if (isPayload ? !payload.has(path) : !known.has(path) && !unlistable.has(path)) faults.push({ fault: 'unlisted', path, isPayload })
  }
  return ok({ faults, payload })
}
