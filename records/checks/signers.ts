// Check 4: who had to sign, whether they did, in which order, and whether the certificates are theirs (documents.md B2.1).
import { isSameName } from '../../workflows/core/same-name.ts'
import { paperKindOf, placesDue } from '../../workflows/papers/signing-places.ts'
import { type Certificate, citizenIdOf, commonNameOf } from '../crypto/certificate.ts'
import { checkPolicy, DAY } from '../policy.ts'
import type { RecordSigner, StageRecord } from '../record-json.ts'
import { type CheckLine, type CheckState, line } from '../report.ts'
import type { SignedFile } from '../signed-file.ts'

const NO = 4
/** Milliseconds by which two clocks may differ (documents.md B3). */
export const CLOCK_SLACK = 2 * 60_000

export type SignerOf = ReadonlyMap<string, Certificate>

export function awaitedFields({ fields }: Pick<SignedFile, 'fields'>): readonly string[] {
  return fields.filter((field) => field.required && !field.dict.has('V')).map(({ name }) => name)
}

/** @param strict a strange time is "cannot decide" instead of a note: somebody has to ask about it. */
export function checkSigners(
  signed: SignedFile,
  record: StageRecord | null,
  certificates: SignerOf,
  { now, strict = false }: { readonly now: number; readonly strict?: boolean },
): readonly CheckLine[] {
  const lines = [
    ...awaitedFields(signed).map((missing) => line(NO, 'MISSING_SIGNER', 'broken', { missing: nameFor(record, missing) }, missing)),
    ...checkOrder(signed),
    ...checkRoles(signed, certificates),
    ...(record ? checkAgainstRecord(signed, record, certificates) : []),
    ...(record ? checkPlaces(record) : []),
  ]
  const notes = [
    ...(record ? kindNamed(record) : []),
    ...exceptions(signed, record),
    ...checkClock(signed, record, now, strict ? 'undecided' : 'note'),
  ]
  if (lines.length === 0 && signed.signatures.length > 0)
    return [line(NO, 'SIGNERS_OK', 'ok', { signatures: signed.signatures.length }), ...notes]
  return [...lines, ...notes]
}

const nameFor = (record: StageRecord | null, field: string): string =>
  record?.signers.find((signer) => signer.field === field)?.certSubjectMatch.cn ?? field

function checkOrder({ signatures, fields }: SignedFile): readonly CheckLine[] {
  const lines: CheckLine[] = []
  for (const [i, signature] of signatures.entries()) {
    const before = signatures[i - 1]
    if (before && before.position > signature.position)
      lines.push(line(NO, 'WRONG_ROLE_ORDER', 'broken', { fault: 'out-of-order' }, signature.field.name))
    const skipped = fields.slice(0, signature.position).some((field) => field.required && !field.dict.has('V'))
    if (skipped) lines.push(line(NO, 'WRONG_ROLE_ORDER', 'broken', { fault: 'required-field-before-is-empty' }, signature.field.name))
  }
  return lines
}

function checkRoles({ signatures }: SignedFile, certificates: SignerOf): readonly CheckLine[] {
  const seen = new Map<string, string>()
  const lines: CheckLine[] = []
  for (const { field } of signatures) {
    const certificate = certificates.get(field.name)
    if (!certificate) continue
    const person = citizenIdOf(certificate) ?? `${commonNameOf(certificate)} ${certificate.serial}`
    if (seen.has(person)) lines.push(line(NO, 'WRONG_ROLE_ORDER', 'broken', { fault: 'one-person-in-two-roles' }, field.name))
    seen.set(person, field.name)
  }
  return lines
}

function checkAgainstRecord({ fields, signatures }: SignedFile, record: StageRecord, certificates: SignerOf): readonly CheckLine[] {
  const lines: CheckLine[] = []
  const inForm = fields.map(({ name, required }) => `${name} ${required}`).join()
  const inRecord = record.signers.map(({ field, required }) => `${field} ${required}`).join()
  if (inForm !== inRecord) lines.push(line(NO, 'JSON_MISMATCH', 'broken', { fault: 'signers-differ-from-fields' }))
  for (const { field } of signatures) {
    const certificate = certificates.get(field.name)
    const signer = record.signers.find((one) => one.field === field.name)
    if (!certificate || !signer || isThePerson(certificate, signer.certSubjectMatch)) continue
    const found = `${commonNameOf(certificate)} ${citizenIdOf(certificate) ?? ''}`.trim()
    const expected = `${signer.certSubjectMatch.cn ?? ''} ${signer.certSubjectMatch.soDinhDanh ?? ''}`.trim()
    lines.push(line(NO, 'WRONG_SIGNER', 'broken', { expected, found }, field.name))
  }
  return lines
}

/** A record names its own signers: whoever is trusted could make minutes that nobody but they must sign. The kind of the paper says who must. */
function checkPlaces({ paper = '', signers }: StageRecord): readonly CheckLine[] {
  if (signers.length === 0) return [] // a draft or a slip: told as unsigned
  const kind = paperKindOf(paper)
  if (kind === undefined) return [line(NO, 'PAPER_UNKNOWN', 'undecided', { paper })]
  const held = signers.filter(({ required }) => required).map(({ field }) => field)
  return placesDue[kind]
    .filter((places) => !places.some((place) => held.includes(place)))
    .map((places) => line(NO, 'PLACE_MISSING', 'broken', { places: places.join('|') }))
}

/** What kind of paper its data is: two kinds may look alike to whoever reads the pages alone. */
function kindNamed({ paper = '', signers }: StageRecord): readonly CheckLine[] {
  const kind = paperKindOf(paper)
  if (kind === undefined || signers.length === 0) return []
  return [line(NO, 'PAPER_KIND', 'ok', { paper, places: placesDue[kind].map((places) => places.join('|')) })]
}

/** Whoever reads the verdict is told that the paper names another signer than the law does, and by which document. */
function exceptions({ fields }: SignedFile, record: StageRecord | null): readonly CheckLine[] {
  return (record?.signers ?? []).flatMap(({ field, insteadOf, certSubjectMatch }) => {
    if (!insteadOf || !fields.some(({ name }) => name === field)) return []
    const { cn, document, day, reason } = insteadOf
    return [line(NO, 'SIGNER_EXCEPTION', 'note', { name: certSubjectMatch.cn ?? field, expected: cn, document, day, reason }, field)]
  })
}

/** The citizen number decides where the record knows it; the name must agree in any case. A record that names nobody matches nobody. */
export function isThePerson(certificate: Certificate, match: RecordSigner['certSubjectMatch']): boolean {
  if (match.soDinhDanh === undefined && match.cn === undefined) return false
  if (match.soDinhDanh !== undefined && citizenIdOf(certificate) !== match.soDinhDanh) return false
  return match.cn === undefined || isSameName(commonNameOf(certificate), match.cn)
}

/** B3: order is what the revisions prove; the clock is only claimed, so a strange time is a note. */
function checkClock({ signatures }: SignedFile, record: StageRecord | null, now: number, state: CheckState): readonly CheckLine[] {
  const closed = Date.parse(record?.closedAt ?? record?.createdAt ?? '')
  let latest = Number.isNaN(closed) ? Number.NEGATIVE_INFINITY : closed
  return signatures.flatMap(({ field, claimedAt }) => {
    const at = Date.parse(claimedAt ?? '')
    if (Number.isNaN(at)) return []
    const isFar = at - closed > checkPolicy.signedAfterDays.value * DAY
    const fault =
      at + CLOCK_SLACK < latest ? 'before-what-it-follows' : at > now + CLOCK_SLACK ? 'in-the-future' : isFar ? 'far-from-conference' : null
    latest = Math.max(latest, at)
    return fault ? [line(NO, 'CLOCK_SUSPECT', state, { fault }, field.name)] : []
  })
}
