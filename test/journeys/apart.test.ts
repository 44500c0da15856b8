// A file in which records and rehearsals lie together was put together by another hand: it is not opened, and replay and verify say where.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type Driver from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openArchive } from '../../db/open.ts'
import { replayArchive } from '../../electron/cli/replay.ts'
import { tell } from '../../electron/cli/say.ts'
import { papersNamed } from '../../electron/services/papers-named.ts'
import { rehearsalFileOf } from '../../electron/services/rehearsal.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { CaseId } from '../../workflows/core/ids.ts'
import { desks } from '../../workflows/sample/department.ts'
import { behindItsBack, rehash } from '../db/archive-fixture.ts'
import { passphrase, type TestOffice, value } from './office.ts'
import { before, sampleOf, tableFor } from './play.ts'

const short = sampleOf({ upTo: 'leadershipOrientation' })
type Opened = { readonly file: string; readonly passphrase: string }
const who = { at: '2030-01-02T08:00:00+07:00', by: desks.hr }

/** A file of records with one case, its rehearsals with one, and the passphrase of each. Both are closed. */
async function bothFiles() {
  const { office, caseId, play } = await tableFor(short)
  await play(before(short, 'conveneConference', 1).slice(0, 2))
  value(await office.act({ act: 'startWork', operatorId: desks.hr }))
  const went = value(await office.act({ act: 'rehearseCase', caseId }))
  value(await office.act({ act: 'closeFile' }))
  const records = openArchive({ file: office.file, passphrase })
  const secret = records.drafts.get('rehearsal-passphrase')?.value ?? ''
  records.close()
  return {
    office,
    caseId,
    rehearsal: CaseId.parse(went.case?.caseId),
    rehearsals: { file: rehearsalFileOf(office.file), passphrase: secret },
  }
}

/** The first fact of a case as another file has it. */
function beginningOf(opened: Opened, caseId: string) {
  const archive = openArchive({ ...opened, readOnly: true })
  const [first] = archive.load(`case/${caseId}`)
  archive.close()
  if (!first) throw new Error('no case')
  return { type: first.type, payload: first.payload }
}

/** As whoever has the passphrase could: hashes, chain and tree are right, only the law was not asked. */
function slippedIn(opened: Opened, stream: string, fact: { type: string; payload: unknown }) {
  const archive = openArchive(opened)
  expect(archive.append(stream, 0, [fact], who)).toMatchObject({ ok: true })
  archive.close()
}

/** The first fact of a stream in other words, and every hash made anew from there on; no signed head stands in the way. */
function altered(opened: Opened, stream: string, change: (payload: object) => object) {
  const archive = openArchive(opened)
  const key = archive.unwrappedKey()
  const payload = archive.load(stream)[0]?.payload
  archive.close()
  if (typeof payload !== 'object' || payload === null) throw new Error('no fact')
  behindItsBack(opened.file, key, (driver: Driver.Database) => {
    driver.prepare('UPDATE facts SET payload = ? WHERE stream = ? AND version = 1').run(canonical(change(payload)), stream)
    driver.exec('DELETE FROM checkpoints; UPDATE facts SET node_hash = NULL')
    rehash(driver)
  })
}

function brokenIn(opened: Opened) {
  const archive = openArchive({ ...opened, readOnly: true })
  try {
    return { replayed: replayArchive(archive).broken, verified: archive.verify(papersNamed) }
  } finally {
    archive.close()
  }
}

function headOf(opened: Opened) {
  const archive = openArchive({ ...opened, readOnly: true })
  const head = archive.head()
  archive.close()
  return head
}

const cli = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url))

function replaySaid(opened: Opened, lang: 'vi' | 'en') {
  const env = { ...process.env, TIENCU_PASSPHRASE: opened.passphrase, NODE_NO_WARNINGS: '1' }
  const done = spawnSync(process.execPath, [cli, 'replay', '--data', opened.file, '--lang', lang], { encoding: 'utf8', env })
  return { exit: done.status, out: done.stdout }
}

const reopen = (office: TestOffice) => office.act({ act: 'openFile', file: office.file, passphrase })

test('both files are whole as the app left them', async () => {
  const { office, rehearsals } = await bothFiles()
  for (const one of [{ file: office.file, passphrase }, rehearsals])
    expect(brokenIn(one)).toMatchObject({ replayed: undefined, verified: { ok: true } })
  value(await reopen(office))
})

test('a rehearsal slipped in among the records: the file stays shut and unchanged, and replay says where and what to do', async () => {
  const { office, rehearsal, rehearsals } = await bothFiles()
  const records = { file: office.file, passphrase }
  slippedIn(records, `case/${rehearsal}`, beginningOf(rehearsals, rehearsal))
  const whole = headOf(records)
  expect(await reopen(office)).toEqual({ ok: false, fault: { code: 'rehearsal-among-records', at: rehearsal } })
  expect(await office.ask({ about: 'cases' })).toEqual({ ok: false, refusal: { code: 'no-file-open' } })
  const stream = `case/${rehearsal}`
  expect(brokenIn(records)).toMatchObject({
    replayed: { what: 'rehearsal-among-records', stream, version: 1 },
    verified: { ok: false, what: 'rehearsal-among-records', stream },
  })
  expect(headOf(records)).toEqual(whole)
  const vi = replaySaid(records, 'vi')
  expect(vi.exit).toBe(1)
  expect(vi.out).toMatch(
    new RegExp(`^HỎNG: rehearsal-among-records ${stream}:1 .*\\n.*lẫn vào \\(${stream}\\).*bản sao lưu gần nhất\\.\\n$`, 'u'),
  )
  expect(tell({ code: 'rehearsal-among-records', at: stream }, 'en')).toMatch(/another hand .* latest backup\.$/u)
}, 20_000)

test('a real case slipped in among the rehearsals: they stay shut, and the records go on', async () => {
  const { office, caseId, rehearsals } = await bothFiles()
  slippedIn(rehearsals, `case/${caseId}`, beginningOf({ file: office.file, passphrase }, caseId))
  value(await reopen(office))
  value(await office.act({ act: 'startWork', operatorId: desks.hr }))
  const refused = { ok: false, fault: { code: 'record-among-rehearsals', at: caseId } }
  expect(await office.act({ act: 'enterRehearsal' })).toEqual(refused)
  expect(await office.act({ act: 'rehearseCase', caseId })).toEqual(refused)
  expect(value(await office.ask({ about: 'session' }))).toMatchObject({ file: office.file })
  expect(value(await office.ask({ about: 'cases' })).rows.map((row) => row.caseId)).toEqual([caseId])
  const stream = `case/${caseId}`
  expect(brokenIn(rehearsals)).toMatchObject({
    replayed: { what: 'record-among-rehearsals', stream, version: 1 },
    verified: { ok: false, what: 'record-among-rehearsals', stream },
  })
  const done = replaySaid(rehearsals, 'en')
  expect([done.exit, done.out]).toEqual([1, expect.stringMatching(/^BROKEN: .*\n.*the next rehearsal begins a new file\.\n$/u)])
  expect(tell({ code: 'record-among-rehearsals', at: stream }, 'vi')).toContain('lần sau vào diễn tập sẽ có tệp mới')
}, 20_000)

test('real people in the file of rehearsals keep it shut too', async () => {
  const { office, rehearsals } = await bothFiles()
  slippedIn(rehearsals, 'registry', {
    type: 'registryEdited',
    payload: {
      entries: [
        {
          type: 'unitAdded',
          unitId: 'u1-0',
          from: '2020-01-01',
          data: { name: 'Sở Nội vụ', level: 'department', kind: 'government' },
        },
      ],
    },
  })
  value(await reopen(office))
  value(await office.act({ act: 'startWork', operatorId: desks.hr }))
  expect(await office.act({ act: 'enterRehearsal' })).toEqual({
    ok: false,
    fault: { code: 'record-among-rehearsals', at: 'registry' },
  })
})

test('the mark taken off the file of rehearsals, or put on a case of the records, is found though every hash agrees', async () => {
  const { office, caseId, rehearsal, rehearsals } = await bothFiles()
  altered(rehearsals, 'office', ({ ...payload }) => {
    Reflect.deleteProperty(payload, 'rehearsal')
    return payload
  })
  expect(await office.act({ act: 'openFile', ...rehearsals })).toEqual({
    ok: false,
    fault: { code: 'rehearsal-among-records', at: rehearsal },
  })
  expect(brokenIn(rehearsals)).toMatchObject({ replayed: { what: 'rehearsal-among-records', stream: `case/${rehearsal}` } })
  altered({ file: office.file, passphrase }, `case/${caseId}`, (payload) => ({ ...payload, rehearsal: true }))
  expect(await reopen(office)).toEqual({ ok: false, fault: { code: 'rehearsal-among-records', at: caseId } })
  expect(brokenIn({ file: office.file, passphrase })).toMatchObject({
    replayed: { what: 'rehearsal-among-records', stream: `case/${caseId}` },
  })
})
