// A .docx as its parts, read without trusting it and written the same way every time.
import PizZip from 'pizzip'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { WordProblem } from '../../workflows/papers/word-problem.ts'
import { isZip, unzipEntry, zipDirectory } from '../zip.ts'

export type Parts = ReadonlyMap<string, Uint8Array>

/** A template with letterhead and a logo has some dozen parts of some hundred kilobytes. */
const wordLimits = { file: 10_000_000, bytes: 60_000_000, files: 400 } as const

const oldForm = [0xd0, 0xcf, 0x11, 0xe0]

/** The parts of a .docx by name. Refused: what is no .docx, is locked or of the old form, unfolds to too much, or is broken. */
export async function readDocx(bytes: Uint8Array): Promise<Result<Parts, WordProblem>> {
  // Word 97 files and encrypted ones are both OLE boxes.
  if (oldForm.every((byte, at) => bytes[at] === byte)) return refuse({ code: 'word-old-or-locked' })
  if (bytes.length > wordLimits.file) return refuse({ code: 'word-too-big' })
  if (!isZip(bytes)) return refuse({ code: 'word-not-docx' })
  const directory = zipDirectory(bytes, wordLimits)
  if (!directory.ok) {
    const isBig = directory.refusal.code === 'zip-too-big' || directory.refusal.code === 'zip-too-many-files'
    return refuse({ code: isBig ? 'word-too-big' : 'word-broken' })
  }
  const parts = new Map<string, Uint8Array>()
  for (const entry of directory.value) {
    const plain = await unzipEntry(bytes, entry)
    if (plain === null) return refuse({ code: 'word-broken', part: entry.name })
    parts.set(entry.name, plain)
  }
  return parts.has('[Content_Types].xml') && parts.has(mainPart) ? ok(parts) : refuse({ code: 'word-not-docx' })
}

export const mainPart = 'word/document.xml'

/** Zip files keep a day for each entry: always the same one, so that the same content has the same bytes. */
const day = new Date('2000-01-01T00:00:00Z')

export function zipOf(parts: Parts): PizZip {
  const zip = new PizZip()
  // Readers want the types first.
  const names = [...parts.keys()].toSorted((a, b) => Number(b === typesPart) - Number(a === typesPart) || (a < b ? -1 : 1))
  for (const name of names) zip.file(name, parts.get(name) ?? new Uint8Array(), { date: day, createFolders: false })
  return zip
}
const typesPart = '[Content_Types].xml'

export const writeDocx = (parts: Parts): Uint8Array => zipOf(parts).generate({ type: 'uint8array', compression: 'DEFLATE' })

export const textOfPart = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
export const partOf = (text: string): Uint8Array => new TextEncoder().encode(text)
