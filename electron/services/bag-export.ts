// The whole case handed over: its signed papers, its lines of the log and the signed heads, in one package whose list is signed (documents.md B6.5).

import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { sha256Hex } from '../../db/hashing.ts'
import { pageCount } from '../../records/join.ts'
import { type Payload, packBag } from '../../records/pack-bag.ts'
import type { Signer } from '../../records/signer.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { envelopeText } from '../../workflows/core/envelope.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import { findKey } from '../../workflows/desk/state.ts'
import type { ArchiveData, Refusal, ShellAct } from '../../workflows/office.ts'
import type { CaseState } from '../../workflows/procedure/state.ts'
import { KeyRefused } from '../keys/token/token-key.ts'
import { dossierIn } from './bag-dossier.ts'
import { inBulk } from './bulk.ts'
import { caseStream } from './case-memory.ts'
import { caseToExport } from './case-to-export.ts'
import { type Exported, handOver, paperFileName, signedPapers } from './export.ts'
import { checkTargetFolder } from './folders.ts'
import { openKey } from './key-acts.ts'
import type { Work } from './long-work.ts'
import type { OpenFile } from './open-file.ts'
import { bytesOf } from './print.ts'
import { isSampleKey, openSampleKey, sampleKeyId } from './sample-keys.ts'
import type { Services } from './services.ts'
import { mayStand } from './sign.ts'

type ExportBag = Extract<ShellAct, { act: 'exportBag' }>

/** Refused as `exportCase` is; `file-exists`, `key-unknown`, `certificate-revoked`, `sample-key-in-real-case`, `wrong-password` and what a token refuses. */
export async function exportBag(services: Services, open: OpenFile, act: ExportBag, work: Work): Promise<Result<Exported, Refusal>> {
  const exported = caseToExport(open, act.caseId)
  if (!exported.ok) return exported
  const { live, stamp } = exported.value
  const { state } = live
  if (signedPapers(state).length === 0) return refuse({ code: 'no-signed-papers', drawn: state.papers.length })
  const path = resolve(act.file)
  if (existsSync(path)) return refuse({ code: 'file-exists', name: act.file })
  checkTargetFolder(dirname(path))
  const signer = await signerOf(services, open, state, act, stamp.at)
  if (!signer.ok) return signer
  const head = open.archive.head()
  const papers = await papersIn(open, state, work)
  const log = logOf(open, state, head.size)
  const beside = [...papers, ...log].reduce((sum, { bytes }) => sum + bytes.length, 0)
  const dossier = act.withoutDossier === true ? ok([]) : await dossierIn(open, state, beside, work)
  if (!dossier.ok) return dossier
  const payload = [...papers, ...dossier.value, ...log]
  const pages = papers.reduce((sum, one) => sum + one.pages, 0)
  const bag = await packed(
    payload,
    infoOf(open, state, act.archive, { count: papers.length + dossier.value.length, pages }, stamp.at),
    signer.value,
    stamp.at,
    work,
  )
  if (!bag.ok) return bag
  const noted = { name: path.slice(-260), sha256: sha256Hex(bag.value) }
  return handOver(open, act.caseId, dirname(path), [{ path, bytes: bag.value, noted }], work)
}

async function signerOf(
  services: Services,
  open: OpenFile,
  state: CaseState,
  act: ExportBag,
  at: string,
): Promise<Result<Signer, Refusal>> {
  if (isSampleKey(act.keyId)) {
    if (!state.opened.isSample) return refuse({ code: 'sample-key-in-real-case', keyId: act.keyId })
    const field = state.papers.flatMap(({ drawn }) => drawn.fields).find((one) => sampleKeyId(one) === act.keyId)
    return field ? ok(await openSampleKey(field)) : refuse({ code: 'key-unknown', keyId: act.keyId })
  }
  const key = findKey(open.desk().state, act.keyId)
  if (key === undefined) return refuse({ code: 'key-unknown', keyId: act.keyId })
  const standing = await mayStand(services, open, key, at)
  return standing.ok ? openKey(services, open, key, act.secret) : standing
}

/** Of bytes to pack. */
const isMuch = (files: ReadonlyMap<string, Uint8Array>): boolean =>
  [...files.values()].reduce((sum, { length }) => sum + length, 0) > 4_000_000

/** A token that says no in the middle is an answer; nothing was written. */
async function packed(
  payload: readonly Payload[],
  info: ReturnType<typeof infoOf>,
  signer: Signer,
  at: string,
  work: Work,
): Promise<Result<Uint8Array, Refusal>> {
  try {
    return ok(await packBag(payload, info, signer, at, (files) => inBulk({ job: 'zip', files }, isMuch(files), work)))
  } catch (error) {
    if (error instanceof KeyRefused) return refuse({ ...error.refusal } as Refusal)
    throw error
  }
}

type Counted = Payload & { readonly pages: number }

async function papersIn(open: OpenFile, state: CaseState, work: Work): Promise<readonly Counted[]> {
  // What was replaced stays with what replaced it, in a folder of its own: later records name its digest (documents.md A6.3, Corrections).
  const replaced = state.papers.filter(({ completed, supersededBy }) => completed !== undefined && supersededBy !== undefined)
  const signed = [
    ...signedPapers(state).map((paper, index) => ({ paper, name: `van-ban/${paperFileName(state, paper, index + 1)}` })),
    ...replaced.map((paper, index) => ({ paper, name: `van-ban-da-thay-the/${paperFileName(state, paper, index + 1)}` })),
  ]
  const papers: Counted[] = []
  for (const [index, { paper, name }] of signed.entries()) {
    await work.step(index, signed.length)
    const bytes = bytesOf(open, paper)
    papers.push({ name, bytes, pages: pageCount(bytes) })
  }
  await work.step(signed.length, signed.length)
  return papers
}

/** Every line of the case as the tree of the log holds it, with its audit path; what it said stays in the papers (RFC 6962, documents.md B6.3). */
function logOf({ archive }: OpenFile, { caseId }: CaseState, size: number): readonly Payload[] {
  const lines = archive.load(caseStream(caseId)).map(({ payload, ...rest }) => {
    const envelope = envelopeText({ ...rest, payloadSha256: sha256Hex(canonical(payload)) })
    const path = archive.inclusionProof(rest.seq, size).map((hash) => Buffer.from(hash).toString('base64'))
    return `${canonical({ envelope, index: rest.seq - 1, path })}\n`
  })
  const notes = archive.checkpoints().map((one) => ({ name: `nhat-ky/moc-${one.size}.txt`, bytes: Buffer.from(one.note) }))
  const now = { name: 'nhat-ky/moc-hien-tai.txt', bytes: Buffer.from(archive.signedCheckpoint()) }
  return [{ name: 'nhat-ky/su-kien.jsonl', bytes: Buffer.from(lines.join('')) }, ...notes, now]
}

/** Data of the archive file (Thông tư 05/2025/TT-BNV, documents.md B6.5) beside the labels that RFC 8493 reserves. */
function infoOf(
  open: OpenFile,
  state: CaseState,
  archive: ArchiveData,
  papers: { readonly count: number; readonly pages: number },
  at: string,
) {
  const { organisation, post, isSample } = state.opened
  const times = open.archive.load(caseStream(state.caseId)).map((fact) => fact.at)
  const info: (readonly [label: string, value: string | undefined])[] = [
    ['Source-Organization', organisation.name],
    ['External-Identifier', archive.fileCode],
    ['Bagging-Date', dayOf(at)],
    ['Ma-Ho-So', archive.fileCode],
    ['Tieu-De', `${isSample ? 'DỮ LIỆU MẪU. ' : ''}Hồ sơ nhân sự: ${post.title}, ${post.unit}`],
    ['Thoi-Han-Luu-Tru', archive.retention],
    ['Muc-Do-Tiep-Can', archive.access],
    ['Ngon-Ngu', 'Tiếng Việt'],
    ['Thoi-Gian-Bat-Dau', dayOf(times[0] ?? at)],
    ['Thoi-Gian-Ket-Thuc', dayOf(times.at(-1) ?? at)],
    ['Tu-Khoa', archive.keywords],
    ['Tong-So-Tai-Lieu', String(papers.count)],
    ['So-Trang', String(papers.pages)],
    ['Ky-Hieu-Thong-Tin', archive.symbol],
    ['Muc-Do-Tin-Cay', archive.reliability],
  ]
  return info.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]))
}
