// Bench of records of three signatures: drawing and signing one beside pdfmake and @signpdf, checking one and two hundred beside pdfsig.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256Hex } from '../../db/hashing.ts'
import { sampleRoot, sampleSigner } from '../../electron/keys/sample-authority.ts'
import { findAssets } from '../../electron/places.ts'
import type { checkFiles } from '../../electron/services/check-files.ts'
import { checkRecord } from '../../records/check.ts'
import { judgeRecord } from '../../records/law.ts'
import { seal } from '../../records/seal.ts'
import { makeTypesetter, type TemplateName, type Typesetter, templateNames } from '../../records/typeset.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { replayCase } from '../../workflows/core/replay.ts'
import { paperFor } from '../../workflows/papers/draw.ts'
import { papersOwed } from '../../workflows/papers/due.ts'
import type { Paper } from '../../workflows/papers/paper.ts'
import { proofFor } from '../../workflows/papers/record.ts'
import { recordJson } from '../../workflows/papers/requested-record.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import type { SampleCase } from '../../workflows/sample/sample-case.ts'
import { type BenchLine, median, millisecondsOf } from './line.ts'
import { manyRecordsLine } from './many-records.ts'
import { pdfmakeMaker } from './pdfmake.ts'
import { factsOf } from './sample-facts.ts'

const at = '2026-09-09T10:00:00+07:00'

/**
 * The vote-count minutes of the sample's first conference: two of the counting team and the chair sign.
 * @param turn each has other nominees, so that no two have the same letters, as papers of a case have not.
 */
function samplePaper(createdAt: string, turn = 0): { readonly paper: Paper; readonly record: Uint8Array } {
  const sample = withNominees(sampleAppointment({ rulebook: 'RB2026', overlay: true, upTo: 'leadershipOrientation' }), turn)
  const live = replayCase(sample.caseId, factsOf(sample))
  const due = live && papersOwed(live.state).find(({ kind }) => kind === 'voteCountMinutes')
  if (!live || !due) throw new Error('the sample owes no vote-count minutes')
  const citizenIds = Object.fromEntries(sample.signers.map(({ personId, citizenId }) => [personId, citizenId]))
  const env = {
    logHead: { origin: 'bench', size: 1, rootHash: Buffer.alloc(32, 7).toString('base64'), checkpoint: '' },
    people: { citizenIds },
    software: { name: 'Tiến Cử', version: 'bench' },
    createdAt,
    sha256Hex,
  }
  const record = new TextEncoder().encode(canonical(recordJson(live.state, due, env)))
  return { record, paper: paperFor(live.state, due, proofFor(live.state, due, env, sha256Hex(record)), env.people) }
}

function withNominees(sample: SampleCase, turn: number): SampleCase {
  if (turn === 0) return sample
  const names = namesOnBallots(sample)
  const others = namesOnBallots(sampleAppointment({ rulebook: 'RB2026', overlay: true, upTo: 'leadershipOrientation', seed: turn }))
  const text = JSON.stringify(sample.acts)
  return { ...sample, acts: JSON.parse(names.reduce((said, name, i) => said.replaceAll(`"${name}"`, `"${others[i]}"`), text)) }
}

const namesOnBallots = ({ acts }: SampleCase): readonly string[] => [
  ...new Set([...JSON.stringify(acts).matchAll(/"ballotName":"([^"]+)"/g)].map(([, name = '']) => name)),
]

function typesetter(): Promise<Typesetter> {
  const { typstWasm, fonts, templates } = findAssets()
  const bytes = (file: string) => new Uint8Array(readFileSync(file))
  const texts = Object.fromEntries(templateNames.map((name) => [name, readFileSync(join(templates, name), 'utf8')]))
  return makeTypesetter({ wasm: bytes(typstWasm), fonts: fonts.map(bytes), templates: texts as Record<TemplateName, string> })
}

export async function recordLines(times: number, many: number, check: typeof checkFiles): Promise<readonly BenchLine[]> {
  const maker = await typesetter()
  const { paper } = samplePaper(at)
  const draw = async (createdAt = at, turn = 0): Promise<Uint8Array> => {
    const { paper, record } = samplePaper(createdAt, turn)
    const drawn = await maker.typeset(paper, record)
    if (!drawn.ok) throw new Error(drawn.refusal.code)
    return drawn.value
  }
  const signers = await Promise.all(
    paper.signBlocks.map(async ({ field, personName, citizenId = '' }) => ({
      field,
      personName,
      signer: await sampleSigner({ name: personName, citizenId }),
    })),
  )
  const make = async (createdAt = at, turn = 0): Promise<Uint8Array> => {
    let pdf = await draw(createdAt, turn)
    for (const { field, personName: name, signer } of signers) {
      const sealed = await seal({ pdf, field, signer, name, reason: 'bench', location: 'Tỉnh Mẫu', at: createdAt, typesetter: maker })
      if (!sealed.ok) throw new Error(sealed.refusal.code)
      pdf = sealed.value
    }
    return pdf
  }
  const drawing = median(await millisecondsOf(times, () => draw()))
  const making = median(await millisecondsOf(times, () => make()))
  const folder = mkdtempSync(join(tmpdir(), 'bench-records-'))
  try {
    const byPdfmake = median(await millisecondsOf(times, pdfmakeMaker(paper, folder, findAssets().fonts)))
    const nss = nssTrusting(folder)
    const pdfs: Uint8Array[] = []
    for (let minute = 0; minute < many; minute++) pdfs.push(await make(minutesLater(minute), minute))
    return [
      {
        name: 'typeset and three signatures / typeset alone',
        ours: making,
        peer: drawing,
        unit: 'ms',
        ratio: making / drawing,
        better: 'lower',
      },
      {
        name: 'typeset and three signatures / pdfmake and one by @signpdf',
        ours: making,
        peer: byPdfmake,
        unit: 'ms',
        ratio: making / byPdfmake,
        better: 'lower',
      },
      await checkLine(await make(), folder, nss, times),
      await manyRecordsLine(pdfs, folder, nss, Date.parse(at) + 86_400_000, check),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const minutesLater = (minutes: number): string =>
  at.replace('10:00', `${String(10 + Math.trunc(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`)

/** Our check does more (revision diff, outcome, log); the goal is not to be slower than the process for all that. */
async function checkLine(pdf: Uint8Array, folder: string, nss: string, times: number): Promise<BenchLine> {
  const file = join(folder, 'record.pdf')
  writeFileSync(file, pdf)
  const pairs: { readonly ours: number; readonly peer: number }[] = []
  for (let round = 0; round < times; round++) {
    const [ours = Number.NaN] = await millisecondsOf(1, () =>
      checkRecord(pdf, { roots: [], sampleRoots: [sampleRoot], judge: judgeRecord, now: Date.parse(at) }),
    )
    const [peer = Number.NaN] = await millisecondsOf(1, () => {
      const { stdout } = spawnSync('pdfsig', ['-nssdir', nss, file], { encoding: 'utf8' })
      if (stdout.split('Signature is Valid.').length !== 4) throw new Error(`pdfsig does not see three signatures: ${stdout}`)
    })
    pairs.push({ ours, peer })
  }
  const [ours, peer] = [median(pairs.map((one) => one.ours)), median(pairs.map((one) => one.peer))]
  const ratio = median(pairs.map((one) => one.ours / one.peer))
  return { name: 'check of a three-signature record / pdfsig process', ours, peer, unit: 'ms', ratio, goal: 1, better: 'lower' }
}

function nssTrusting(folder: string): string {
  const root = join(folder, 'root.pem')
  writeFileSync(root, `-----BEGIN CERTIFICATE-----\n${Buffer.from(sampleRoot).toString('base64')}\n-----END CERTIFICATE-----\n`)
  const database = ['-d', `sql:${folder}`]
  for (const args of [
    ['-N', ...database, '--empty-password'],
    ['-A', ...database, '-n', 'root', '-t', ',C,', '-i', root],
  ]) {
    if (spawnSync('certutil', args).status !== 0) throw new Error(`certutil ${args[0]} failed`)
  }
  return folder
}
