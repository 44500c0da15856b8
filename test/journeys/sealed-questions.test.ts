// After a sealed ballot: every question there is, asked by whoever may not know how it went, in offices where it went differently and where
// others go on with what they know. Whatever is answered, is answered alike (procedure.md 2.8, 7.2; `roles.ts`).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CaseId, ConferenceId, OperatorId, PaperId, PersonId, PostId, UnitId } from '../../workflows/core/ids.ts'
import { type CaseView, type KeyView, Operator, Question, type RegistersView } from '../../workflows/office.ts'
import { paperKinds } from '../../workflows/papers/kinds.ts'
import { desks } from '../../workflows/sample/department.ts'
import { sampleReappointment } from '../support/sample-reappointment.ts'
import { passphrase, value } from './office.ts'
import { type Table, tableFor, tableOver } from './play.ts'

const nominee = OperatorId.parse('nhan-su')
const made = sampleReappointment({ rulebook: 'RB2026' })
const sample = {
  ...made,
  operators: [...made.operators, Operator.parse({ operatorId: nominee, name: 'Trần Văn Xem', roles: ['nominee'] })],
}
const caseId = CaseId.parse(sample.caseId)
const typed = sample.acts.findIndex(({ command }) => command.type === 'typeCount')
const closed = sample.acts.findIndex(({ command }) => command.type === 'closeConference')
const letter = {
  type: 'requestPaper',
  kind: 'partyOpinionRequest',
  details: { committee: 'Đảng ủy Sở', replyBy: '2026-12-30', signerName: 'Trần Gia Hiếu', signerTitle: 'Giám đốc Sở' },
} as const

/** `carried`: and the personnel desk and the committee go on. `failed`: nobody agreed; nobody does anything. */
type How = 'carried' | 'failed'
const worlds = {} as Record<How, Table>

async function played(how: How): Promise<Table> {
  const table = await tableFor(sample)
  // Beside it a case that is the same in both worlds, each act a moment later: what changes last must not change the order of lists.
  const other = tableOver(table.office, { ...sample, caseId: `${sample.caseId}-hai` })
  for (const [index, act] of sample.acts.slice(0, closed + 1).entries()) {
    const { command } = act
    // Whoever seals slips says how many were valid: the same in both worlds, so nobody does here.
    if (command.type === 'sealBundle') continue
    if (index !== typed || command.type !== 'typeCount' || how === 'carried') await table.play([act])
    else {
      const { agree = 0, disagree = 0, noOpinion = 0, ...entry } = command.entry
      const against = { ...entry, agree: 0, disagree: agree + disagree + noOpinion, noOpinion: 0 }
      await table.play([{ ...act, command: { ...command, entry: against } }])
    }
    await other.play([act])
  }
  if (how === 'carried') {
    for (const act of sample.acts.slice(closed + 1)) {
      if (act.command.type === 'conveneConference') break
      await table.play([act])
      if (act.command.type === 'recordAct' && act.command.act === 'headAssessment')
        await table.must(desks.hr, { ...letter, day: act.at.slice(0, 10) } as never)
    }
  }
  // The next morning in both.
  table.office.setClock('2026-10-06T07:30:00+07:00')
  return table
}

/** What the desk itself sees of both, so that a reader asks for everything there may be. */
type Known = {
  readonly papers: readonly PaperId[]
  readonly registers: readonly string[]
  readonly keys: readonly string[]
  readonly statuses: readonly string[]
  readonly meetings: readonly ConferenceId[]
  readonly people: readonly PersonId[]
}

type Of<Q extends Question['about']> = Omit<Extract<Question, { about: Q }>, 'about'>
/** What is asked of each, and the code all of it is refused with where it is refused to everybody here. */
type Asking<Q extends Question['about']> = { readonly with: (known: Known) => readonly Of<Q>[]; readonly refused?: string }
const once = { with: () => [{}] } as const
const day = '2026-10-06'
const bytes = Buffer.from('không phải tệp thật').toString('base64')
const plan = {
  sheet: 0,
  headRow: 0,
  headRows: 1,
  dataRow: 1,
  columns: [{ column: 0, field: 'citizenId' as const }],
  padsZeros: false,
  groupsAreUnits: false,
  skipsHiddenRows: false,
  asOf: day,
  updates: 'all' as const,
}
const template = { family: 'state', kind: 'decision' } as const
/** For those who work on personnel and those who check them: all of them know a sealed result (`roles.ts`). */
const personnel = 'role-may-not'
const registry = 'registry-not-yours'
const unitId = UnitId.parse('u1-0')

/** A new question does not compile before somebody has decided how it is asked here. */
const asking: { readonly [Q in Question['about']]: Asking<Q> } = {
  session: once,
  cases: {
    with: ({ statuses }) => [
      {},
      ...(['mine', 'all', 'others', 'done'] as const).map((whose) => ({ whose })),
      { search: 'giam doc', whose: 'all' },
      ...statuses.map((status) => ({ filter: { status }, whose: 'all' as const })),
    ],
  },
  agenda: once,
  case: { with: () => [{ caseId }] },
  requestable: { with: () => [{ caseId }] },
  paper: { with: ({ papers }) => papers.map((paperId) => ({ caseId, paperId })) },
  print: { with: ({ papers }) => papers.map((paperId) => ({ caseId, items: [{ paperId, copies: 1 }] })) },
  agreement: { with: () => [{ caseId }] },
  seals: once,
  keys: once,
  toSign: { with: ({ keys }) => keys.map((keyId) => ({ keyId })) },
  drivers: once,
  tokens: { with: () => [{ driver: '/khong-co/driver.so' }], refused: 'token-driver-not-named' },
  wordTemplates: once,
  wordTemplate: { with: () => [template] },
  wordFields: { with: () => paperKinds.map((kind) => ({ kind })) },
  wordCheck: { with: () => [{ ...template, bytes }] },
  wordDrift: { with: ({ papers }) => papers.map((paperId) => ({ caseId, paperId, bytes })) },
  roster: { with: () => [{ name: 'can-bo.xlsx', bytes }], refused: personnel },
  imports: { with: once.with, refused: personnel },
  stopRoster: { with: once.with, refused: personnel },
  rosterLayout: { with: () => [{ roster: 'r1', sheet: 0, headRow: 0, headRows: 1, dataRow: 1 }], refused: personnel },
  rosterSample: { with: () => [{ roster: 'r1', sheet: 0, column: 0, encoding: 'tcvn3' }], refused: personnel },
  rosterAccount: { with: () => [{ roster: 'r1', plan }], refused: personnel },
  rosterRows: { with: () => [{ roster: 'r1', kinds: ['new'], from: 0, count: 1 }], refused: personnel },
  planning: once,
  planningList: { with: () => [{ listId: 'x' }], refused: personnel },
  planningCandidates: { with: () => [{ listId: 'x', search: 'a', isReElection: false }], refused: personnel },
  eligibility: { with: () => [{ caseId }], refused: personnel },
  nomineeFromRegistry: { with: ({ people }) => people.map((personId) => ({ caseId, personId })), refused: personnel },
  reminders: { with: () => [{ year: 2026 }], refused: personnel },
  room: { with: () => [{ caseId }] },
  sealedResult: { with: ({ meetings }) => meetings.map((conferenceId) => ({ caseId, conferenceId })), refused: personnel },
  openBundle: { with: () => [{ caseId }] },
  drafts: once,
  people: { with: () => [{ day, from: 0, count: 10 }], refused: registry },
  person: { with: ({ people }) => people.map((personId) => ({ personId, day })), refused: registry },
  units: { with: () => [{ day }] },
  unit: { with: () => [{ unitId, day }], refused: registry },
  post: { with: () => [{ postId: PostId.parse('p1-0'), day }], refused: registry },
  family: { with: () => [{ day }], refused: registry },
  quality: { with: () => [{ day }], refused: registry },
  communeLists: once,
  communeCheck: { with: () => [{ bytes, list: 'QD19_2025' }], refused: 'workbook-not-one' },
  communes: { with: () => [{ search: 'a', day }] },
  returns: { with: () => [{ book: 'quality', day }], refused: personnel },
  planningReviews: { with: () => [{ day }], refused: personnel },
  duplicates: { with: once.with, refused: registry },
  composition: { with: () => [{ unitId, template: 'department', body: 'keyOfficials', day }] },
  compositions: once,
  looks: { with: once.with, refused: personnel },
  file: { with: () => [{ name: 'x.pdf', bytes }] },
  // Files of this PC, which no archive holds: the same to everybody.
  folder: { with: () => [{ folder: '/khong-co' }], refused: 'folder-not-found' },
  ledger: once,
  // A number since the ballot tells that the case goes on.
  registers: { with: ({ registers }) => [{}, ...registers.map((register) => ({ register }))], refused: personnel },
  stopWork: { with: () => [{ workId: 'w1' }] },
  notices: once,
}

const readers = { secretary: desks.meeting, nominee, nobody: null } as const
type Reader = keyof typeof readers

/** What each world answered, by reader and question; `asked` says what exactly. */
type Heard = { readonly asked: Question; readonly answers: Readonly<Record<How, unknown>> }
const heard = new Map<string, readonly Heard[]>()
const placeOf = (reader: Reader, about: Question['about']) => `${reader} ${about}`

async function knownToDesk(): Promise<Known> {
  const desk: { view: CaseView; registers: RegistersView['registers']; keys: readonly KeyView[] }[] = []
  for (const { office, sitDown } of Object.values(worlds)) {
    await sitDown(desks.hr)
    const view = value(await office.ask({ about: 'case', caseId }))
    const { registers } = value(await office.ask({ about: 'registers' }))
    desk.push({ view, registers, keys: value(await office.ask({ about: 'keys' })) })
  }
  const all = <T>(from: (one: (typeof desk)[number]) => readonly T[]): T[] => [...new Set(desk.flatMap(from))]
  return {
    papers: all(({ view }) => view.papers.map(({ paperId }) => PaperId.parse(paperId))),
    registers: all(({ registers }) => registers.map(({ register }) => register)),
    keys: all(({ keys }) => keys.map(({ keyId }) => keyId)),
    statuses: all(({ view }) => [view.status, 'resultSealed']),
    meetings: all(({ view }) => view.pastConferences.map(({ conferenceId }) => ConferenceId.parse(conferenceId))),
    people: all(({ view }) => view.nominees.map(({ personId }) => PersonId.parse(personId))),
  }
}

async function takesPlace(reader: Reader, { office, sitDown }: Table): Promise<void> {
  const operatorId = readers[reader]
  if (operatorId !== null) return void (await sitDown(operatorId))
  value(await office.act({ act: 'closeFile' }))
  value(await office.act({ act: 'openFile', file: office.file, passphrase }))
}

/**
 * What is not compared, and why: this test's own folders; the length and head of the log and the digests printed from it, which say that
 * something was done and not what.
 */
const apart: Partial<Record<Question['about'], readonly string[]>> = {
  session: ['recentFiles', 'suggestedFile', 'file', 'origin', 'ledger', 'officeVersion'],
  ledger: ['size', 'root'],
  case: ['version', 'sha256'],
  toSign: ['sha256'],
}

function compared(about: Question['about'], answer: unknown): unknown {
  const left = apart[about] ?? []
  return JSON.parse(JSON.stringify(answer, (key, one) => (left.includes(key) ? undefined : one)))
}

beforeAll(async () => {
  worlds.carried = await played('carried')
  worlds.failed = await played('failed')
  const known = await knownToDesk()
  for (const reader of Object.keys(readers) as Reader[]) {
    for (const table of Object.values(worlds)) await takesPlace(reader, table)
    for (const [about, { with: given }] of Object.entries(asking)) {
      const questions = (given as (known: Known) => readonly object[])(known).map((rest) => Question.parse({ about, ...rest }))
      const answers: Heard[] = []
      for (const asked of questions)
        answers.push({
          asked,
          answers: { carried: await worlds.carried.office.ask(asked), failed: await worlds.failed.office.ask(asked) },
        })
      heard.set(placeOf(reader, about as Question['about']), answers)
    }
  }
  hidden = await hiddenOrders(known)
}, 60_000)

/** Orders about papers nobody but those who know has heard of. */
let hidden: readonly (readonly [string, unknown])[] = []
async function hiddenOrders({ papers }: Known): Promise<typeof hidden> {
  const said: [string, unknown][] = []
  for (const [how, { office, sitDown }] of Object.entries(worlds)) {
    await sitDown(desks.hr)
    const view = value(await office.ask({ about: 'case', caseId }))
    const paperId = papers.find((id) => id.includes('xyk')) ?? PaperId.parse('khong-co')
    if (view.papers.some((one) => one.paperId === paperId))
      value(await office.act({ act: 'printPapers', caseId, items: [{ paperId, copies: 1 }] }))
    await sitDown(desks.meeting)
    const { version } = value(await office.ask({ about: 'case', caseId }))
    const accept = { type: 'acceptDifferences', paperId, differences: ['x'], reason: 'đã xem' } as never
    said.push([how, await office.act({ act: 'printPapers', caseId, items: [{ paperId, copies: 1 }] })])
    said.push([how, await office.dispatch({ to: 'case', caseId, seen: version, command: accept })])
  }
  return said
}

test('every question of the counter is decided on', () => {
  expect(Object.keys(asking).toSorted()).toEqual(Question.options.map(({ shape }) => shape.about.value).toSorted())
})

test('the two worlds differ for those who may know', async () => {
  expect(letter.kind).toBe('partyOpinionRequest')
  const papers = heard.get(placeOf('secretary', 'paper')) ?? []
  expect(papers.map(({ asked }) => 'paperId' in asked && asked.paperId)).toContain(`${caseId}-0-xyk-1`)
  // And what the secretary may read is read whole, with the record inside it.
  const read = papers
    .map(({ answers }) => drawn(answers.carried))
    .filter((one) => one !== null && typeof one === 'object' && 'records' in one)
  expect(read.length).toBeGreaterThan(0)
  for (const one of read) expect(one).toMatchObject({ records: [{ sample: true }], text: expect.stringContaining('BIÊNBẢN') })
  const toSign = heard.get(placeOf('secretary', 'toSign')) ?? []
  expect(Math.max(...toSign.map(({ answers }) => JSON.stringify(answers.carried).split('drawnAt').length - 1))).toBe(2)
})

describe.each(Object.keys(readers) as Reader[])('%s', (reader) => {
  test.each(Object.keys(asking) as Question['about'][])('hears the same of %s, whatever the ballot said and whoever goes on', (about) => {
    const all = heard.get(placeOf(reader, about)) ?? []
    expect(all.length).toBeGreaterThan(0)
    for (const { asked, answers } of all) {
      const [carried, failed] = [compared(about, answers.carried), compared(about, answers.failed)]
      if (about === 'paper' || about === 'print') expect([asked, drawn(carried)]).toEqual([asked, drawn(failed)])
      else expect([asked, carried]).toEqual([asked, failed])
      const { refused } = asking[about]
      if (refused !== undefined)
        expect([asked, carried]).toMatchObject([
          asked,
          { refusal: { code: reader === 'nobody' && refused === personnel ? 'nobody-at-work' : refused } },
        ])
    }
  })
})

test('an order about a paper made since is answered as one about a paper that is not there', () => {
  expect(hidden).toHaveLength(4)
  for (const [, answer] of hidden) expect(answer).toMatchObject({ ok: false, refusal: { code: 'paper-unknown' } })
})

const folder = mkdtempSync(join(tmpdir(), 'tien-cu-kin-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a paper says, on its pages and in the record inside it, without digests and the head of the log: those differ with the hour alone. */
function drawn(answer: unknown): unknown {
  const found = answer as { readonly ok: boolean; readonly value?: { readonly bytes: string; readonly sha256: string } }
  if (!found.ok || found.value === undefined) return answer
  const place = mkdtempSync(join(folder, 'giay-'))
  const file = join(place, 'giay.pdf')
  writeFileSync(file, Buffer.from(found.value.bytes, 'base64'))
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
  execFileSync('pdfdetach', ['-saveall', '-o', place, file])
  const records = readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((name) => compared('paper', withoutLog(JSON.parse(readFileSync(join(place, name), 'utf8')))))
  const { bytes: _b, sha256: _s, ...rest } = found.value
  return {
    ...rest,
    // Lines break elsewhere where a digest, or the square code beside it, is a hair wider. A root of 32 bytes ends with one sign of filling.
    text: text
      .replaceAll(/\s+/g, '')
      .replaceAll(/[0-9a-f]{64}/g, '#')
      .replaceAll(/gốc[A-Za-z0-9+/]{43}=/g, 'gốc#'),
    records,
  }
}

const withoutLog = ({ auditLog: _, ...record }: Record<string, unknown>): unknown => record
