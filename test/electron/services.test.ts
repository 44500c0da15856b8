// The services through the doorway, on a real keyed file: what is parsed, who may, what a wrong clock and a wrong passphrase do.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../db/open.ts'
import { CaseId, OperatorId } from '../../workflows/core/ids.ts'
import type { Operator } from '../../workflows/office.ts'
import { freshFolder, organisation, passphrase, testOffice, value, withFile } from '../journeys/office.ts'

const morning = '2026-11-23T08:00:00+07:00'
const person = (id: string, name: string, roles: Operator['roles'], citizenId?: string): Operator => ({
  operatorId: OperatorId.parse(id),
  name,
  roles,
  ...(citizenId !== undefined && { citizenId }),
})
const hr = person('to-chuc', 'Nguyễn Thị Thúy Hằng', ['hrOfficer'], '001180000011')
const nominee = person('ung-vien', 'Đặng Quốc Vượng', ['nominee'])
const people = [hr, nominee]
const atWork = async (operator = hr) => {
  const office = await withFile(morning, people)
  value(await office.act({ act: 'startWork', operatorId: operator.operatorId }))
  return office
}
const version = async (office: Awaited<ReturnType<typeof atWork>>) => value(await office.ask({ about: 'session' })).officeVersion

describe('what comes through the doorway is parsed', () => {
  test.each([
    ['an order of no shape', 'dispatch', 7, ''],
    ['an unknown room', 'dispatch', { to: 'kitchen' }, 'to'],
    [
      'a command with a field too many',
      'dispatch',
      { to: 'office', seen: 0, command: { type: 'addOperator', operator: hr, extra: 1 } },
      'command',
    ],
    ['a negative version', 'dispatch', { to: 'office', seen: -1, command: { type: 'addOperator', operator: hr } }, 'seen'],
    ['a case id that climbs out of its folder', 'ask', { about: 'case', caseId: '../x' }, 'caseId'],
    ['an unknown question', 'ask', { about: 'everything' }, 'about'],
  ] as const)('%s is a fault that names the place', async (_what, call, payload, at) => {
    const office = await testOffice(morning)
    expect(await office.doorway[call](payload)).toEqual({ ok: false, fault: { code: 'unreadable-order', at } })
  })

  test.each([
    ['x'.repeat(501), { code: 'text-too-long', most: 500 }],
    ['dòng một\ndòng hai', { code: 'text-not-one-line' }],
  ])('what a person typed and no record can hold is refused in words', async (reason, refusal) => {
    const office = await testOffice(morning)
    const order = { to: 'office', seen: 0, command: { type: 'acceptClock', reason } }
    expect(await office.doorway.dispatch(order)).toEqual({ ok: false, refusal })
  })

  test('the answer to an unreadable order repeats nothing of it', async () => {
    const office = await testOffice(morning)
    const answer = await office.doorway.dispatch({ to: 'shell', act: { act: 'openFile', file: '', passphrase: 'bí mật', name: 'Nguyễn' } })
    expect(JSON.stringify(answer)).not.toMatch(/bí mật|Nguyễn/)
  })
})

describe('a data file', () => {
  test('is made with its people and opened again with its passphrase', async () => {
    const office = await withFile(morning, people)
    const session = value(await office.ask({ about: 'session' }))
    expect(session).toMatchObject({
      file: office.file,
      operators: people,
      organisation,
      officeVersion: 3,
      today: '2026-11-23',
      shell: 'browser',
    })
    expect(session.origin).toMatch(/^tien-cu\/snv-[0-9a-f]{12}$/)
    value(await office.act({ act: 'closeFile' }))
    const opened = value(await office.act({ act: 'openFile', file: office.file, passphrase }))
    expect(opened.session).toMatchObject({ file: office.file, recentFiles: [office.file], operators: people })
  })

  test('with another passphrase stays shut, and nothing is open', async () => {
    const office = await withFile(morning, people)
    value(await office.act({ act: 'closeFile' }))
    expect(await office.act({ act: 'openFile', file: office.file, passphrase: 'sai' })).toEqual({
      ok: false,
      refusal: { code: 'wrong-passphrase' },
    })
    expect(value(await office.ask({ about: 'session' })).file).toBeNull()
  })

  test('is never made over another', async () => {
    const office = await withFile(morning, people)
    const again = { act: 'createFile', file: office.file, passphrase: 'khác', organisation, operators: people } as const
    expect(await office.act({ ...again, operators: [...again.operators] })).toEqual({ ok: false, fault: { code: 'exists', at: morning } })
    expect(value(await office.ask({ about: 'session' })).file).toBe(office.file)
  })

  test('two operators cannot bear one id', async () => {
    const office = await testOffice(morning)
    const answer = await office.act({
      act: 'createFile',
      file: office.file,
      passphrase,
      organisation,
      operators: [hr, { ...nominee, operatorId: hr.operatorId }],
    })
    expect(answer).toEqual({ ok: false, refusal: { code: 'operator-exists', operatorId: 'to-chuc' } })
    expect(existsSync(office.file)).toBe(false)
  })

  test('that is missing or foreign is a named fault', async () => {
    const office = await testOffice(morning)
    const stranger = join(office.dataDir, 'x.tiencu')
    writeFileSync(stranger, 'không phải')
    expect(await office.act({ act: 'openFile', file: join(office.dataDir, 'none.tiencu'), passphrase })).toMatchObject({
      fault: { code: 'not-found' },
    })
    expect(await office.act({ act: 'openFile', file: stranger, passphrase })).toMatchObject({ fault: { code: 'not-an-archive' } })
  })

  test('while one person works in it, nobody else opens it', async () => {
    const office = await withFile(morning, people)
    const other = await testOffice(morning)
    expect(await other.act({ act: 'openFile', file: office.file, passphrase })).toMatchObject({ fault: { code: 'locked' } })
  })

  test('holds neither passphrase nor name in the open', async () => {
    const office = await withFile(morning, people)
    value(await office.act({ act: 'closeFile' }))
    const bytes = readFileSync(office.file)
    for (const word of [passphrase, hr.name, 'SQLite format']) expect(bytes.includes(word)).toBe(false)
  })
})

describe('people at work', () => {
  test('without a file or without a person nothing can be ordered', async () => {
    const office = await testOffice(morning)
    expect(await office.act({ act: 'startWork', operatorId: hr.operatorId })).toEqual({ ok: false, refusal: { code: 'no-file-open' } })
    const filed = await withFile(morning, people)
    const order = { to: 'office', seen: 3, command: { type: 'addOperator', operator: person('x', 'X', ['auditor']) } } as const
    expect(await filed.dispatch({ ...order, command: { ...order.command } })).toEqual({ ok: false, refusal: { code: 'nobody-at-work' } })
    expect(await filed.act({ act: 'startWork', operatorId: OperatorId.parse('la') })).toEqual({
      ok: false,
      refusal: { code: 'operator-unknown', operatorId: 'la' },
    })
  })

  test('an order beyond the role is refused with the roles that may', async () => {
    const office = await atWork(nominee)
    const order = {
      to: 'office',
      seen: await version(office),
      command: { type: 'changeHolidays', year: 2027, off: [], working: [] },
    } as const
    expect(await office.dispatch({ ...order, command: { ...order.command, off: [], working: [] } })).toEqual({
      ok: false,
      refusal: { code: 'role-may-not', command: 'changeHolidays', roles: ['hrOfficer'] },
    })
  })

  test('an order by an old version is refused with both versions', async () => {
    const office = await atWork()
    const order = { to: 'office' as const, seen: 1, command: { type: 'addOperator' as const, operator: person('x', 'X', ['auditor']) } }
    expect(await office.dispatch(order)).toEqual({ ok: false, refusal: { code: 'changed-meanwhile', seen: 1, version: 4 } })
    const done = value(await office.dispatch({ ...order, seen: 4 }))
    expect(done.session?.operators).toHaveLength(3)
  })

  test('a change is told to those who listen', async () => {
    const office = await atWork()
    const heard: unknown[] = []
    const stop = office.doorway.onChange((change) => heard.push(change))
    value(await office.dispatch({ to: 'office', seen: 4, command: { type: 'addOperator', operator: person('x', 'X', ['auditor']) } }))
    stop()
    value(await office.dispatch({ to: 'office', seen: 5, command: { type: 'addOperator', operator: person('y', 'Y', ['auditor']) } }))
    expect(heard).toEqual([{ stream: 'office', version: 5 }])
  })
})

describe('a clock set back', () => {
  const add = (id: string, seen: number) =>
    ({ to: 'office', seen, command: { type: 'addOperator', operator: person(id, id, ['auditor']) } }) as const

  test('by more than two minutes stops every order until an officer says why', async () => {
    const office = await atWork()
    office.setClock('2026-11-23T07:57:00+07:00')
    const refusal = { code: 'clock-went-back', systemAt: '2026-11-23T07:57:00+07:00', lastAt: morning }
    expect(await office.dispatch(add('x', 4))).toEqual({ ok: false, refusal })
    expect(value(await office.ask({ about: 'session' })).clockBack).toEqual({ systemAt: refusal.systemAt, lastAt: morning })
    const accept = { to: 'office', seen: 4, command: { type: 'acceptClock', reason: 'Đồng hồ trước đó chạy nhanh' } }
    expect(await office.doorway.dispatch(accept)).toMatchObject({ ok: true })
    expect(value(await office.ask({ about: 'session' })).clockBack).toBeUndefined()
    expect((await office.dispatch(add('x', 5))).ok).toBe(true)
  })

  test('by two minutes is ordinary drift', async () => {
    const office = await atWork()
    office.setClock('2026-11-23T07:58:00+07:00')
    expect((await office.dispatch(add('x', 4))).ok).toBe(true)
  })

  test('is seen after the file was closed and opened again, and the person still comes in', async () => {
    const office = await atWork()
    value(await office.act({ act: 'closeFile' }))
    office.setClock('2026-11-22T08:00:00+07:00')
    value(await office.act({ act: 'openFile', file: office.file, passphrase }))
    expect((await office.act({ act: 'startWork', operatorId: hr.operatorId })).ok).toBe(true)
    expect(await office.dispatch(add('x', 4))).toMatchObject({ refusal: { code: 'clock-went-back' } })
  })
})

describe('holidays', () => {
  test('are changed for one year and shown', async () => {
    const office = await atWork()
    const done = value(
      await office.dispatch({
        to: 'office',
        seen: 4,
        command: { type: 'changeHolidays', year: 2027, off: ['2027-09-06'], working: ['2027-09-11'] },
      }),
    )
    expect(done.session?.holidays.off).toContain('2027-09-06')
    expect(done.session?.holidays.working).toEqual(['2027-09-11'])
  })
})

describe('keys', () => {
  test('an authority is made once, is trusted on this PC, and gives officials keys sealed by their passphrase', async () => {
    const office = await atWork()
    expect(
      await office.act({
        act: 'issueCertificate',
        name: nominee.name,
        citizenId: '001180000022',
        passphrase: 'khóa của sở',
        keyPassphrase: 'khóa riêng',
      }),
    ).toEqual({
      ok: false,
      refusal: { code: 'no-authority' },
    })
    value(await office.act({ act: 'createAuthority', passphrase: 'khóa của sở' }))
    expect(await office.act({ act: 'createAuthority', passphrase: 'khóa của sở' })).toMatchObject({ refusal: { code: 'authority-exists' } })
    expect(
      await office.act({
        act: 'issueCertificate',
        name: nominee.name,
        citizenId: '001180000022',
        passphrase: 'sai',
        keyPassphrase: 'khóa riêng',
      }),
    ).toEqual({
      ok: false,
      refusal: { code: 'wrong-password' },
    })
    const { keys } = value(
      await office.act({
        act: 'issueCertificate',
        name: nominee.name,
        citizenId: '001180000022',
        passphrase: 'khóa của sở',
        keyPassphrase: 'khóa riêng',
      }),
    )
    expect(keys).toEqual([
      {
        keyId: expect.stringMatching(/^office-[0-9a-f]{16}$/),
        kind: 'officeAuthority',
        name: nominee.name,
        citizenId: '001180000022',
        validTo: '2031-11-22',
        standing: { state: 'none' },
      },
    ])
    expect(value(await office.ask({ about: 'keys' }))).toEqual(keys)
    value(await office.act({ act: 'closeFile' }))
    const archive = openArchive({ file: office.file, passphrase, readOnly: true })
    const log = JSON.stringify([...archive.all()])
    const bundles = archive.papers.list().map(({ sha256 }) => Buffer.from(archive.papers.get(sha256) ?? []).toString('utf8'))
    archive.close()
    expect(log).not.toMatch(/secret|PRIVATE/)
    expect(bundles).toHaveLength(2)
    for (const bundle of bundles) expect(bundle).not.toMatch(/PRIVATE|"d":/)
  })

  test('a person’s own passphrase is long enough and not the one that opens the authority', async () => {
    const office = await atWork()
    expect(await office.act({ act: 'createAuthority', passphrase: 'ngắn' })).toEqual({
      ok: false,
      refusal: { code: 'passphrase-too-short', least: 8 },
    })
    value(await office.act({ act: 'createAuthority', passphrase: 'khóa của sở' }))
    const issue = (keyPassphrase: string) =>
      office.act({ act: 'issueCertificate', name: nominee.name, citizenId: '001180000022', passphrase: 'khóa của sở', keyPassphrase })
    expect(await issue('1234567')).toEqual({ ok: false, refusal: { code: 'passphrase-too-short', least: 8 } })
    expect(await issue('khóa của sở'.normalize('NFD'))).toEqual({ ok: false, refusal: { code: 'passphrase-of-another' } })
    expect(value(await office.ask({ about: 'keys' }))).toEqual([])
  })

  test('only the personnel desk makes an authority', async () => {
    const office = await atWork(nominee)
    expect(await office.act({ act: 'createAuthority', passphrase: 'khóa của sở' })).toMatchObject({ refusal: { code: 'role-may-not' } })
  })

  test('a file that is no key is refused by name', async () => {
    const office = await atWork()
    const p12 = Buffer.from('not a key').toString('base64')
    expect(await office.act({ act: 'importKey', name: 'Khóa', p12, password: 'x' })).toEqual({
      ok: false,
      refusal: { code: 'key-file-unreadable' },
    })
  })
})

describe('a log that cannot be replayed', () => {
  test('stops every order to the file and is named; asking goes on, and the chain itself is whole', async () => {
    const office = await atWork()
    value(await office.act({ act: 'closeFile' }))
    const archive = openArchive({ file: office.file, passphrase })
    const decided = { type: 'caseArchived', payload: { box: 'TCCB-1' } }
    archive.append('case/ho-so-la', 0, [decided], { at: morning, by: 'to-chuc' })
    archive.close()
    value(await office.act({ act: 'openFile', file: office.file, passphrase }))
    value(await office.act({ act: 'startWork', operatorId: hr.operatorId }))
    const fault = { ok: false, fault: { code: 'corrupt-log', at: 'ho-so-la:1' } }
    expect(await office.ask({ about: 'case', caseId: CaseId.parse('ho-so-la') })).toEqual(fault)
    expect(
      await office.dispatch({ to: 'office', seen: 5, command: { type: 'addOperator', operator: person('x', 'X', ['auditor']) } }),
    ).toEqual(fault)
    expect(value(await office.ask({ about: 'ledger' }))).toMatchObject({ size: 6, verified: true })
    value(await office.act({ act: 'closeFile' }))
  })
})

describe('the ledger', () => {
  test('is walked when asked, and a backup opens with the same passphrase and head', async () => {
    const office = await atWork()
    const before = value(await office.ask({ about: 'ledger' }))
    expect(before).toEqual({ size: 4, root: expect.any(String), verified: true })
    const copy = join(freshFolder(), 'ban-sao.tiencu')
    value(await office.act({ act: 'backup', file: copy }))
    expect(await office.act({ act: 'backup', file: copy })).toMatchObject({ fault: { code: 'exists' } })
    expect(value(await office.ask({ about: 'ledger' })).size).toBe(5)
    const other = await testOffice(morning)
    const opened = value(await other.act({ act: 'openFile', file: copy, passphrase }))
    expect(opened.session?.ledger).toMatchObject({ size: 4, root: before.root })
  })

  test('another passphrase opens the file from now on, and a backup made before keeps the old one', async () => {
    const office = await atWork()
    const session = value(await office.ask({ about: 'session' }))
    const file = session.file ?? ''
    const copy = join(freshFolder(), 'ban-sao.tiencu')
    value(await office.act({ act: 'backup', file: copy }))
    const to = 'mật khẩu mới của phòng'
    const change = (from: string, next: string) => office.act({ act: 'changePassphrase', from, to: next })
    expect(await change('không phải', to)).toEqual({ ok: false, refusal: { code: 'wrong-passphrase' } })
    expect(await change(passphrase, 'ngắn')).toMatchObject({ refusal: { code: 'passphrase-too-short' } })
    expect(await change(passphrase, passphrase.normalize('NFD'))).toMatchObject({ refusal: { code: 'passphrase-unchanged' } })
    expect(value(await office.ask({ about: 'ledger' })).size).toBe(5)
    value(await change(passphrase, to))
    expect(value(await office.ask({ about: 'ledger' }))).toMatchObject({ size: 6, verified: true })
    value(await office.act({ act: 'closeFile' }))
    expect(await office.act({ act: 'openFile', file, passphrase })).toMatchObject({ refusal: { code: 'wrong-passphrase' } })
    expect(value(await office.act({ act: 'openFile', file, passphrase: to })).session?.ledger).toMatchObject({ size: 6 })
    const other = await testOffice(morning)
    expect(value(await other.act({ act: 'openFile', file: copy, passphrase })).session?.ledger).toMatchObject({ size: 4 })
  })

  test('a backup into a folder that is a file changes nothing', async () => {
    const office = await atWork()
    const folder = freshFolder()
    writeFileSync(join(folder, 'x'), '')
    mkdirSync(join(folder, 'y'))
    expect((await office.act({ act: 'backup', file: join(folder, 'x', 'b.tiencu') })).ok).toBe(false)
    expect(value(await office.ask({ about: 'ledger' })).size).toBe(4)
  })
})
