// The case handed over: one package that tools of other makers unpack, count and check, and that our own check takes whole.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { playCase } from '../../electron/cli/play-case.ts'
import { sampleRoot } from '../../electron/keys/sample-authority.ts'
import { dossierIn } from '../../electron/services/bag-dossier.ts'
import { unwatched } from '../../electron/services/long-work.ts'
import { desks } from '../../workflows/sample/department.ts'
import { SamplePlay } from '../support/sample-play.ts'
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

test('it carries what was replaced, and the files of the dossiers, which are no records', async () => {
  const { office, act } = await signedMeeting()
  const { caseId } = act
  const view = async () => value(await office.ask({ about: 'case', caseId }))
  const [nominee] = (await view()).nominees
  if (!nominee) throw new Error('a nominee')
  const scan = Buffer.from('%PDF-1.4 bản quét từ máy khác')
  const filed = { act: 'fileDossier', caseId, personId: nominee.personId, issuedOn: '2026-08-01' } as const
  const files = [{ name: 'Sơ yếu lý lịch (ký).PDF', bytes: scan.toString('base64') }]
  value(await office.act({ ...filed, seen: (await view()).version, item: 'curriculumVitae', files }))
  const two = ['trước.jpg', 'sau.jpg'].map((name) => ({ name, bytes: Buffer.from(name).toString('base64') }))
  value(await office.act({ ...filed, seen: (await view()).version, item: 'diplomaCopies', files: two }))
  const minutes = (await view()).papers.find(({ kind }) => kind === 'voteCountMinutes')
  if (!minutes?.conferenceId) throw new Error('minutes')
  const command = {
    type: 'requestPaper',
    kind: 'voteCountMinutes',
    conferenceId: minutes.conferenceId as never,
    day: (short.acts.at(-1)?.at ?? '').slice(0, 10),
    details: {},
    reason: 'Sai họ tên một thành viên',
  } as const
  value(await office.dispatch({ to: 'case', caseId, seen: (await view()).version, command }))

  value(await office.act(act))
  const folder = freshFolder()
  execFileSync('unzip', ['-q', act.file, '-d', folder])
  expect(readdirSync(join(folder, 'data', 'van-ban-da-thay-the'))).toEqual(['01-buoc-1-bien-ban-kiem-phieu.pdf'])
  const [person = ''] = readdirSync(join(folder, 'data', 'thanh-phan-ho-so'))
  expect(person).toMatch(/^\d\d(?:-[a-z]+)+$/)
  const kept = join(folder, 'data', 'thanh-phan-ho-so', person)
  expect(readdirSync(kept)).toEqual(['HS03-01-so-yeu-ly-lich-ky.pdf', 'HS09-02-01-truoc.jpg', 'HS09-02-02-sau.jpg'])
  expect(readFileSync(join(kept, 'HS03-01-so-yeu-ly-lich-ky.pdf'))).toEqual(scan)
  const report = value(await office.ask({ about: 'file', name: 'ho-so.zip', bytes: readFileSync(act.file).toString('base64') }))
  expect(report).toMatchObject({ overall: 'HOP_LE' })
  expect(report.lines).toContainEqual(expect.objectContaining({ code: 'BAG_ATTACHED', state: 'ok', numbers: { files: 3 } }))

  const bare = { ...act, file: join(freshFolder(), 'khong-kem.zip'), withoutDossier: true }
  value(await office.act(bare))
  expect(execFileSync('unzip', ['-l', bare.file], { encoding: 'utf8' })).not.toContain('thanh-phan-ho-so')
}, 120_000)

test('dossier files beyond what the check of a package reads are refused by name and size, before any is read', async () => {
  const { state } = new SamplePlay(short.acts, short.caseId)
  const [nominee] = state.nominees
  if (!nominee) throw new Error('a nominee')
  const dossierOf = (...megabytes: readonly number[]) => {
    const files = megabytes.map((size, no) => ({
      name: `quet-${no}.pdf`,
      mime: 'application/pdf',
      bytes: size * 1_048_576,
      sha256: 'a'.repeat(64),
    }))
    const paper = { type: 'dossierPaperFiled', personId: nominee.personId, no: 1, item: 'ratings3y', issuedOn: '2026-08-01', files }
    const eligibility = { ...state.eligibility, [nominee.personId]: { decisions: [], judgements: [], dossier: [paper] } }
    const open = { operator: () => ({ roles: ['hrOfficer'] }) }
    return dossierIn(open as never, { ...state, eligibility } as never, 0, unwatched)
  }
  expect(await dossierOf(65)).toEqual({ ok: false, refusal: { code: 'bag-file-too-big', file: 'quet-0.pdf', megabytes: 65, most: 64 } })
  expect(await dossierOf(...Array.from({ length: 9 }, () => 60))).toEqual({
    ok: false,
    refusal: { code: 'bag-too-big', megabytes: 540, most: 512 },
  })
})
