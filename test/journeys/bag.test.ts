// The case handed over: one package that tools of other makers unpack, count and check, and that our own check takes whole.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { playCase } from '../../electron/cli/play-case.ts'
import { sampleRoot } from '../../electron/keys/sample-authority.ts'
import { desks } from '../../workflows/sample/department.ts'
import { freshFolder, value } from './office.ts'
import { sampleOf, tableFor } from './play.ts'

const short = sampleOf({ upTo: 'leadershipOrientation' })
const archive = { fileCode: '01.QTNS.2026', retention: '70 năm', access: 'Hạn chế', keywords: 'bổ nhiệm; phó giám đốc sở' }

async function signedMeeting() {
  const { office, caseId } = await tableFor(short)
  await playCase({ doorway: office.doorway, setClock: office.setClock, signs: true }, short)
  value(await office.act({ act: 'startWork', operatorId: desks.hr }))
  const keyId = value(await office.ask({ about: 'keys' }))[0]?.keyId ?? ''
  return { office, act: { act: 'exportBag', caseId, file: join(freshFolder(), 'ho-so.zip'), keyId, secret: 'x', archive } as const }
}

test('the package is sound to unzip, sha256sum and openssl, and to our own check', async () => {
  const { office, act } = await signedMeeting()
  value(await office.act(act))
  const folder = freshFolder()
  execFileSync('unzip', ['-q', act.file, '-d', folder])
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    expect(execFileSync('sha256sum', ['--check', '--strict', list], { cwd: folder, encoding: 'utf8' })).not.toMatch(/FAILED/)
  const root = join(freshFolder(), 'root.pem')
  writeFileSync(root, `-----BEGIN CERTIFICATE-----\n${Buffer.from(sampleRoot).toString('base64')}\n-----END CERTIFICATE-----\n`)
  const openssl = ['cms', '-verify', '-cades', '-inform', 'DER', '-in', 'tagmanifest-sha256.txt.p7s', '-content', 'tagmanifest-sha256.txt']
  const said = execFileSync('openssl', [...openssl, '-binary', '-purpose', 'any', '-CAfile', root, '-out', join(folder, 'said.txt')], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  expect(said).toBe('')
  expect(readFileSync(join(folder, 'said.txt'))).toEqual(readFileSync(join(folder, 'tagmanifest-sha256.txt')))

  const papers = readdirSync(join(folder, 'data', 'van-ban'))
  expect(papers.length).toBeGreaterThan(0)
  const info = readFileSync(join(folder, 'bag-info.txt'), 'utf8')
  for (const line of ['Ma-Ho-So: 01.QTNS.2026', 'Thoi-Han-Luu-Tru: 70 năm', `Tong-So-Tai-Lieu: ${papers.length}`])
    expect(info).toContain(line)
  expect(info).not.toContain('Ky-Hieu-Thong-Tin')
  const lines = readFileSync(join(folder, 'data', 'nhat-ky', 'su-kien.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
  expect(lines.length).toBeGreaterThan(short.acts.length)

  const bytes = readFileSync(act.file).toString('base64')
  const report = value(await office.ask({ about: 'file', name: 'ho-so.zip', bytes }))
  expect(report).toMatchObject({ overall: 'HOP_LE', isSample: true })
  expect(report.lines.filter(({ state }) => state === 'broken' || state === 'undecided')).toEqual([])
  expect(office.faults).toEqual([])
}, 120_000)

test('a file that is there, a key that is not, and a case without a signed paper are refused, and nothing is written', async () => {
  const { office, act } = await signedMeeting()
  writeFileSync(act.file, 'của người khác')
  expect(await office.act(act)).toMatchObject({ refusal: { code: 'file-exists' } })
  expect(readFileSync(act.file, 'utf8')).toBe('của người khác')
  const other = { ...act, file: join(freshFolder(), 'khac.zip') }
  expect(await office.act({ ...other, keyId: 'sample-000000000000' })).toMatchObject({ refusal: { code: 'key-unknown' } })
  expect(existsSync(other.file)).toBe(false)
  const unsigned = await tableFor(short)
  await unsigned.play(short.acts)
  await unsigned.sitDown(desks.hr)
  expect(await unsigned.office.act({ ...other, caseId: unsigned.caseId })).toMatchObject({ refusal: { code: 'no-signed-papers' } })
}, 120_000)
