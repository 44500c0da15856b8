// Files that are not of our form: what can honestly be said about them. Never a crash, never a guess.
import { readCms } from '../cms.ts'
import { fromHexBytes, latin1, sameBytes, startsWith } from '../pdf/bytes.ts'
import { Malformed } from '../pdf/parse.ts'
import { type CheckLine, line } from '../report.ts'
import { digestAround } from '../revision.ts'
import { readSignedFile, type SignedFile } from '../signed-file.ts'

const MAX_TRIES = 40

/**
 * The signed paper a file begins with, when something of another form was appended to it: strictly read, so that the appended part can be
 * named for what it is.
 */
export function signedBeginning(bytes: Uint8Array): SignedFile | null {
  const text = latin1(bytes)
  let tries = 0
  for (let at = text.lastIndexOf('%%EOF'); at > 0 && tries < MAX_TRIES; at = text.lastIndexOf('%%EOF', at - 1), tries++) {
    const end = at + 5
    for (const cut of [text[end] === '\n' ? end + 1 : end]) {
      if (cut >= bytes.length) continue
      const found = readOrNull(bytes.subarray(0, cut))
      if (found && found.signatures.length > 0) return found
    }
  }
  return null
}

function readOrNull(bytes: Uint8Array): SignedFile | null {
  try {
    return readSignedFile(bytes)
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

/** Without reading the structure, the signed ranges can still be hashed: an altered byte is altered in any form of PDF. */
export async function linesForUnreadable(bytes: Uint8Array, reason: string): Promise<readonly CheckLine[]> {
  if (!startsWith(bytes, '%PDF-', 0)) return [line(1, 'NOT_PDF', 'undecided')]
  const text = latin1(bytes)
  if (/\/Encrypt\s+(\d+ \d+ R|<<)/.test(text)) return [line(1, 'ENCRYPTED', 'undecided')]
  let signatures = 0
  for (const [, ...parts] of text.matchAll(/\/ByteRange\s*\[\s*0\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/g)) {
    const [gapFrom = 0, gapTo = 0, rest = 0] = parts.map(Number)
    if (gapTo < gapFrom + 4 || gapTo + rest > bytes.length) continue
    const contents = fromHexBytes(bytes, gapFrom + 1, gapTo - 1)
    if (!contents) continue
    signatures++
    const cms = await readCms(unpadded(contents))
    if ('fault' in cms) continue
    const digest = await digestAround(bytes, gapFrom, gapTo, gapTo + rest, cms.hash)
    if (!sameBytes(digest, cms.messageDigest))
      return [line(1, 'NOT_A_RECORD', 'undecided', { reason }), line(3, 'DIGEST_MISMATCH', 'broken')]
  }
  return [line(1, 'NOT_A_RECORD', 'undecided', { reason, signatures })]
}

/** Cut by the DER length, without judging the rest: this file is not ours. */
function unpadded(bytes: Uint8Array): Uint8Array {
  const count = (bytes[1] ?? 0) & 0x7f
  let length = 0
  for (let i = 0; i < count && i < 4; i++) length = length * 256 + (bytes[2 + i] ?? 0)
  return bytes.subarray(0, 2 + count + length)
}
