// Reads a zip without trusting it: the directory is judged first (sizes, names, overlaps), then one entry after the other, each to its told size.
import { ok, type Result, refuse } from '../workflows/core/result.ts'
import { nodeZlib } from './crypto/host.ts'
import { fromUtf8, inflate } from './pdf/bytes.ts'

export type ZipEntry = {
  readonly name: string
  readonly size: number
  readonly method: number
  readonly crc: number
  /** Of the packed bytes. */
  readonly from: number
  readonly to: number
}

export type ZipFault =
  | 'zip-broken'
  | 'zip-encrypted'
  | 'zip-form-unknown'
  | 'zip-too-big'
  | 'zip-too-many-files'
  | 'zip-name-twice'
  | 'zip-name-leads-out'
  | 'zip-name-misleads'
  | 'zip-headers-differ'
export type ZipRefusal = { readonly code: ZipFault; readonly name?: string; readonly most?: number }
/**
 * `bytes`: the sum of what all unfold to, `each`: of one file. `times`: the sum against the zip itself, since papers, signed and packed before,
 * pack hardly smaller; small zips (below `each`) are not asked.
 */
export type ZipLimits = { readonly bytes: number; readonly files: number; readonly each?: number; readonly times?: number }

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const SYMLINK = 0xa000

/** The files of a zip (folders left out), or why it is not opened. Nothing is unpacked here. */
export function zipDirectory(bytes: Uint8Array, limits: ZipLimits): Result<readonly ZipEntry[], ZipRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return refuse({ code: 'zip-broken' })
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  // Zip64 and archives over several disks: no package of records needs them.
  if (count === 0xffff || start === 0xffffffff || view.getUint32(end + 4, true) !== 0) return refuse({ code: 'zip-form-unknown' })
  if (count > limits.files) return refuse({ code: 'zip-too-many-files', most: limits.files })
  const { each = limits.bytes, times = Number.POSITIVE_INFINITY } = limits
  const most = Math.min(limits.bytes, Math.max(each, times * bytes.length))
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = start
  let sum = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return refuse({ code: 'zip-broken' })
    const found = readEntry(bytes, view, at)
    if (!found.ok) return found
    const { next, entry } = found.value
    at = next
    if (entry.name.endsWith('/') && entry.size === 0) continue
    sum += entry.size
    if (entry.size > each) return refuse({ code: 'zip-too-big', name: entry.name, most: each })
    if (sum > most) return refuse({ code: 'zip-too-big', most })
    // Two names that one disk or another takes for the same file.
    const same = entry.name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[. ]+(?=\/|$)/g, '')
    if (names.has(same)) return refuse({ code: 'zip-name-twice', name: entry.name })
    names.add(same)
    entries.push(entry)
  }
  return at > end || overlap(entries) ? refuse({ code: 'zip-broken' }) : ok(entries)
}

/** The record at the very end, its comment included: what follows it is nobody's. */
function endOfDirectory(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return null
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): Result<{ readonly next: number; readonly entry: ZipEntry }, ZipRefusal> {
  const u16 = (place: number) => view.getUint16(at + place, true)
  const u32 = (place: number) => view.getUint32(at + place, true)
  const [packed, size, offset] = [u32(20), u32(24), u32(42)]
  const nameEnd = at + 46 + u16(28)
  const next = nameEnd + u16(30) + u16(32)
  if (next > bytes.length) return refuse({ code: 'zip-broken' })
  const rawName = bytes.subarray(at + 46, nameEnd)
  const name = readName(rawName)
  if (name === null) return refuse({ code: 'zip-broken' })
  if ((u16(8) & 1) !== 0) return refuse({ code: 'zip-encrypted', name })
  const method = u16(10)
  const isLink = ((u32(38) >>> 16) & 0xf000) === SYMLINK
  if ((method !== 0 && method !== 8) || isLink || [packed, size, offset].includes(0xffffffff))
    return refuse({ code: 'zip-form-unknown', name })
  if (leadsOut(name)) return refuse({ code: 'zip-name-leads-out', name })
  if (misleads.test(name)) return refuse({ code: 'zip-name-misleads', name })
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) return refuse({ code: 'zip-broken', name })
  const localName = bytes.subarray(offset + 30, offset + 30 + view.getUint16(offset + 26, true))
  // One reader goes by the directory, another by the entry: they must see the same file.
  if (readName(localName) !== name || view.getUint16(offset + 8, true) !== method) return refuse({ code: 'zip-headers-differ', name })
  const from = offset + 30 + localName.length + view.getUint16(offset + 28, true)
  if (from + packed > bytes.length || (method === 0 && packed !== size)) return refuse({ code: 'zip-broken', name })
  return ok({ next, entry: { name, size, method, crc: u32(16), from, to: from + packed } })
}

function readName(bytes: Uint8Array): string | null {
  try {
    return fromUtf8(bytes)
  } catch {
    return null
  }
}

const leadsOut = (name: string): boolean =>
  name === '' ||
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  /[\\:\u0000-\u001f]/.test(name) ||
  name.startsWith('/') ||
  name
    .replace(/\/$/, '')
    .split('/')
    .some((part) => part === '' || part === '.' || part === '..')

/** Letters that do not show, or turn the way of reading: `bien-ban<RLO>fdp.exe` is seen as a PDF. */
const misleads = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/** Entries that share packed bytes unfold far beyond the file they lie in. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const inOrder = entries.toSorted((a, b) => a.from - b.from)
  return inOrder.some((one, i) => one.to > (inOrder[i + 1]?.from ?? Number.POSITIVE_INFINITY))
}

/** Null when the entry does not unfold to exactly what the directory tells. */
export async function unzipEntry(bytes: Uint8Array, { from, to, method, size, crc }: ZipEntry): Promise<Uint8Array | null> {
  const packed = bytes.subarray(from, to)
  const plain = method === 0 ? packed : await inflated(packed, size)
  return plain !== null && plain.length === size && crc32(plain) === crc ? plain : null
}

async function inflated(packed: Uint8Array, size: number): Promise<Uint8Array | null> {
  try {
    return await inflate(packed, size, 'deflate-raw')
  } catch {
    return null
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})
function crc32(bytes: Uint8Array): number {
  if (nodeZlib) return nodeZlib.crc32(bytes)
  let crc = 0xffffffff
  // Counted, not `for … of`: four times as quick over bytes.
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}
