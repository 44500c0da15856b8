// Whole cases from opening to archive on a real keyed file: every order by its own operator, every paper signed, everything replayed and checked.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../db/open.ts'
import { playCase } from '../../electron/cli/play-case.ts'
import { replayArchive } from '../../electron/cli/replay.ts'
import { sampleRoot } from '../../electron/keys/sample-authority.ts'
import { papersNamed } from '../../electron/services/papers-named.ts'
import type { CaseId } from '../../workflows/core/ids.ts'
import type { SampleCase } from '../../workflows/sample/sample-case.ts'
import { sampleReappointment } from '../support/sample-reappointment.ts'
import { freshFolder, passphrase, value } from './office.ts'
import { sampleOf, tableFor } from './play.ts'

async function playWhole(sample: SampleCase) {
  const { office, caseId } = await tableFor(sample)
  await playCase({ doorway: office.doorway, setClock: office.setClock, signs: true }, sample)
  const hr = sample.operators.find(({ roles }) => roles.includes('hrOfficer'))
  if (!hr) throw new Error('no HR officer')
  value(await office.act({ act: 'startWork', operatorId: hr.operatorId }))
  const view = value(await office.ask({ about: 'case', caseId }))
  return { office, view, caseId }
}

/** Reads the closed file again in a fresh archive: chain, machines, summaries, papers. */
function replayed(file: string) {
  const archive = openArchive({ file, passphrase, readOnly: true })
  try {
    expect(archive.verify(papersNamed)).toMatchObject({ ok: true })
    return replayArchive(archive)
  } finally {
    archive.close()
  }
}

const cases: readonly (readonly [string, SampleCase, readonly string[]])[] = [
  ['appointment under RB2026 with action programs', sampleOf(), ['carried', 'selected', 'sealed', 'selected']],
  ['appointment under RB2017 with action programs', sampleOf({ rulebook: 'RB2017' }), ['-', 'sealed', 'selected', 'sealed', 'selected']],
  ['appointment under RB2022 without', sampleOf({ rulebook: 'RB2022', overlay: false }), ['-', 'sealed', 'selected', 'sealed', 'selected']],
  ['reappointment under RB2022', sampleReappointment({ rulebook: 'RB2022' }), ['sealed', 'passed']],
  ['reappointment under RB2026', sampleReappointment({ rulebook: 'RB2026' }), ['sealed', 'passed']],
]

describe.each(cases)('%s', (_title, sample, outcomes) => {
  test('runs to the archive, is signed whole, replays and exports', async () => {
    const { office, view, caseId } = await playWhole(sample)
    expect(view.status).toBe('archived')
    expect(view.pastConferences.map(({ result, isSealed }) => (isSealed ? 'sealed' : (result?.judgement.outcome ?? '-')))).toEqual(outcomes)
    expect(new Set(view.papers.map(({ status }) => status))).toEqual(new Set(['signed']))
    expect(office.faults).toEqual([])

    const folder = freshFolder()
    const { exported } = value(await office.act({ act: 'exportCase', caseId, folder: join(folder, 'ho-so') }))
    const pdfs = (exported?.files ?? []).filter((name) => name.endsWith('.pdf'))
    expect(pdfs).toHaveLength(view.papers.length)
    for (const name of pdfs) {
      const bytes = readFileSync(join(folder, 'ho-so', name)).toString('base64')
      const report = value(await office.ask({ about: 'file', name, bytes }))
      expect(report).toMatchObject({ overall: 'HOP_LE', isSample: true })
      expect(report.lines[0]?.code).toBe('SAMPLE')
    }
    expect(pdfsigSays(folder, pdfs)).toEqual(view.papers.map(({ signers }) => signers.length))

    const { ledger } = value(await office.ask({ about: 'session' }))
    await office.close()
    expect(replayed(office.file)).toMatchObject({ cases: 1, facts: ledger?.size, root: ledger?.root })
  })
})

/** Signatures that pdfsig calls valid and trusted in each file; the last of each must cover the whole file. Its exit code says nothing. */
function pdfsigSays(folder: string, names: readonly string[]): readonly number[] {
  const nss = join(folder, 'nss')
  mkdirSync(nss)
  const root = join(folder, 'root.pem')
  writeFileSync(root, `-----BEGIN CERTIFICATE-----\n${Buffer.from(sampleRoot).toString('base64')}\n-----END CERTIFICATE-----\n`)
  execFileSync('certutil', ['-N', '-d', `sql:${nss}`, '--empty-password'])
  execFileSync('certutil', ['-A', '-d', `sql:${nss}`, '-n', 'mau', '-t', ',C,', '-i', root])
  return names.map((name) => {
    const said = execFileSync('pdfsig', ['-nssdir', nss, join(folder, 'ho-so', name)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const blocks = said.split(/^Signature #/m).slice(1)
    expect(blocks.at(-1)).toMatch(/\bTotal document signed/)
    return blocks.filter((block) => block.includes('Signature is Valid.') && block.includes('Certificate is Trusted.')).length
  })
}

test('the list of cases is found by words without marks, and a stranger sees no result in it', async () => {
  const { office } = await playWhole(sampleOf({ upTo: 'leadershipOrientation' }))
  const found = value(await office.ask({ about: 'cases', search: 'pho giam doc' }))
  expect(found).toMatchObject({ total: 1, found: 1, from: 0 })
  expect(found.rows).toMatchObject([{ title: 'Phó Giám đốc Sở', rulebook: 'RB2026', isSample: true, papersAwaiting: 0 }])
  expect(value(await office.ask({ about: 'cases', search: 'không có chữ này' }))).toEqual({ total: 1, found: 0, from: 0, rows: [] })
  await office.close()
})

test('the same case opened again after closing is the same view', async () => {
  const { office, caseId, view } = await playWhole(sampleOf({ upTo: 'expandedNomination' }))
  value(await office.act({ act: 'closeFile' }))
  value(await office.act({ act: 'openFile', file: office.file, passphrase }))
  value(await office.act({ act: 'startWork', operatorId: 'to-chuc' as never }))
  expect(value(await office.ask({ about: 'case', caseId: caseId satisfies CaseId }))).toEqual(view)
})
