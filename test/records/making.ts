// Makes signed records for these tests the way the shell does: typeset, then one signer after the other.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CheckOptions, checkRecord } from '../../records/check.ts'
import type { Report } from '../../records/report.ts'
import { seal } from '../../records/seal.ts'
import type { Signer } from '../../records/signer.ts'
import { makeTypesetter, type TemplateName, type Typesetter, templateNames } from '../../records/typeset.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { checkpointBody, keyId, noteBytes, signedNote } from '../../workflows/core/checkpoint.ts'
import { type Hash, inclusionProof, leafHash, rootOf, subtreesOf, treeOf } from '../../workflows/core/merkle.ts'
import type { Paper, PaperProfile } from '../../workflows/papers/paper.ts'
import type { Pki, TestSigner } from '../support/pki.ts'
import { sampleMinutes, signers, stageId } from './sample-papers.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const require = createRequire(import.meta.url)
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file))

let typesetter: Promise<Typesetter> | undefined
/** One compiler for all tests of a file: it takes 250 MB. */
export function sharedTypesetter(): Promise<Typesetter> {
  typesetter ??= makeTypesetter(typesetterParts())
  return typesetter
}

export function typesetterParts() {
  const tinos = dirname(require.resolve('@expo-google-fonts/tinos/package.json'))
  const faces = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic']
  return {
    wasm: bytesOf(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')),
    fonts: faces.map((face) => bytesOf(join(tinos, face, `Tinos_${face}.ttf`))),
    templates: Object.fromEntries(
      templateNames.map((name) => [name, readFileSync(join(root, 'records/templates', name), 'utf8')]),
    ) as Record<TemplateName, string>,
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const hash: Hash = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())

/** A log of seven facts with an Ed25519 key, its signed head and the proof for the fact that closed the stage. */
export function sampleLog() {
  const envelopes = Array.from({ length: 7 }, (_, i) =>
    canonical({ seq: i + 1, stream: 'case/mau', type: i === 4 ? 'stageClosed' : 'noted' }),
  )
  const leaves = envelopes.map((text) => leafHash(hash, new TextEncoder().encode(text)))
  const subtree = subtreesOf(hash, leaves)
  const logRoot = rootOf(hash, treeOf(subtree, leaves.length))
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })).subarray(-32)
  const origin = 'tien-cu.mau/thu'
  const body = checkpointBody({ origin, size: leaves.length, root: logRoot })
  const signature = new Uint8Array(sign(null, noteBytes(body), privateKey))
  const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return {
    origin,
    treeSize: leaves.length,
    rootHash: b64(logRoot),
    checkpoint: signedNote(body, [{ name: origin, keyId: keyId(hash, origin, key), signature }]),
    publicKey: b64(key),
    inclusion: { envelope: envelopes[4] ?? '', index: 4, path: inclusionProof(hash, subtree, 4, leaves.length).map(b64) },
  }
}

export const judged = {
  input: {
    rulebook: 'RB2026',
    stage: 'expandedNomination',
    count: { convenedRaw: 24, present: 24, votes: { 'Nguyễn Thị Thúy Hằng': 24 } },
  },
  rule: { threshold: 'moreThanHalf' },
  output: { outcome: 'carried', carried: ['Nguyễn Thị Thúy Hằng'] },
} as const

/** The part of a record that the checks read, and a little more. */
export function sampleRecord(change: Record<string, unknown> = {}): Record<string, unknown> {
  const record = {
    schema: 'nhansu.stage-record/1',
    recordId: '0b7c1d52-1f5b-4a53-8f35-0d3f4e6a7b10',
    version: 1,
    paper: 'bien-ban-kiem-phieu',
    sample: false,
    stage: { stageId, key: 'expandedNomination', closedAt: '2026-02-03T09:15:00+07:00' },
    judged,
    signers: [
      { order: 1, field: 'ky.to_truong_kiem_phieu', required: true, certSubjectMatch: match('head') },
      { order: 2, field: 'ky.thanh_vien_1', required: true, certSubjectMatch: match('member') },
      { order: 3, field: 'ky.chu_tri', required: true, certSubjectMatch: match('chair') },
    ],
    auditLog: sampleLog(),
    createdAt: '2026-02-03T09:15:00+07:00',
    ...change,
  }
  return Object.fromEntries(Object.entries(record).filter(([, part]) => part !== undefined))
}

const match = (who: keyof typeof signers) => ({ soDinhDanh: signers[who].citizenId, cn: signers[who].name })

export const bytesOfRecord = (record: unknown): Uint8Array => new TextEncoder().encode(canonical(record))

export function paperFor(recordJson: Uint8Array, profile: PaperProfile = 'STATE_ND30_2020', change: Partial<Paper> = {}): Paper {
  const log = (JSON.parse(new TextDecoder().decode(recordJson)) as { auditLog?: { treeSize: number; rootHash: string } }).auditLog
  const paper = sampleMinutes(profile, { isSample: false, ...change })
  const proof = { ...paper.proof, recordSha256: sha256(recordJson) }
  return { ...paper, proof: log ? { ...proof, logSize: log.treeSize, logRoot: log.rootHash } : proof }
}

export async function drawn(
  recordJson: Uint8Array = bytesOfRecord(sampleRecord()),
  paper: Paper = paperFor(recordJson),
): Promise<Uint8Array> {
  const result = await (await sharedTypesetter()).typeset(paper, recordJson)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

export const signingTimes = ['2026-02-03T09:20:00+07:00', '2026-02-04T08:05:30+07:00', '2026-02-06T16:45:10+07:00'] as const
export const fields = ['ky.to_truong_kiem_phieu', 'ky.thanh_vien_1', 'ky.chu_tri'] as const

export async function sealWith(pdf: Uint8Array, field: string, signer: Signer, name: string, at: string) {
  return seal({
    pdf,
    field,
    signer,
    name,
    reason: 'Ký biên bản kiểm phiếu',
    location: 'Lâm Đồng',
    at,
    typesetter: await sharedTypesetter(),
  })
}

export async function sealed(pdf: Uint8Array, field: string, signer: Signer, name: string, at: string): Promise<Uint8Array> {
  const result = await sealWith(pdf, field, signer, name, at)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

export type ThreeSigners = { readonly head: TestSigner; readonly member: TestSigner; readonly chair: TestSigner }

/** RSA, RSA and EC: the mix that offices have. */
export async function threeSigners(pki: Pki): Promise<ThreeSigners> {
  return {
    head: await pki.signer(signers.head),
    member: await pki.signer(signers.member),
    chair: await pki.signer(signers.chair, { algorithm: 'ecdsa-p256-sha256' }),
  }
}

/** The states of one paper: drawn, and after each signature. */
export async function signedSteps(
  by: ThreeSigners,
  start?: Uint8Array,
): Promise<readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array]> {
  const empty = start ?? (await drawn())
  const one = await sealed(empty, fields[0], by.head, signers.head.name, signingTimes[0])
  const two = await sealed(one, fields[1], by.member, signers.member.name, signingTimes[1])
  const three = await sealed(two, fields[2], by.chair, signers.chair.name, signingTimes[2])
  return [empty, one, two, three]
}

export const checkedAt = Date.parse('2026-02-10T00:00:00Z')

export const checkWith = (pdf: Uint8Array, pki: Pki, options: Partial<CheckOptions> = {}): Promise<Report> =>
  checkRecord(pdf, { roots: [pki.root], now: checkedAt, judge: () => judged.output, ...options })

export const codesOf = (report: Report, ...states: readonly string[]): readonly string[] =>
  report.lines.filter(({ state }) => states.length === 0 || states.includes(state)).map(({ code }) => code)
