// The good records every forgery of the corpus starts from, and the forger's keys. Made once by the real typesetter and the real seal;
// data only, so that it can be handed to other processes.
import { createHash, createPrivateKey, sign } from 'node:crypto'
import { signerOf } from '../../../electron/keys/key-bundle.ts'
import { judgeRecord, ruleOfRecord } from '../../../records/law.ts'
import { fieldsOf } from '../../../records/pdf/document.ts'
import { openPdf } from '../../../records/pdf/file.ts'
import type { Signer, SignerAlgorithm } from '../../../records/signer.ts'
import { canonical } from '../../../workflows/core/canonical.ts'
import { checkpointBody, keyId, noteBytes, signedNote } from '../../../workflows/core/checkpoint.ts'
import { consistencyProof, type Hash, inclusionProof, leafHash, rootOf, subtreesOf, treeOf } from '../../../workflows/core/merkle.ts'
import type { Paper } from '../../../workflows/papers/paper.ts'
import {
  bytesOfRecord,
  drawn,
  fields,
  paperFor,
  sampleRecord,
  sealed,
  sha256,
  sharedTypesetter,
  signingTimes,
} from '../../records/making.ts'
import { sampleMinutes, signBlocks, signers } from '../../records/sample-papers.ts'
import { makePki, type Person, type Pki } from '../pki.ts'
import { withRecord } from './forge.ts'

/** A signer as data: its private key as PKCS#8. */
export type Hand = {
  readonly name: string
  readonly algorithm: SignerAlgorithm
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
  readonly key: Uint8Array
}

/** Drawn and completed; a signed one has its states after each signature too. */
export type Good = { readonly drawn: Uint8Array; readonly recordJson: Uint8Array; readonly steps: readonly Uint8Array[] }

export const handNames = [
  'head',
  'member',
  'chair',
  /** In the place of the chair: another person, his namesake, himself with another key, with certificates of other times, of another authority. */
  'stranger',
  'namesake',
  'otherKey',
  'notYet',
  'ended',
  'short',
  'foreignChair',
  'foreignMember',
  'foreignHead',
] as const
export type HandName = (typeof handNames)[number]

export const goodNames = ['first', 'second', 'oldVersion', 'otherCase'] as const
/** Drawn only: the forger, or the true signers who did not look, sign them. */
export const badNames = [
  'otherUnderPrint',
  'spacedJson',
  'countsAltered',
  'countsExchanged',
  'outcomeAltered',
  'versionAltered',
  'entryRemoved',
  'entryAltered',
  'logShorter',
  'proofOfOtherCase',
  'headAltered',
  'headByOtherKey',
  'placeAltered',
  'otherPrevious',
  'chairAlone',
  'headAlone',
  'kindUnknown',
  'kindOfOthers',
  'otherNameUnder',
] as const
export type GoodName = (typeof goodNames)[number]
export type BadName = (typeof badNames)[number]

export type Stock = {
  readonly root: Uint8Array
  /** Of the foreign authority that bears the same names. */
  readonly foreignRoot: Uint8Array
  readonly hands: Readonly<Record<HandName, Hand>>
  readonly good: Readonly<Record<GoodName, Good>>
  readonly bad: Readonly<Record<BadName, Good>>
  /** One page each, of the size of the place to sign and with the name of who is to sign there. */
  readonly stamps: readonly Uint8Array[]
  /** Lists that revoke the chair before he signed, after he signed, and nobody. */
  readonly lists: { readonly early: readonly Uint8Array[]; readonly late: readonly Uint8Array[]; readonly none: readonly Uint8Array[] }
}

const hash: Hash = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** A fixed Ed25519 key: the head of the log is the same text for the same tree, so that files have the same length in every run. */
function logKey(byte: number) {
  const head = Buffer.from('302e020100300506032b657004220420', 'hex')
  const privateKey = createPrivateKey({ key: Buffer.concat([head, Buffer.alloc(32, byte)]), format: 'der', type: 'pkcs8' })
  return privateKey
}

const mine = 'ho-so-1'
const others = 'ho-so-2'

/** One log of the office: facts of two cases in turn. `name` stands for what its entries say. */
function logOf(name: string, count = 20, key = 7) {
  const envelopes = Array.from({ length: count }, (_, i) =>
    canonical({ seq: i + 1, stream: `case/${i % 4 === 3 ? others : mine}`, type: `${name}-${i}` }),
  )
  const leaves = envelopes.map((text) => leafHash(hash, new TextEncoder().encode(text)))
  const subtree = subtreesOf(hash, leaves)
  const privateKey = logKey(key)
  const jwk = privateKey.export({ format: 'jwk' })
  const publicKey = new Uint8Array(Buffer.from(jwk.x ?? '', 'base64url'))
  const origin = 'tien-cu.mau/gia-mao'
  const headOf = (size: number, root: Uint8Array) => {
    const body = checkpointBody({ origin, size, root })
    const signature = new Uint8Array(sign(null, noteBytes(body), privateKey))
    return signedNote(body, [{ name: origin, keyId: keyId(hash, origin, publicKey), signature }])
  }
  return (size: number, { from, place = size - 1 }: { from?: number; place?: number } = {}) => {
    const root = rootOf(hash, treeOf(subtree, size))
    return {
      origin,
      treeSize: size,
      rootHash: base64(root),
      checkpoint: headOf(size, root),
      publicKey: base64(publicKey),
      inclusion: { envelope: envelopes[place] ?? '', index: place, path: inclusionProof(hash, subtree, place, size).map(base64) },
      ...(from !== undefined && { consistency: { size: from, path: consistencyProof(hash, subtree, from, size).map(base64) } }),
    }
  }
}

const who = signers.head.name
const input = (votes: number) => ({
  rulebook: 'RB2026',
  procedure: 'appointmentOnSite',
  stage: 'expandedNomination',
  count: {
    membersTotal: 24,
    convenedRaw: 24,
    excusedForceMajeure: 0,
    present: 24,
    ballotsPrepared: 24,
    ballotsIssued: 24,
    ballotsCollected: 24,
    ballotsValid: 24,
    ballotsInvalid: 0,
    seats: 1,
    votes: { [who]: votes, [signers.member.name]: 24 - votes },
  },
})

/** As the law judges it: `judged.output` is what check 6 must find again. */
function judgedOf(votes: number, printed = votes) {
  const rule = ruleOfRecord(input(votes))
  const output = judgeRecord(input(printed), rule) as { readonly percent: Readonly<Record<string, string>> }
  return { input: input(votes), rule, output }
}

type Change = Record<string, unknown>

function recordOf(change: Change): Uint8Array {
  return bytesOfRecord(sampleRecord({ recordId: 'buoc-2', case: { caseId: mine }, judged: judgedOf(18), ...change }))
}

/** @param votes what the page says the first name got. */
function paperOf(recordJson: Uint8Array, votes: number, change: Partial<Paper> = {}) {
  const given: Readonly<Record<string, number>> = input(votes).count.votes
  const line = Object.entries(judgedOf(votes).output.percent).map(([name, share]) => `${name}: ${given[name]}/24 = ${share}%`)
  const { blocks } = sampleMinutes('STATE_ND30_2020')
  const paper = paperFor(recordJson, 'STATE_ND30_2020', {
    // Both shares in one line: a class of forgeries exchanges them there.
    blocks: [...blocks, { type: 'paragraph', text: `${line.join('; ')}.` }, { type: 'paragraph', text: 'Phiếu không hợp lệ: 00 phiếu.' }],
    ...change,
  })
  const { version, stage } = JSON.parse(new TextDecoder().decode(recordJson)) as { version: number; stage: { stageId: string } }
  return { ...paper, proof: { ...paper.proof, version, stageId: stage.stageId } }
}

async function drawnOf(change: Change, votes = 18, paper: Partial<Paper> = {}): Promise<Good> {
  const recordJson = recordOf(change)
  return { drawn: await drawn(recordJson, paperOf(recordJson, votes, paper)), recordJson, steps: [] }
}

/** Perfect but for the places to sign: drawn and recorded without those of the others. */
function drawnFor(names: readonly string[], change: Change): Promise<Good> {
  const { signers: all } = sampleRecord() as { readonly signers: readonly { readonly field: string }[] }
  const left = all.filter(({ field }) => names.includes(field)).map((one, index) => ({ ...one, order: index + 1 }))
  const blocks = signBlocks.filter(({ field }) => names.includes(field)).map((one, index) => ({ ...one, order: index + 1 }))
  return drawnOf({ ...change, signers: left }, 18, { signBlocks: blocks })
}

/** The paper of one record with the data of another: the typesetter refuses to make it, so it is completed by hand. */
const under = ({ drawn }: Good, recordJson: Uint8Array): Good => ({ drawn: withRecord(drawn, recordJson), recordJson, steps: [] })

export async function makeStock(): Promise<Stock> {
  const pki = await makePki('giả mạo')
  const foreign = await makePki('giả mạo')
  const hands = await makeHands(pki, foreign)
  const log = logOf('viec')
  const first = { recordId: 'buoc-1', auditLog: log(5, { place: 4 }), stage: { stageId: firstStage, key: 'expandedNomination' } }
  const goodFirst = await signed(await drawnOf(first), hands)
  const previousRecord = { recordId: 'buoc-1', recordSha256: sha256(goodFirst.recordJson) }
  const second = { version: 2, auditLog: log(17, { from: 5, place: 16 }), previousRecord }
  const good = {
    first: goodFirst,
    second: await signed(await drawnOf(second), hands),
    oldVersion: await signed(await drawnOf({ ...second, version: 1, judged: judgedOf(20) }, 20), hands),
    otherCase: await signed(await drawnOf({ recordId: 'buoc-9', case: { caseId: others }, auditLog: log(12, { place: 11 }) }), hands),
  }
  const removed = logOf('bo-bot')
  const bad: Record<BadName, Good> = {
    otherUnderPrint: under(good.second, recordOf({ ...second, judged: judgedOf(6) })),
    spacedJson: await spaced(second),
    countsAltered: await drawnOf({ ...second, judged: judgedOf(7) }),
    // 18 of 24 and 6 of 24 stand on the page, each beside the other name.
    countsExchanged: await drawnOf({ ...second, judged: judgedOf(6) }),
    outcomeAltered: await drawnOf({ ...second, judged: judgedOf(6, 18) }),
    versionAltered: under(good.second, recordOf({ ...second, version: 3 })),
    entryRemoved: await drawnOf({ ...second, auditLog: removed(17, { from: 5, place: 16 }) }),
    entryAltered: await drawnOf({ ...second, auditLog: { ...log(17, { from: 5 }), inclusion: removed(17, { place: 16 }).inclusion } }),
    logShorter: await drawnOf({ ...second, auditLog: log(3, { place: 2 }) }),
    proofOfOtherCase: await drawnOf({ ...second, auditLog: log(17, { from: 5, place: 15 }) }),
    headAltered: await drawnOf({ ...second, auditLog: { ...log(17, { from: 5, place: 16 }), treeSize: 16 } }),
    headByOtherKey: await drawnOf({
      ...second,
      auditLog: { ...log(17, { from: 5, place: 16 }), checkpoint: logOf('viec', 20, 9)(17).checkpoint },
    }),
    placeAltered: await drawnOf({
      ...second,
      auditLog: { ...log(17, { from: 5 }), inclusion: { ...log(17, { place: 16 }).inclusion, index: 14 } },
    }),
    otherPrevious: await drawnOf({ ...second, previousRecord: { recordId: 'buoc-1', recordSha256: sha256(good.otherCase.recordJson) } }),
    chairAlone: await drawnFor(['ky.chu_tri'], second),
    headAlone: await drawnFor(['ky.to_truong_kiem_phieu', 'ky.thanh_vien_1'], second),
    kindUnknown: await drawnFor(['ky.chu_tri'], { ...second, paper: 'bao-cao-kiem-phieu' }),
    otherNameUnder: await drawnOf(second, 18, {
      signBlocks: signBlocks.map((one) => (one.field === 'ky.chu_tri' ? { ...one, personName: 'Vũ Thị Khác' } : one)),
    }),
    kindOfOthers: await drawnFor(['ky.chu_tri'], { ...second, paper: 'thong-bao' }),
  }
  return {
    root: pki.root,
    foreignRoot: foreign.root,
    hands: hands.data,
    good,
    bad,
    stamps: await makeStamps(good.second.drawn),
    lists: await makeLists(pki, hands.serial),
  }
}

const firstStage = '5f0c2a1e-8d3b-4f57-9a64-2b7f3c1d0e10'

/** Blanks between the words of the data, with the hash of that printed: the same to a reader of JSON, not canonical. */
async function spaced(change: Change): Promise<Good> {
  const text = new TextDecoder().decode(recordOf(change))
  const attached = new TextEncoder().encode(text.replaceAll('","', '", "'))
  const paper = paperOf(recordOf(change), 18)
  const pdf = await drawn(attached, { ...paper, proof: { ...paper.proof, recordSha256: sha256(attached) } })
  return { drawn: pdf, recordJson: attached, steps: [] }
}

type Hands = { readonly data: Readonly<Record<HandName, Hand>>; readonly serial: string }

async function makeHands(pki: Pki, foreign: Pki): Promise<Hands> {
  const until = new Date('2046-01-01T00:00:00Z')
  const made = async (by: Pki, person: Person, options: Parameters<Pki['signer']>[1] = {}) => {
    const signer = await by.signer(person, options)
    const { algorithm, certificate, chain, privateKey, serial } = signer
    const key = new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }))
    return { name: person.name, algorithm, certificate, chain, key, serial }
  }
  const { head, member, chair } = signers
  const found = {
    head: await made(pki, head),
    member: await made(pki, member),
    chair: await made(pki, chair, { algorithm: 'ecdsa-p256-sha256' }),
    stranger: await made(pki, { name: 'Người Khác', citizenId: '001180000099' }),
    namesake: await made(pki, { ...chair, citizenId: '001180000044' }),
    otherKey: await made(pki, chair),
    notYet: await made(pki, chair, { validity: { from: new Date('2026-03-01T00:00:00Z'), until } }),
    ended: await made(pki, chair, { validity: { from: new Date('2020-01-01T00:00:00Z'), until: new Date('2026-01-01T00:00:00Z') } }),
    short: await made(pki, chair, { validity: { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2026-03-01T00:00:00Z') } }),
    foreignChair: await made(foreign, chair),
    foreignMember: await made(foreign, member),
    foreignHead: await made(foreign, head),
  }
  return { data: found, serial: found.chair.serial }
}

export const handSigner = ({ key, algorithm, certificate, chain }: Hand): Signer =>
  signerOf('test', createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8' }), algorithm, certificate, chain)

async function signed(good: Good, { data }: Hands): Promise<Good> {
  const by = [data.head, data.member, data.chair]
  const steps = [good.drawn]
  for (const [i, field] of fields.entries()) {
    const hand = by[i]
    const before = steps.at(-1)
    const at = signingTimes[i]
    if (!hand || !before || !at) throw new Error('no hand')
    steps.push(await sealed(before, field, handSigner(hand), hand.name, at))
  }
  return { ...good, steps }
}

async function makeStamps(pdf: Uint8Array): Promise<readonly Uint8Array[]> {
  const typesetter = await sharedTypesetter()
  const stamps: Uint8Array[] = []
  const names = [signers.head.name, signers.member.name, signers.chair.name]
  for (const [place, { dict }] of fieldsOf(openPdf(pdf)).entries()) {
    const [left = 0, bottom = 0, right = 0, top = 0] = (dict.get('Rect') as readonly number[]) ?? []
    const size = { width: Math.round((right - left) * 1000) / 1000, height: Math.round((top - bottom) * 1000) / 1000 }
    const stamp = await typesetter.stamp(['Đã ký số', names[place] ?? ''], size, '2026-02-06')
    if (!stamp.ok) throw new Error(JSON.stringify(stamp.refusal))
    stamps.push(stamp.value)
  }
  return stamps
}

async function makeLists(pki: Pki, serial: string): Promise<Stock['lists']> {
  const issued = new Date('2026-02-09T00:00:00Z')
  const next = new Date('2026-03-09T00:00:00Z')
  return {
    early: await pki.crls([{ serial, at: new Date('2026-02-01T00:00:00Z') }], issued, next),
    late: await pki.crls([{ serial, at: new Date('2026-02-08T00:00:00Z') }], issued, next),
    none: await pki.crls([], issued, next),
  }
}
