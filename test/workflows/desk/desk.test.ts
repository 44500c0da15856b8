// The desk of a data file: who may be added, which days may be changed, when a clock set back is accepted; and its replay.
import { describe, expect, test } from 'vitest'
import { OperatorId } from '../../../workflows/core/ids.ts'
import { CorruptLog } from '../../../workflows/core/replay.ts'
import { ok, refuse } from '../../../workflows/core/result.ts'
import { decideDesk } from '../../../workflows/desk/decide.ts'
import { DeskFact, type StoredDeskFact } from '../../../workflows/desk/facts.ts'
import { isPrintOnly } from '../../../workflows/desk/policies.ts'
import { followDesk, readDeskFact, replayDesk } from '../../../workflows/desk/replay.ts'
import { holidaysShown, holidayTableOf, keyViews } from '../../../workflows/desk/view.ts'

const at = '2026-11-23T08:00:00+07:00'
const stamp = { at, by: OperatorId.parse('hang') }
const hang = { operatorId: stamp.by, name: 'Nguyễn Thị Thúy Hằng', roles: ['hrOfficer' as const], citizenId: '001180000011' }
const vuong = {
  operatorId: OperatorId.parse('vuong'),
  name: 'Đặng Quốc Vượng',
  roles: ['countingTeam' as const],
  citizenId: '001180000022',
}
const organisation = { name: 'Sở Nội vụ', place: 'Lâm Đồng', form: 'state' as const, sign: 'SNV' }
const tools = { lastAt: at, nextNumber: () => 1 }
const sha = 'a'.repeat(64)
const key = {
  keyId: 'hang-1',
  kind: 'file' as const,
  name: 'Nguyễn Thị Thúy Hằng',
  citizenId: '001180000011',
  certificate: 'AAAA',
  issuers: [],
  certificateSha256: sha,
  validTo: '2029-01-01',
  bundleSha256: sha,
}

const { bundleSha256: _, ...bare } = key
const tokenKey = {
  ...bare,
  keyId: 'hang-0',
  kind: 'token' as const,
  token: { driver: '/usr/lib/thiet-bi.so', serial: '1', label: 'Thẻ', ckaId: '0a' },
}

const opened: DeskFact = { type: 'officeOpened', origin: 'tien-cu/snv-1', organisation, appVersion: '0.1.0' }
const stored = (...facts: readonly DeskFact[]): StoredDeskFact[] =>
  facts.map((fact, index) => ({ version: index + 1, at, by: 'hang', fact }))
const deskAfter = (...facts: readonly DeskFact[]) => {
  const live = replayDesk(stored(opened, { type: 'operatorAdded', operator: hang }, ...facts))
  if (live === null) throw new Error('opened')
  return live
}

describe('operators', () => {
  test('a new name is added', () => {
    expect(decideDesk(deskAfter().state, { type: 'addOperator', operator: vuong }, stamp, tools)).toEqual(
      ok([{ type: 'operatorAdded', operator: vuong }]),
    )
  })

  test('an id is given once', () => {
    expect(
      decideDesk(deskAfter().state, { type: 'addOperator', operator: { ...vuong, operatorId: hang.operatorId } }, stamp, tools),
    ).toEqual(refuse({ code: 'operator-exists', operatorId: 'hang' }))
  })

  test('one person has one account: two could type a count and confirm it (procedure.md 7.3)', () => {
    expect(decideDesk(deskAfter().state, { type: 'addOperator', operator: { ...vuong, citizenId: hang.citizenId } }, stamp, tools)).toEqual(
      refuse({ code: 'operator-has-account', name: hang.name }),
    )
  })
})

describe('holidays', () => {
  const change = (off: string[], working: string[], year = 2027) => ({ type: 'changeHolidays', year, off, working }) as const

  test('days are kept sorted and once, and the table of deadlines has them', () => {
    const decided = decideDesk(deskAfter().state, change(['2027-09-06', '2027-02-09', '2027-02-09'], ['2027-02-13']), stamp, tools)
    const fact = { type: 'holidaysChanged', year: 2027, off: ['2027-02-09', '2027-09-06'], working: ['2027-02-13'] } as const
    expect(decided).toEqual(ok([fact]))
    const { state } = deskAfter({ ...fact, off: [...fact.off], working: [...fact.working] })
    expect(holidayTableOf(state, 'vn').off.has('2027-09-06')).toBe(true)
    expect(holidaysShown(state).working).toEqual(['2027-02-13'])
  })

  test('the latest word on a year replaces the earlier one', () => {
    const first = { type: 'holidaysChanged' as const, year: 2027, off: ['2027-09-06'], working: [] }
    expect(holidaysShown(deskAfter(first, { ...first, off: [] }).state).off).not.toContain('2027-09-06')
  })

  test('a day of another year is refused', () => {
    expect(decideDesk(deskAfter().state, change(['2026-12-31'], []), stamp, tools)).toEqual(
      refuse({ code: 'day-outside-year', day: '2026-12-31', year: 2027 }),
    )
  })

  test('a day cannot be off and worked', () => {
    expect(decideDesk(deskAfter().state, change(['2027-03-01'], ['2027-03-01']), stamp, tools)).toEqual(
      refuse({ code: 'day-off-and-working', day: '2027-03-01' }),
    )
  })
})

describe('a clock set back', () => {
  const order = { type: 'acceptClock', reason: 'Máy vừa được thay pin' } as const

  test('is accepted with its reason and both times', () => {
    const lastAt = '2026-11-23T09:00:00+07:00'
    expect(decideDesk(deskAfter().state, order, stamp, { ...tools, lastAt })).toEqual(
      ok([{ type: 'clockAccepted', systemAt: at, lastAt, reason: order.reason }]),
    )
  })

  test('a right clock needs no acceptance', () => {
    expect(decideDesk(deskAfter().state, order, stamp, tools)).toEqual(refuse({ code: 'clock-is-right', systemAt: at, lastAt: at }))
  })
})

describe('replay', () => {
  const authority = {
    type: 'authorityCreated',
    root: 'AAAA',
    intermediate: 'AAAA',
    rootSha256: sha,
    validTo: '2036-01-01',
    bundleSha256: sha,
  } as const
  /** One of each: every arrow of the machine is walked. */
  const others: readonly DeskFact[] = [
    { type: 'workStarted', operatorId: hang.operatorId },
    { type: 'holidaysChanged', year: 2027, off: [], working: [] },
    { type: 'keyImported', ...key },
    { type: 'keyImported', ...tokenKey },
    { type: 'tokenDriverAdded', path: '/usr/lib/thiet-bi.so', sha256: sha, description: 'Thiết bị' },
    { type: 'revocationListImported', issuer: 'Ban Cơ yếu', issuerSha256: sha, sha256: sha, thisUpdate: at, nextUpdate: at, revoked: 2 },
    {
      type: 'policyAccepted',
      policySha256: sha,
      signatureSha256: sha,
      classifications: ['MAT'],
      environment: 'Phòng máy cơ yếu',
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
      signedBy: 'Trần Gia Hiếu',
      certificateSha256: sha,
    },
    { type: 'policyEnded', policySha256: sha, reason: 'Hết nhu cầu' },
    { type: 'hrHeadNamed', operatorId: hang.operatorId },
    { type: 'caseExported', caseId: 'ho-so-1' as never, files: [{ name: '01.pdf', sha256: sha }], logSize: 9, logRoot: 'AAAA' },
    { type: 'verificationRun', subject: 'ledger', overall: 'HOP_LE' },
    { type: 'backupMade', logSize: 9, logRoot: 'AAAA' },
    { type: 'passphraseChanged' },
    { type: 'clockAccepted', systemAt: at, lastAt: at, reason: 'pin' },
    { type: 'termStarted', name: '2025-2030', from: '2025-08-12' },
    { type: 'spellingChosen', toneMarks: 'secondVowel' },
    { type: 'registerStarted', register: 'state/SNV/BB/2026', last: 40 },
    { type: 'wordTemplateLoaded', family: 'state', kind: 'decision', version: 1, sha256: sha, name: 'quyết định.docx' },
    { type: 'wordTemplateDropped', family: 'state', kind: 'decision' },
    { type: 'registryExported', book: 'people', day: '2026-11-23', filter: 'Đơn vị: Sở Nội vụ', rows: 12, sha256: sha },
    {
      type: 'returnTaken',
      book: 'quality',
      unitId: 'xa-mau' as never,
      day: '2026-06-30',
      scope: 'all',
      version: 1,
      sender: 'Xã Mẫu',
      madeAt: at,
      registryVersion: 12,
      sha256: sha,
      contentSha256: sha,
      heads: ['Tổng số', 'Nữ'],
      all: [24, 9],
    },
    {
      type: 'returnDropped',
      book: 'discipline',
      unitId: 'xa-mau' as never,
      day: '2026-06-30',
      since: '2026-04-01',
      scope: 'communeStandingCommittee',
      version: 1,
      reason: 'gửi nhầm',
    },
    { type: 'returnSendersSet', unitIds: ['xa-mau' as never] },
    {
      type: 'communesLoaded',
      list: 'QD19_2025',
      from: '2025-07-01',
      version: 1,
      source: 'Chi cục Thống kê',
      name: 'xa.xlsx',
      count: 114,
      isSample: false,
      sha256: sha,
    },
    {
      type: 'rosterLayoutLearned',
      fingerprint: '00aa11bb22cc33dd',
      columns: [
        { column: 1, field: 'fullName' },
        { column: 2, field: null },
      ],
      place: { headRows: 2, dataAfter: 1 },
    },
    {
      type: 'compositionKept',
      compositionId: 'c1a',
      name: 'Sở theo Quy chế 5',
      seats: {
        leadershipCollective: [{ role: 'Lãnh đạo Sở', groups: ['head', 'deputyHead'], where: 'own' }],
        expandedLeadership: [{ role: 'Công chức', groups: 'all', where: 'below' }],
        keyOfficials: [],
      },
      reason: 'Quy chế 5-QC/SNV',
    },
    { type: 'compositionDropped', compositionId: 'c1a', reason: 'Hết hiệu lực' },
    { type: 'readLogDaysSet', days: 730, reason: 'Quy chế bảo vệ dữ liệu' },
    { type: 'numbersTaken', register: 'state/SNV/BB/2026', first: 41, last: 43, reason: 'sổ của văn thư' },
  ]

  /** Those that need an authority. */
  const ofAuthority: readonly DeskFact[] = [
    { type: 'recoveryKitMade', kitSha256: sha, rootSha256: sha },
    { ...authority, type: 'authorityRestored', kitSha256: sha },
    {
      type: 'certificateRevoked',
      keyId: 'hang-1',
      serial: '4a0b',
      certificateSha256: sha,
      reason: 'keyCompromise',
      note: 'Mất thiết bị',
      revokedAt: at,
    },
    { type: 'revocationListMade', number: 1, sha256: sha, rootListSha256: sha, thisUpdate: at, nextUpdate: at, revoked: 1 },
  ]

  test('every fact of the desk may stand before and after an authority is created', () => {
    const live = deskAfter(...others, authority, ...others, ...ofAuthority, { type: 'certificateIssued', ...key, keyId: 'hang-2' })
    expect(live.state.version).toBe(2 + others.length * 2 + ofAuthority.length + 2)
    expect(keyViews(live.state).map(({ keyId }) => keyId)).toEqual(['hang-1', 'hang-0', 'hang-1', 'hang-0', 'hang-2'])
    expect(JSON.stringify(keyViews(live.state))).not.toContain('bundle')
  })

  test('every kind of fact reads back as it was written', () => {
    for (const { type, ...payload } of [opened, ...others, authority, ...ofAuthority])
      expect(readDeskFact(1, type, payload)).toEqual({ type, ...payload })
    expect(DeskFact.options).toHaveLength(36)
  })

  test.each([
    ['nothing before officeOpened', stored({ type: 'workStarted', operatorId: hang.operatorId })],
    ['no second opening', stored(opened, opened)],
    ['one authority', stored(opened, authority, authority)],
    ['no certificate without an authority', stored(opened, { type: 'certificateIssued', ...key })],
    ['no gap in the versions', stored(opened).map((one) => ({ ...one, version: 2 }))],
  ])('%s: else the log is corrupt', (_rule, facts) => {
    expect(() => replayDesk(facts)).toThrow(CorruptLog)
  })

  test('a payload of another shape is a corrupt log, not a guess', () => {
    expect(() => readDeskFact(3, 'operatorAdded', { operator: { ...hang, roles: ['king'] } })).toThrow(CorruptLog)
    expect(() => readDeskFact(3, 'keyLost', {})).toThrow(CorruptLog)
  })

  test('a fact follows the one before it and leaves that state as it was', () => {
    const live = deskAfter()
    const next = followDesk(live, { version: 3, at, by: 'hang', fact: { type: 'operatorAdded', operator: vuong } })
    expect([live.state.operators.length, next.state.operators.length]).toEqual([1, 2])
  })
})

describe('registers of the office', () => {
  const term: DeskFact = { type: 'termStarted', name: '2025-2030', from: '2025-08-12' }
  const ask = (command: Parameters<typeof decideDesk>[1], next = 1, ...facts: readonly DeskFact[]) =>
    decideDesk(deskAfter(...facts).state, command, stamp, { ...tools, nextNumber: () => next })

  test('a term of the committee begins after the one before, and not in the future', () => {
    const start = (from: string) => ({ type: 'startTerm', name: '2025-2030', from }) as const
    expect(ask(start('2025-08-12'))).toEqual(ok([{ ...term }]))
    expect(ask(start('2025-08-12'), 1, term)).toEqual(refuse({ code: 'term-before-previous', date: '2025-08-12', previous: '2025-08-12' }))
    expect(ask(start('2027-01-01'))).toEqual(refuse({ code: 'date-in-future', date: '2027-01-01' }))
  })

  test('the start of a register is set once, before anything was taken from it', () => {
    const order = { type: 'startRegister', register: 'state/SNV/BB/2026', next: 41 } as const
    expect(ask(order)).toEqual(ok([{ type: 'registerStarted', register: order.register, last: 40 }]))
    expect(ask(order, 6)).toEqual(refuse({ code: 'register-in-use', taken: 5 }))
  })

  test('marks of tone stand where the office chose, and choosing the same again is refused', () => {
    const choose = (toneMarks: 'firstVowel' | 'secondVowel') => ({ type: 'chooseSpelling', toneMarks }) as const
    expect(deskAfter().state.toneMarks).toBe('firstVowel')
    expect(ask(choose('firstVowel'))).toEqual(refuse({ code: 'spelling-unchanged' }))
    const chosen: DeskFact = { type: 'spellingChosen', toneMarks: 'secondVowel' }
    expect(ask(choose('secondVowel'))).toEqual(ok([chosen]))
    expect(deskAfter(chosen).state.toneMarks).toBe('secondVowel')
  })

  test('numbers of the own book of the office follow the last one, with their reason', () => {
    const order = { type: 'takeNumber', register: 'state/SNV/BB/2026', count: 3, reason: 'Văn thư cấp ngoài' } as const
    expect(ask(order, 6)).toEqual(ok([{ type: 'numbersTaken', register: order.register, first: 6, last: 8, reason: order.reason }]))
  })

  test('a Party register belongs to a term on record', () => {
    const order = { type: 'takeNumber', register: 'party/ĐU/BB/2025-08-12', count: 1, reason: 'x' } as const
    expect(ask(order)).toEqual(refuse({ code: 'register-without-term', date: '2025-08-12' }))
    expect(ask(order, 1, term)).toMatchObject({ ok: true })
  })
})

describe('who heads the personnel work', () => {
  test('is an HR officer of the office, named by an order', () => {
    const name = (operatorId: string) =>
      decideDesk(
        deskAfter({ type: 'operatorAdded', operator: vuong }).state,
        { type: 'nameHrHead', operatorId: OperatorId.parse(operatorId) },
        stamp,
        tools,
      )
    expect(name('hang')).toEqual(ok([{ type: 'hrHeadNamed', operatorId: 'hang' }]))
    expect(name('vuong')).toEqual(refuse({ code: 'hr-head-not-of-hr', name: vuong.name }))
    expect(name('ai-do')).toEqual(refuse({ code: 'operator-unknown', operatorId: 'ai-do' }))
  })
})

describe('policies on classified papers', () => {
  const policy: DeskFact = {
    type: 'policyAccepted',
    policySha256: sha,
    signatureSha256: sha,
    classifications: ['MAT'],
    environment: 'Phòng máy cơ yếu',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    signedBy: 'Trần Gia Hiếu',
    certificateSha256: sha,
  }
  const end = { type: 'endPolicy', policySha256: sha, reason: 'Hết nhu cầu' } as const

  test('lift print-only for their level and their days alone', () => {
    const { state } = deskAfter(policy)
    expect(isPrintOnly(deskAfter().state, 'MAT', '2026-06-01')).toBe(true)
    expect(isPrintOnly(state, 'MAT', '2026-06-01')).toBe(false)
    expect(isPrintOnly(state, 'MAT', '2027-01-01')).toBe(true)
    expect(isPrintOnly(state, 'TOI_MAT', '2026-06-01')).toBe(true)
    expect(isPrintOnly(deskAfter().state, 'none', '2026-06-01')).toBe(false)
  })

  test('are ended once, with a reason', () => {
    expect(decideDesk(deskAfter(policy).state, end, stamp, tools)).toEqual(ok([{ ...end, type: 'policyEnded' }]))
    const ended = deskAfter(policy, { ...end, type: 'policyEnded' }).state
    expect(isPrintOnly(ended, 'MAT', '2026-06-01')).toBe(true)
    expect(decideDesk(ended, end, stamp, tools)).toEqual(refuse({ code: 'policy-unknown' }))
  })
})
