// Files that are not of our form: what can honestly be said about them. Never a crash, never a guess.
import { readCms } from '../cms.ts'
import { commonNameOf } from '../crypto/certificate.ts'
import { fromHexBytes, latin1, startsWith } from '../pdf/bytes.ts'
import { Budget, Malformed } from '../pdf/parse.ts'
import { type CheckLine, line } from '../report.ts'
import { digestAround } from '../revision.ts'
import { readSignedFile, type SignedFile } from '../signed-file.ts'
import { agreement, givenRootLines, type Trust, trustworthiness } from './signature.ts'

const MAX_TRIES = 40
const MAX_LOOKS = 10_000

/**
 * The signed paper a file begins with, when something of another form was appended to it: strictly read, so that the appended part can be
 * named for what it is.
 */
export function signedBeginning(bytes: Uint8Array): SignedFile | null {
  const text = latin1(bytes)
  // One for all tries: they read the same bytes again.
  const budget = new Budget()
  for (const cut of new Set([...endsOfRanges(text), ...endsOfFile(text)])) {
    const found = cut < bytes.length ? readOrNull(bytes.subarray(0, cut), budget) : null
    if (found && found.signatures.length > 0) return found
  }
  return null
}

/** Where signatures say they end, the last first: no heap of ends behind it hides that place. */
const endsOfRanges = (text: string): readonly number[] =>
  rangesIn(text)
    .map(([, gapTo = 0, rest = 0]) => gapTo + rest)
    .sort((a, b) => b - a)

function endsOfFile(text: string): readonly number[] {
  const ends: number[] = []
  for (let at = text.lastIndexOf('%%EOF'); at > 0 && ends.length < MAX_TRIES; at = text.lastIndexOf('%%EOF', at - 1))
    ends.push(text[at + 5] === '\n' ? at + 6 : at + 5)
  return ends
}

function readOrNull(bytes: Uint8Array, budget: Budget): SignedFile | null {
  try {
    return readSignedFile(bytes, budget)
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

/** Signatures of another maker looked at in one file, and the digits of one: forty of a whole file each would fill the memory. */
const MAX_SIGNATURES = 40
const MAX_DIGITS = 4 << 20

/** Without reading the structure, signed ranges can still be hashed and certificates looked up: which checks hold, and which cannot be decided. */
export async function linesForUnreadable(bytes: Uint8Array, reason: string, trust: Trust): Promise<readonly CheckLine[]> {
  if (!startsWith(bytes, '%PDF-', 0)) return [line(1, 'NOT_PDF', 'undecided')]
  const text = latin1(bytes)
  if (/\/Encrypt\s+(\d+ \d+ R|<<)/.test(text)) return [line(1, 'ENCRYPTED', 'undecided')]
  const found = signaturesIn(bytes, text)
  const lines = [line(1, 'NOT_A_RECORD', 'undecided', { reason, signatures: found.length })]
  if (found.length === 0) return lines
  const after = bytes.length - Math.max(...found.map(({ end }) => end))
  lines.push(after === 0 ? line(2, 'FOREIGN_COVERED', 'note') : line(2, 'FOREIGN_LATER_BYTES', 'undecided', { bytes: after }))
  for (const [i, one] of found.entries()) lines.push(...(await linesForForeign(bytes, one, String(i + 1), trust)))
  return lines
}

type Foreign = { readonly gapFrom: number; readonly gapTo: number; readonly end: number; readonly cms: Uint8Array }

function signaturesIn(bytes: Uint8Array, text: string): readonly Foreign[] {
  const found: Foreign[] = []
  for (const [gapFrom = 0, gapTo = 0, rest = 0] of rangesIn(text)) {
    const end = gapTo + rest
    if (found.length >= MAX_SIGNATURES || gapTo < gapFrom + 4 || gapTo - gapFrom > MAX_DIGITS || end > bytes.length) continue
    const contents = fromHexBytes(bytes, gapFrom + 1, gapTo - 1)
    if (contents) found.push({ gapFrom, gapTo, end, cms: unpadded(contents) })
  }
  return found
}

async function linesForForeign(bytes: Uint8Array, { gapFrom, gapTo, end, cms: der }: Foreign, subject: string, trust: Trust) {
  const cms = await readCms(der, 'any')
  if ('fault' in cms) return [line(3, 'FOREIGN_UNREADABLE', 'undecided', { fault: cms.fault }, subject)]
  const faults = await agreement(await digestAround(bytes, { gapFrom, gapTo, end }, cms.hash, trust.digest), cms, subject)
  const { lines, root } = await trustworthiness(cms, { field: subject, claimed: cms.signingTime }, trust)
  const holds = faults.length === 0 ? [line(3, 'FOREIGN_HOLDS', 'ok', { name: commonNameOf(cms.certificate) }, subject)] : faults
  return [...holds, ...lines, ...(await givenRootLines([{ root }], trust))]
}

/** Each range once, and not more than a paper has signatures: a file can hold the text of one a million times. */
function rangesIn(text: string): readonly (readonly number[])[] {
  const found = new Map<string, readonly number[]>()
  let looked = 0
  for (const [whole, ...parts] of text.matchAll(
    /\/ByteRange\s{0,8}\[\s{0,8}0\s{1,8}(\d{1,12})\s{1,8}(\d{1,12})\s{1,8}(\d{1,12})\s{0,40}\]/g,
  )) {
    found.set(whole.replace(/\s+/g, ' '), parts.map(Number))
    if (found.size >= MAX_TRIES || ++looked >= MAX_LOOKS) break
  }
  return [...found.values()]
}

/** Cut by the DER length, without judging the rest: this file is not ours. */
function unpadded(bytes: Uint8Array): Uint8Array {
  const count = (bytes[1] ?? 0) & 0x7f
  let length = 0
  for (let i = 0; i < count && i < 4; i++) length = length * 256 + (bytes[2 + i] ?? 0)
  return bytes.subarray(0, 2 + count + length)
}
