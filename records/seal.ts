// One signature more on a paper: verify what is there, add one increment, verify again. The bytes of before stay a prefix.
import { ok, type Result, refuse } from '../workflows/core/result.ts'
import { checkDrawing } from './checks/drawing.ts'
import { checkPrepared } from './checks/prepared.ts'
import { mathematics, mayByUsage } from './checks/signature.ts'
import { isThePerson } from './checks/signers.ts'
import { checkStructure } from './checks/structure.ts'
import { makeCms, readCms } from './cms.ts'
import { citizenIdOf, commonNameOf, readCertificate } from './crypto/certificate.ts'
import type { TextRefusal } from './glyphs.ts'
import { sameBytes } from './pdf/bytes.ts'
import type { Field } from './pdf/document.ts'
import { Malformed } from './pdf/parse.ts'
import { isArray } from './pdf/values.ts'
import { readRecord } from './record-json.ts'
import { CONTENTS_BYTES, digestAround, openRevision } from './revision.ts'
import { pdfDate, readSignedFile, type SignedFile } from './signed-file.ts'
import type { Signer } from './signer.ts'
import type { Typesetter } from './typeset.ts'

export type SealRefusal =
  | { readonly code: 'pdf-unreadable'; readonly reason: string }
  | { readonly code: 'field-unknown'; readonly field: string }
  | { readonly code: 'already-signed'; readonly field: string }
  /** `waitingFor`: the field whose turn it is. */
  | { readonly code: 'out-of-order'; readonly field: string; readonly waitingFor: string }
  /** What is already there does not hold; `found` are codes of the check. */
  | { readonly code: 'earlier-state-broken'; readonly found: readonly string[] }
  | { readonly code: 'wrong-signer'; readonly field: string; readonly expected: string; readonly found: string }
  | { readonly code: 'certificate-not-in-force'; readonly from: string; readonly until: string }
  | { readonly code: 'certificate-not-for-signing' }
  | { readonly code: 'chain-too-long'; readonly bytes: number; readonly room: number }
  | { readonly code: 'key-does-not-fit-certificate' }
  | TextRefusal

export type Sealing = {
  readonly pdf: Uint8Array
  readonly field: string
  readonly signer: Signer
  /** As printed in the signature: name of the signer, why, where. */
  readonly name: string
  readonly reason: string
  readonly location: string
  /** ISO instant with offset: the claimed time, goes to `/M`. */
  readonly at: string
  /** Lines of the visible block; without it: name and time as documents.md B1.1. */
  readonly stamp?: readonly string[]
  readonly typesetter: Pick<Typesetter, 'stamp'>
}

/** `22/11/2026 08:30:15 +07:00` (documents.md B1.1). */
export function stampTime(at: string): string {
  const [, year, month, day, time, offset] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?([+-]\d\d:\d\d)$/.exec(at) ?? []
  return `${day}/${month}/${year} ${time} ${offset}`
}

/** @returns the paper with one signature more (PAdES B-B). @throws on a fault of ours or of the key. */
export async function seal(sealing: Sealing): Promise<Result<Uint8Array, SealRefusal>> {
  const { pdf, field, signer, at } = sealing
  const before = await readSound(pdf)
  if (!before.ok) return before
  const target = openField(before.value, field)
  if (!target.ok) return target
  const refusal = certificateRefusal(before.value, sealing)
  if (refusal) return refuse(refusal)

  const lines = sealing.stamp ?? ['Đã ký số', sealing.name, stampTime(at)]
  const stamp = await sealing.typesetter.stamp(lines, sizeOf(target.value), at.slice(0, 10))
  if (!stamp.ok) return stamp
  const words = { at: pdfDate(at), name: sealing.name, reason: sealing.reason, location: sealing.location }
  const revision = await openRevision(before.value.file, target.value, words, stamp.value)
  const cms = await makeCms(revision.digest, signer)
  if (cms.length > CONTENTS_BYTES) return refuse({ code: 'chain-too-long', bytes: cms.length, room: CONTENTS_BYTES })
  const sealed = revision.close(cms)

  if (!sameBytes(sealed.subarray(0, pdf.length), pdf)) throw new Error('the earlier bytes changed')
  const after = await readSound(sealed)
  if (after.ok) return ok(sealed)
  if (after.refusal.code === 'earlier-state-broken' && after.refusal.found.every((code) => code === 'SIG_CRYPTO'))
    return refuse({ code: 'key-does-not-fit-certificate' })
  throw new Error(`sealed paper does not verify: ${JSON.stringify(after.refusal)}`)
}

/** Reads a paper and proves that every signature in it holds (mathematics and coverage; trust is the check's part). */
async function readSound(pdf: Uint8Array): Promise<Result<SignedFile, SealRefusal>> {
  try {
    const signed = readSignedFile(pdf)
    const lines = [...checkStructure(signed), ...checkPrepared(signed), ...(await checkDrawing(signed))]
    const found = lines.map(({ code }) => code as string)
    for (const signature of signed.signatures) {
      const cms = await readCms(signature.cms)
      found.push(
        ...('fault' in cms
          ? ['FORMAT']
          : (await mathematics(await digestAround(pdf, signature, cms.hash), signature, cms)).map(({ code }) => code)),
      )
    }
    return found.length > 0 ? refuse({ code: 'earlier-state-broken', found: [...new Set(found)] }) : ok(signed)
  } catch (error) {
    if (error instanceof Malformed) return refuse({ code: 'pdf-unreadable', reason: error.message })
    throw error
  }
}

/** Nobody signs out of order (B2.1): required fields before must be signed, none after. */
function openField({ fields }: SignedFile, name: string): Result<Field, SealRefusal> {
  const position = fields.findIndex((candidate) => candidate.name === name)
  const field = fields[position]
  if (!field) return refuse({ code: 'field-unknown', field: name })
  if (field.dict.has('V')) return refuse({ code: 'already-signed', field: name })
  const waiting = fields.slice(0, position).find((earlier) => earlier.required && !earlier.dict.has('V'))
  if (waiting) return refuse({ code: 'out-of-order', field: name, waitingFor: waiting.name })
  const passed = fields.slice(position + 1).find((later) => later.dict.has('V'))
  return passed ? refuse({ code: 'out-of-order', field: name, waitingFor: passed.name }) : ok(field)
}

function certificateRefusal({ record }: SignedFile, { field, signer, at }: Sealing): SealRefusal | null {
  const certificate = readCertificate(signer.certificate)
  const claimed = Date.parse(at)
  if (claimed < certificate.notBefore || claimed > certificate.notAfter) {
    const day = (time: number) => new Date(time).toISOString().slice(0, 10)
    return { code: 'certificate-not-in-force', from: day(certificate.notBefore), until: day(certificate.notAfter) }
  }
  if (!mayByUsage(certificate)) return { code: 'certificate-not-for-signing' }
  const read = record ? readRecord(record) : null
  const expected = read && !('fault' in read) ? read.signers.find((one) => one.field === field)?.certSubjectMatch : undefined
  if (!expected || isThePerson(certificate, expected)) return null
  const found = `${commonNameOf(certificate)} ${citizenIdOf(certificate) ?? ''}`.trim()
  return { code: 'wrong-signer', field, expected: `${expected.cn ?? ''} ${expected.soDinhDanh ?? ''}`.trim(), found }
}

function sizeOf(field: Field): { readonly width: number; readonly height: number } {
  const rect = field.dict.get('Rect')
  const [left = 0, bottom = 0, right = 0, top = 0] = isArray(rect) ? rect.filter((part): part is number => typeof part === 'number') : []
  return { width: Math.round((right - left) * 1000) / 1000, height: Math.round((top - bottom) * 1000) / 1000 }
}
