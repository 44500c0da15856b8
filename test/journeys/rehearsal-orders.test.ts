// What the rehearsals do with every order there is: each is given to a real office that has them open, and taken or refused with its code.
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rehearsalFileOf } from '../../electron/services/rehearsal.ts'
import { provinceFileOf } from '../../electron/services/sample-province.ts'
import { CaseId, OperatorId, PersonId } from '../../workflows/core/ids.ts'
import { OfficeCommand, type Order, ShellAct } from '../../workflows/office.ts'
import { PlanningCommand } from '../../workflows/planning/commands.ts'
import { RegistryCommand } from '../../workflows/registry/commands.ts'
import { deskDecided, refusedInRehearsals, shellDecided } from '../../workflows/rehearsal/decided.ts'
import { desks } from '../../workflows/sample/department.ts'
import { refusalSentences } from '../../workflows/wording/refusals.ts'
import { passphrase, type TestOffice, value } from './office.ts'
import { before, sampleOf, tableFor } from './play.ts'

const short = sampleOf({ upTo: 'leadershipOrientation' })
const operatorId = OperatorId.parse(desks.hr)
const caseId = CaseId.parse('dien-tap-gia-dinh')
const personId = PersonId.parse('nguoi-01')
const paperId = 'giay-01' as Extract<ShellAct, { act: 'signPaper' }>['paperId']
const hex = '0'.repeat(64)
const day = '2026-09-07'
const base64 = Buffer.from('không phải tệp thật').toString('base64')
/** Nobody makes it: what lies there after an order was written by that order. */
const folder = join(tmpdir(), 'tien-cu-dien-tap-khong-co')
const at = (name: string) => join(folder, name)
const operator = { operatorId: OperatorId.parse('nguoi-that'), name: 'Người Thật', roles: ['hrOfficer' as const] }
const organisation = { name: 'Sở Khác', place: 'Tỉnh Khác', form: 'state' as const, sign: 'SK' }
const archive = { fileCode: '01', retention: '70 năm', access: 'Hạn chế' }
const template = { family: 'state', kind: 'voteCountMinutes' } as const
const token = { serial: 'x', label: 'x', ckaId: 'x', certificateSha256: hex }

/** One of each, so that a new act does not compile without one. */
const acts: { readonly [A in ShellAct['act']]: Omit<Extract<ShellAct, { act: A }>, 'act'> } = {
  createFile: { file: at('moi.tiencu'), passphrase, organisation, operators: [operator] },
  openFile: { file: at('khong-co.tiencu'), passphrase },
  closeFile: {},
  openSample: { afresh: false },
  leaveRehearsal: {},
  enterRehearsal: {},
  rehearseCase: { caseId },
  startWork: { operatorId },
  practise: { caseId, until: 'act' },
  inRoom: { caseId, deed: { do: 'dropTalk' } },
  keepDraft: { key: 'nháp', value: '{}' },
  drawPapers: { caseId },
  printPapers: { caseId, items: [{ paperId, copies: 1 }] },
  signPaper: { caseId, paperId, field: 'ky', keyId: 'sample-1', seen: hex, secret: 'x' },
  startSitting: { keyId: 'sample-1', secret: 'x' },
  endSitting: {},
  openCountBundle: { caseId, no: 1, mode: 'slips' },
  addSlip: { caseId, no: 1, slip: { marks: [0] } },
  takeBackSlip: { caseId, no: 1 },
  setTotals: { caseId, no: 1, totals: { valid: 1, blank: 0, lines: [1], invalid: 0, reasons: {} } },
  closeOpenBundle: { caseId, no: 1, seen: 1 },
  leaveOpenBundle: { caseId, no: 1 },
  loadWordTemplate: { ...template, name: 'mau.docx', bytes: base64 },
  dropWordTemplate: template,
  exportWord: { caseId, folder: at('word') },
  exportOneFile: { caseId, file: at('ho-so.pdf') },
  exportBag: { caseId, file: at('ho-so.zip'), keyId: 'sample-1', secret: 'x', archive },
  exportCase: { caseId, folder: at('ho-so') },
  backup: { file: at('sao.tiencu') },
  changePassphrase: { from: 'mật khẩu thử', to: 'mật khẩu thử mới' },
  createAuthority: { passphrase: 'mật khẩu thử dài' },
  issueCertificate: { name: 'Khóa', citizenId: '001234567890', passphrase: 'x', keyPassphrase: 'y' },
  makeRecoveryKit: { passphrase: 'x' },
  restoreAuthority: { code: 'x', passphrase: 'y' },
  revokeCertificate: { keyId: 'x', reason: 'keyCompromise', note: 'mất thẻ', on: day, passphrase: 'x' },
  renewRevocationList: { passphrase: 'x' },
  exportRevocationList: { file: at('crl') },
  importRevocationList: { list: base64 },
  acceptPolicy: { policy: base64, signature: base64 },
  importKey: { name: 'Khóa', p12: base64, password: 'x' },
  addTokenDriver: { path: at('driver.so') },
  registerToken: { driver: at('driver.so'), ...token },
  importRoster: { roster: 'r1' },
  exportRegistry: { book: 'people', day },
  loadCommunes: { name: 'xa.csv', bytes: base64, list: 'QD19_2025', from: day, source: 'mẫu' },
  takeReturn: { book: 'quality', day, unitId: 'u-1' as never, bytes: base64 },
  exportForm2C: { personId, day, as: 'pdf' },
  fileDossier: { caseId, seen: 1, personId, item: 'curriculumVitae', issuedOn: day, files: [] },
  saveDossierFile: { caseId, personId, sha256: hex, file: at('scan.pdf') },
}

const commands: { readonly [T in OfficeCommand['type']]: Omit<Extract<OfficeCommand, { type: T }>, 'type'> } = {
  addOperator: { operator },
  changeHolidays: { year: 2027, off: ['2027-01-06'], working: [] },
  startTerm: { name: 'Nhiệm kỳ tập', from: '2025-05-01' },
  startRegister: { register: 'state/SNV/BB/2026', next: 5 },
  takeNumber: { register: 'state/SNV/BB/2026', count: 2, reason: 'cấp tay khi tập' },
  chooseSpelling: { toneMarks: 'secondVowel' },
  nameHrHead: { operatorId },
  keepComposition: {
    name: 'Thành phần tập',
    seats: { leadershipCollective: [{ role: 'Lãnh đạo', groups: ['head'], where: 'own' }], expandedLeadership: [], keyOfficials: [] },
    reason: 'tập',
  },
  dropComposition: { compositionId: 'c1', reason: 'tập' },
  setReadLogDays: { days: 400, reason: 'tập' },
  acceptClock: { reason: 'đồng hồ tập' },
  endPolicy: { policySha256: hex, reason: 'hết hiệu lực' },
  dropReturn: { book: 'quality', unitId: 'u-1' as never, day, scope: 'all', version: 1, reason: 'nhầm' },
  setReturnSenders: { unitIds: [] },
}

/** What the law answers to those that are taken, where it is a no: the case of the words above is nobody's. */
const noes: Partial<Record<ShellAct['act'] | OfficeCommand['type'], string>> = {
  practise: 'case-unknown',
  inRoom: 'no-meeting-here',
  drawPapers: 'case-unknown',
  printPapers: 'case-unknown',
  signPaper: 'paper-unknown',
  startSitting: 'key-unknown',
  openCountBundle: 'role-may-not',
  addSlip: 'role-may-not',
  takeBackSlip: 'role-may-not',
  setTotals: 'role-may-not',
  closeOpenBundle: 'role-may-not',
  leaveOpenBundle: 'role-may-not',
  loadWordTemplate: 'word-template-faulty',
  dropWordTemplate: 'word-template-none',
  acceptClock: 'clock-is-right',
  dropComposition: 'composition-unknown',
  setReadLogDays: 'role-may-not',
}

async function inRehearsals(): Promise<TestOffice> {
  const { office, play } = await tableFor(short)
  await play(before(short, 'conveneConference').slice(0, 2))
  value(await office.act({ act: 'startWork', operatorId }))
  expect(value(await office.act({ act: 'enterRehearsal' })).session?.isRehearsal).toBe(true)
  return office
}

const sessionOf = async (office: TestOffice) => value(await office.ask({ about: 'session' }))
/** The names of a union of orders, as whatever comes through the doorway is read by. */
const namesIn = (options: readonly { readonly shape: object }[], name: 'act' | 'type'): readonly string[] =>
  options.map(({ shape }) => String(Reflect.get(Reflect.get(shape, name), 'value'))).toSorted()
const codeOf = (answer: Awaited<ReturnType<TestOffice['act']>>) => (answer.ok ? 'done' : (answer.refusal?.code ?? answer.fault?.code))

test('every act of the shell and every order to the desk is decided on', () => {
  expect(Object.keys(shellDecided).toSorted()).toEqual(namesIn(ShellAct.options, 'act'))
  expect(Object.keys(deskDecided).toSorted()).toEqual(namesIn(OfficeCommand.options, 'type'))
  for (const decided of [...Object.values(shellDecided), ...Object.values(deskDecided)])
    if (decided !== 'taken' && decided !== 'leaves') expect(refusalSentences).toHaveProperty(decided)
})

test('each act of the shell that stays is taken, or refused with its code and nothing written', async () => {
  const office = await inRehearsals()
  for (const [name, rest] of Object.entries(acts)) {
    const act = ShellAct.parse({ act: name, ...rest })
    const decided = shellDecided[act.act]
    if (decided === 'leaves') continue
    const { ledger } = await sessionOf(office)
    const answer = codeOf(await office.act(act))
    expect([name, answer]).toEqual([name, decided === 'taken' ? (noes[act.act] ?? 'done') : decided])
    const now = await sessionOf(office)
    expect([name, now.isRehearsal]).toEqual([name, true])
    if (answer !== 'done') expect([name, now.ledger]).toEqual([name, ledger])
  }
  expect(existsSync(folder)).toBe(false)
})

test('each order to the desk is taken, or refused with its code', async () => {
  const office = await inRehearsals()
  for (const [type, rest] of Object.entries(commands)) {
    const command = OfficeCommand.parse({ type, ...rest })
    const decided = deskDecided[command.type]
    const answer = codeOf(await office.dispatch({ to: 'office', seen: (await sessionOf(office)).officeVersion, command }))
    expect([type, answer]).toEqual([type, decided === 'taken' ? (noes[command.type] ?? 'done') : decided])
  }
  // The records know nothing of the days, terms and numbers of practice.
  const kept = await sessionOf(office)
  expect(kept.holidays.off).toContain('2027-01-06')
  const { session } = value(await office.act({ act: 'leaveRehearsal' }))
  expect(session?.holidays.off).not.toContain('2027-01-06')
  expect(value(await office.ask({ about: 'registers' }))).toMatchObject({ terms: [], registers: [] })
})

test.each([...RegistryCommand.options, ...PlanningCommand.options].map(({ shape }) => shape.type.value))(
  'the order %s to registry or planning is refused: no real people come in',
  (type) => {
    const to = RegistryCommand.options.some(({ shape }) => shape.type.value === type) ? 'registry' : 'planning'
    expect(refusedInRehearsals({ to, command: { type } } as Order)).toEqual({
      ok: false,
      refusal: { code: 'rehearsal-takes-practice-keys' },
    })
  },
)

test('a workbook of real people is not even read', async () => {
  const office = await inRehearsals()
  expect(await office.ask({ about: 'roster', name: 'can-bo.xlsx', bytes: base64 })).toEqual({
    ok: false,
    refusal: { code: 'rehearsal-takes-practice-keys' },
  })
})

test('a rehearsal bears no degree of secrecy, at its opening or later', async () => {
  const office = await inRehearsals()
  const { opening } = short.opening
  const open = (classified: object) =>
    office.dispatch({
      to: 'case',
      caseId,
      seen: 0,
      command: { ...short.opening, opening: { ...opening, rehearsal: true, ...classified } },
    })
  const degree = { classification: 'MAT', classificationReason: 'nhân sự', classifiedBy: 'Giám đốc' } as const
  expect(codeOf(await open(degree))).toBe('rehearsal-of-classified')
  const seen = value(await open({})).case?.version ?? 0
  const change = { type: 'changeClassification', reason: 'nhân sự', classifiedBy: 'Giám đốc' } as const
  const order = (classification: 'MAT' | 'none') => office.dispatch({ to: 'case', caseId, seen, command: { ...change, classification } })
  expect(codeOf(await order('MAT'))).toBe('rehearsal-not-classified')
  expect(codeOf(await order('none'))).toBe('classification-unchanged')
})

describe('what leaves the rehearsals', () => {
  const leaving = Object.entries(shellDecided).flatMap(([act, decided]) => (decided === 'leaves' ? [act] : []))
  test('is another file, none, the sample, or the records', () => {
    expect(leaving.toSorted()).toEqual(['closeFile', 'createFile', 'leaveRehearsal', 'openFile', 'openSample'])
  })

  test('puts another file in their place, and the records they were made for are whole and there again when asked for', async () => {
    const office = await inRehearsals()
    const rehearsals = rehearsalFileOf(office.file)
    const province = provinceFileOf(office.dataDir)
    const other = join(office.dataDir, 'khac.tiencu')
    const people = [{ ...operator, operatorId }]
    const made = { passphrase: 'du-lieu-mau', organisation, operators: people }
    const roads: readonly (readonly [ShellAct, string | null])[] = [
      [{ act: 'createFile', file: province, ...made }, province],
      [{ act: 'createFile', file: other, ...made, passphrase }, other],
      [{ act: 'openFile', file: other, passphrase }, other],
      // The file made above, so that no province has to be played.
      [{ act: 'openSample', afresh: false }, province],
      [{ act: 'closeFile' }, null],
      [{ act: 'leaveRehearsal' }, office.file],
    ]
    for (const [act, file] of roads) {
      const { session } = value(await office.act(act))
      expect([act.act, session?.file, session?.isRehearsal]).toEqual([act.act, file, undefined])
      if (act.act !== 'leaveRehearsal') {
        expect(codeOf(await office.act({ act: 'leaveRehearsal' }))).toBe('not-in-rehearsals')
        value(await office.act({ act: 'openFile', file: office.file, passphrase }))
        value(await office.act({ act: 'startWork', operatorId }))
        expect(value(await office.act({ act: 'enterRehearsal' })).session).toMatchObject({ file: rehearsals, isRehearsal: true })
      }
    }
    expect(value(await office.ask({ about: 'ledger' })).verified).toBe(true)
  })

  test('a file that cannot be opened leaves everything where it is', async () => {
    const office = await inRehearsals()
    expect(codeOf(await office.act({ act: 'openFile', file: join(folder, 'khong-co.tiencu'), passphrase }))).toBe('not-found')
    expect((await sessionOf(office)).isRehearsal).toBe(true)
  })
})
