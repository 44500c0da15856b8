// Rehearsals beside the records: another file, other numbers, other people; nothing of them leaves as a record.
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../db/open.ts'
import { rehearsalFileOf } from '../../electron/services/rehearsal.ts'
import { CaseId, PaperId, PersonId } from '../../workflows/core/ids.ts'
import { Order } from '../../workflows/office.ts'
import { desks } from '../../workflows/sample/department.ts'
import { checkSentence } from '../../workflows/wording/check-codes.ts'
import { refusalText } from '../../workflows/wording/refusals.ts'
import { freshFolder, passphrase, value } from './office.ts'
import { before, sampleOf, tableFor } from './play.ts'

const short = sampleOf({ upTo: 'leadershipOrientation' })

async function withRecords() {
  const { office, caseId, play } = await tableFor(short)
  await play(before(short, 'conveneConference'))
  value(await office.act({ act: 'startWork', operatorId: desks.hr }))
  return { office, caseId }
}

test('a case of the records is rehearsed in a file of its own, and the records stay as they were', async () => {
  const { office, caseId } = await withRecords()
  const before = value(await office.ask({ about: 'session' }))
  const went = value(await office.act({ act: 'rehearseCase', caseId }))
  expect(went.session).toMatchObject({ isRehearsal: true, file: rehearsalFileOf(office.file) })
  const rehearsal = CaseId.parse(went.case?.caseId)
  expect(rehearsal).not.toBe(caseId)
  expect(went.case?.nominees).toEqual([])
  const playTo = async (status: string) => {
    for (let steps = 0; steps < 8; steps += 1) {
      const done = value(await office.act({ act: 'practise', caseId: rehearsal, until: 'stage' }))
      if (done.case?.status === status) return done
    }
    throw new Error(`never came to ${status}`)
  }
  const stage = value(await office.act({ act: 'practise', caseId: rehearsal, until: 'act' }))
  expect(stage.case?.version).toBe(2)
  const played = await playTo('expandedNomination')
  expect(played.owed).toBe(0)
  expect(played.case?.papers.filter(({ kind }) => kind === 'voteCountMinutes')).toHaveLength(1)
  expect(value(await office.ask({ about: 'cases' })).rows.map((row) => row.caseId)).toEqual([rehearsal])

  const back = value(await office.act({ act: 'leaveRehearsal' }))
  expect(back.session).toEqual(before)
  expect(value(await office.ask({ about: 'cases' })).rows.map((row) => row.caseId)).toEqual([caseId])
  // Numbers of rehearsals are counted in their own file.
  expect(value(await office.ask({ about: 'registers' })).registers).toEqual([])

  const again = value(await office.act({ act: 'enterRehearsal' }))
  expect(again.session?.isRehearsal).toBe(true)
  expect(value(await office.ask({ about: 'cases' })).rows).toHaveLength(1)
  expect(office.faults).toEqual([])
}, 60_000)

test('nothing of a rehearsal is handed over, no real key comes in, and its papers are refused by the check', async () => {
  const { office, caseId } = await withRecords()
  const went = value(await office.act({ act: 'rehearseCase', caseId }))
  const rehearsal = CaseId.parse(went.case?.caseId)
  for (let steps = 0; steps < 4; steps += 1) value(await office.act({ act: 'practise', caseId: rehearsal, until: 'stage' }))
  const folder = freshFolder()
  const refused = { ok: false, refusal: { code: 'rehearsal-not-exported' } }
  expect(await office.act({ act: 'exportCase', caseId: rehearsal, folder: join(folder, 'ho-so') })).toEqual(refused)
  expect(await office.act({ act: 'exportOneFile', caseId: rehearsal, file: join(folder, 'ho-so.pdf') })).toEqual(refused)
  const archive = { fileCode: '01', retention: '70 năm', access: 'Hạn chế' }
  const bag = { act: 'exportBag', caseId: rehearsal, file: join(folder, 'ho-so.zip'), keyId: 'sample-1', secret: 'x', archive } as const
  expect(await office.act(bag)).toEqual(refused)
  expect(await office.act({ act: 'exportWord', caseId: rehearsal, folder: join(folder, 'word') })).toEqual(refused)
  expect(readdirSync(folder)).toEqual([])
  const practiceOnly = { ok: false, refusal: { code: 'rehearsal-takes-practice-keys' } }
  expect(await office.act({ act: 'createAuthority', passphrase: 'mật khẩu thử dài' })).toEqual(practiceOnly)
  expect(await office.act({ act: 'backup', file: join(folder, 'sao.zip') })).toEqual(practiceOnly)
  const scan = { personId: PersonId.parse('nguoi-01'), sha256: '0'.repeat(64), file: join(folder, 'scan.pdf') }
  expect(await office.act({ act: 'saveDossierFile', caseId: rehearsal, ...scan })).toEqual(practiceOnly)
  const day = '2026-09-07'
  for (const order of [
    { to: 'registry', command: { type: 'confirmPerson', personId: 'nguoi-01', seen: 1, on: day } },
    { to: 'planning', seen: 0, command: { type: 'endPlanningList', listId: 'quy-hoach-1', on: day, reason: 'hết nhiệm kỳ' } },
  ]) {
    expect(await office.dispatch(Order.parse(order))).toEqual(practiceOnly)
  }

  const view = value(await office.ask({ about: 'case', caseId: rehearsal }))
  const [paper] = view.papers.filter(({ status }) => status === 'awaiting-signatures')
  if (!paper) throw new Error('no paper')
  const { bytes } = value(await office.ask({ about: 'paper', caseId: rehearsal, paperId: paper.paperId as never }))
  const drawn = join(folder, 'dien-tap.pdf')
  writeFileSync(drawn, Buffer.from(bytes, 'base64'))
  const pages = execFileSync('pdftotext', ['-layout', drawn, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(page).toMatch(/DIỄN TẬP/u)
  // The command line says what it is before anything else, and that it is broken.
  const checked = spawnSync(process.execPath, ['electron/cli.ts', 'verify', drawn], {
    encoding: 'utf8',
    env: { ...process.env, TIEN_CU_DATA: folder, NODE_NO_WARNINGS: '1' },
  })
  expect(checked.status).toBe(1)
  expect(checked.stdout.split('\n')[0]).toBe(checkSentence({ code: 'REHEARSAL', numbers: {} }, 'vi'))
  expect(checked.stdout).not.toContain('DỮ LIỆU MẪU')
  const report = value(await office.ask({ about: 'file', name: 'dien-tap.pdf', bytes }))
  expect(report.overall).toBe('KHONG_HOP_LE')
  const broken = report.lines.filter(({ state }) => state === 'broken').map(({ code }) => code)
  expect(broken[0]).toBe('REHEARSAL')
  // Nobody has signed it yet: that, and that it is a rehearsal, is all that is wrong with it.
  expect(new Set(broken)).toEqual(new Set(['REHEARSAL', 'MISSING_SIGNER']))
}, 60_000)

test('records and rehearsals never lie in one file', async () => {
  const { office, caseId } = await withRecords()
  const { opening } = short
  const asked = (rehearsal: boolean) => ({
    to: 'case' as const,
    caseId: CaseId.parse('khac'),
    seen: 0,
    command: { ...opening, opening: { ...opening.opening, ...(rehearsal && { rehearsal: true as const }) } },
  })
  expect(await office.dispatch(asked(true))).toEqual({ ok: false, refusal: { code: 'no-rehearsal-among-records' } })
  expect(await office.act({ act: 'practise', caseId, until: 'act' })).toEqual({
    ok: false,
    refusal: { code: 'practice-in-rehearsals-only' },
  })
  value(await office.act({ act: 'enterRehearsal' }))
  expect(await office.dispatch(asked(false))).toEqual({ ok: false, refusal: { code: 'only-rehearsals-here' } })
  value(await office.dispatch(asked(true)))
  expect(await office.act({ act: 'rehearseCase', caseId })).toEqual({ ok: false, refusal: { code: 'rehearsal-of-rehearsal' } })
})

test('every paper of a rehearsal played to its end, and every print of them, says so on each page and holds no record', async () => {
  const { office, caseId } = await withRecords()
  const went = value(await office.act({ act: 'rehearseCase', caseId }))
  expect(went.session?.organisation?.name).toBe('Sở Nội vụ tỉnh Mẫu (diễn tập)')
  const rehearsal = CaseId.parse(went.case?.caseId)
  const view = value(await office.act({ act: 'practise', caseId: rehearsal, until: 'end' })).case
  expect(view?.papers.length).toBeGreaterThan(5)
  const items = (view?.papers ?? []).map(({ paperId }) => ({ paperId: PaperId.parse(paperId), copies: 1 }))
  const preview = value(await office.ask({ about: 'print', caseId: rehearsal, items }))
  const { printed } = value(await office.act({ act: 'printPapers', caseId: rehearsal, items }))
  expect(printed?.sha256).toBe(preview.sha256)
  const file = join(freshFolder(), 'ban-in.pdf')
  writeFileSync(file, Buffer.from(preview.bytes, 'base64'))
  const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 20_000_000 }).split('\f').slice(0, -1)
  expect(pages).toHaveLength(preview.pages)
  expect(pages.filter((page) => !/DIỄN TẬP/u.test(page))).toEqual([])
  expect(pages.join('')).not.toMatch(/dữ liệu mẫu/iu)
  expect(execFileSync('pdfdetach', ['-list', file], { encoding: 'utf8' })).toContain('0 embedded files')
  expect(office.faults).toEqual([])
}, 60_000)

test('the command line hands no rehearsal over: not its papers, not a package', async () => {
  const { office, caseId } = await withRecords()
  const went = value(await office.act({ act: 'rehearseCase', caseId }))
  value(await office.act({ act: 'closeFile' }))
  const records = openArchive({ file: office.file, passphrase })
  const env = {
    ...process.env,
    TIENCU_PASSPHRASE: records.drafts.get('rehearsal-passphrase')?.value,
    TIENCU_KEY_SECRET: 'x',
    NODE_NO_WARNINGS: '1',
  }
  records.close()
  const folder = freshFolder()
  const data = ['export', '--data', rehearsalFileOf(office.file), '--case', went.case?.caseId ?? '']
  const archive = ['--key', 'sample-1', '--file-code', '01', '--retention', '70 năm', '--access', 'Hạn chế']
  for (const to of [
    ['--out', join(folder, 'ra')],
    ['--bag', join(folder, 'ra.zip'), ...archive],
  ]) {
    const done = spawnSync(process.execPath, ['electron/cli.ts', ...data, ...to], { encoding: 'utf8', env })
    expect([done.status, done.stdout, done.stderr]).toEqual([1, '', `${refusalText({ code: 'rehearsal-not-exported' }, 'vi')}\n`])
  }
  expect(readdirSync(folder)).toEqual([])
}, 30_000)
